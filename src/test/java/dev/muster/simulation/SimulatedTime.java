package dev.muster.simulation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.function.Supplier;

/** Time as it passes, and the clock on the wall, which somebody may set wrong. */
final class SimulatedTime {
    private final Instant start;
    private Duration passed = Duration.ZERO;
    private Duration error = Duration.ZERO;

    SimulatedTime(Instant start) {
        this.start = start;
    }

    void pass(Duration by) {
        passed = passed.plus(by);
    }

    Duration passed() {
        return passed;
    }

    void setWrong(Duration by) {
        error = error.plus(by);
    }

    void setRight() {
        error = Duration.ZERO;
    }

    /** What is true, whatever a clock says. */
    Instant truth() {
        return start.plus(passed);
    }

    Instant wall() {
        return truth().plus(error);
    }

    /** A clock that is looked at like another one and goes on saying what that one said first. */
    Clock standingStill(Clock clock) {
        var looks = new ArrayList<Instant>();
        return clock(() -> looks.add(clock.instant()), () -> looks.get(0));
    }

    /** The wall's clock as a program reads it; {@code reading} is told of each look. */
    Clock clock(Runnable reading) {
        return clock(reading, this::wall);
    }

    private static Clock clock(Runnable reading, Supplier<Instant> now) {
        return new Clock() {
            @Override
            public Instant instant() {
                reading.run();
                return now.get();
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        };
    }
}
