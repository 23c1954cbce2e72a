package dev.muster.model.project;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The hours of a day in which nobody is messaged, on each person's own clock: from {@code from} until just before
 * {@code to}, over midnight where {@code to} is the earlier one.
 */
public record QuietHours(LocalTime from, LocalTime to) {
    /**
     * The night where a policy names no hours of its own: those in which the United States forbid telephone sales, 47 CFR
     * 64.1200(c)(1).
     */
    public static final QuietHours NIGHT = new QuietHours(LocalTime.of(21, 0), LocalTime.of(8, 0));

    /** So many days hold a quiet hour for certain, also where the clock jumps over one of them. */
    private static final int DAYS = 3;

    public QuietHours {
        if (from.equals(to)) {
            throw new IllegalArgumentException("quiet hours that end when they begin are no hours or all of them");
        }
    }

    public boolean cover(LocalTime time) {
        boolean begun = !time.isBefore(from);
        boolean notOver = time.isBefore(to);
        return from.isBefore(to) ? begun && notOver : begun || notOver;
    }

    /**
     * The first quiet moment of a window, on the clocks of a zone: of its start, and of all moments before its end. Quiet
     * hours begin when the clock shows {@code from}, which it may do never or twice on one day, or when it is put forward or
     * back into them.
     */
    public Optional<Instant> firstIn(Instant start, Instant end, ZoneId zone) {
        return isQuiet(start, zone)
                ? Optional.of(start)
                : beginnings(start, end, zone)
                        .filter(moment -> isInside(moment, start, end))
                        .filter(moment -> isQuiet(moment, zone))
                        .min(Comparator.naturalOrder());
    }

    private boolean isQuiet(Instant moment, ZoneId zone) {
        return cover(LocalTime.ofInstant(moment, zone));
    }

    private static boolean isInside(Instant moment, Instant start, Instant end) {
        return moment.isAfter(start) && moment.isBefore(end);
    }

    private Stream<Instant> beginnings(Instant start, Instant end, ZoneId zone) {
        var rules = zone.getRules();
        return Stream.concat(
                timesOfFrom(start, zone), rules.isFixedOffset() ? Stream.of() : changesOfTheClock(start, end, rules));
    }

    private Stream<Instant> timesOfFrom(Instant start, ZoneId zone) {
        var today = start.atZone(zone).toLocalDate();
        return IntStream.range(0, DAYS)
                .mapToObj(day -> today.plusDays(day).atTime(from))
                .flatMap(time -> zone.getRules().getValidOffsets(time).stream().map(time::toInstant));
    }

    private static Stream<Instant> changesOfTheClock(Instant start, Instant end, ZoneRules rules) {
        var days = start.atOffset(ZoneOffset.UTC).plusDays(DAYS).toInstant();
        var last = days.isBefore(end) ? days : end;
        return Stream.iterate(
                        rules.nextTransition(start),
                        change -> change != null && !change.getInstant().isAfter(last),
                        change -> rules.nextTransition(change.getInstant()))
                .map(ZoneOffsetTransition::getInstant);
    }
}
