package dev.muster.simulation;

import dev.muster.lock.Lock;
import dev.muster.lock.LockException;
import dev.muster.testing.Records;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** One schedule: everything outside the processes, and everything that may happen to them, by choice and within bounds. */
final class World {
    private static final Duration LAG = Duration.ofMinutes(5);
    private static final Duration HOURS = Duration.ofHours(6);
    private static final List<Reaction> DEATHS =
            List.of(Reaction.TIMEOUT, Reaction.TIMEOUT_ACTED, Reaction.TIMEOUT_ACTS_LATER);

    private final Setup setup;
    private final Design design;
    private final Lane lane;
    private final Seen seen;
    private final SimulatedTime time = new SimulatedTime(Records.AT);
    private final SimulatedSeax seax;
    private final SimulatedDisk disk;
    private final SharedRecord record = new SharedRecord.InMemory();
    private final Promises promises = new Promises(this);
    private final Newsroom newsroom;
    private final Turns turns;
    private final Set<String> crashes = new TreeSet<>();
    private final Set<String> faults = new TreeSet<>();
    private final Choices choices;
    private int crashesLeft;
    private int faultsLeft;
    private int pausesLeft;
    private int power;
    private int numbers;
    private boolean judgesSteps = true;
    private @Nullable Error violation;

    World(Setup setup, Design design, Choices choices, Lane lane, Seen seen) {
        this.setup = setup;
        this.design = design;
        this.choices = choices;
        this.lane = lane;
        this.seen = seen;
        this.seax = new SimulatedSeax(time, setup.lists(), LAG);
        this.disk = new SimulatedDisk(design.syncs());
        this.newsroom = new Newsroom(setup.campaigns());
        this.turns = new Turns(setup.actors(), setup.passes(), choices, lane.threads());
        this.crashesLeft = setup.crashes();
        this.faultsLeft = setup.faults();
        this.pausesLeft = setup.pauses();
        design.prepare(seax);
    }

    /** How this schedule broke a promise, if it did. */
    Optional<Error> play() {
        turns.play(IntStream.range(0, setup.actors())
                .<Runnable>mapToObj(actor -> () -> new Desk(this, actor).work(setup.runs()))
                .toList());
        if (violation == null) {
            calm();
        }
        crashes.forEach(crash -> faults.forEach(fault -> seen.add(crash + " × " + fault)));
        return Optional.ofNullable(violation);
    }

    /** I8: once nothing goes wrong any more, two runs and a truthful person settle everything. */
    void calm() {
        if (!design.remembers()) {
            pass(HOURS);
            return;
        }
        crashesLeft = 0;
        faultsLeft = 0;
        pausesLeft = 0;
        time.setRight();
        var desk = new Desk(this, 0);
        for (int run = 0; run < 2 && desk.unsettled().isPresent(); run++) {
            pass(HOURS);
            desk.settleAll();
        }
        desk.unsettled()
                .ifPresent(entry -> violated(new Violation("I8", entry.identity() + " is still " + entry.state())));
    }

    void violated(Error how) {
        if (violation == null) {
            violation = how;
        }
    }

    void requireGoingOn() {
        if (violation != null) {
            throw new Death();
        }
    }

    Setup setup() {
        return setup;
    }

    Design design() {
        return design;
    }

    SimulatedTime time() {
        return time;
    }

    SimulatedSeax seax() {
        return seax;
    }

    SimulatedDisk disk() {
        return disk;
    }

    SharedRecord record() {
        return record;
    }

    Promises promises() {
        return promises;
    }

    Newsroom newsroom() {
        return newsroom;
    }

    Choices choices() {
        return choices;
    }

    /** Counts the losses of power. */
    int power() {
        return power;
    }

    /** A number that is given out once. */
    int number() {
        return ++numbers;
    }

    void saw(String what) {
        seen.add(what);
    }

    void pass(Duration by) {
        time.pass(by);
        if (seax.land()) {
            stepped();
        }
    }

    /** After a step: judged, unless the steps are too many. */
    void stepped() {
        if (judgesSteps) {
            check();
        }
    }

    /** From now on only {@link #check} judges. */
    void judgeNoSteps() {
        judgesSteps = false;
    }

    void check() {
        promises.check(durable());
    }

    Optional<Lock> durable() {
        try {
            return setup.shared() ? record.read().lock() : lane.durable(disk);
        } catch (LockException refused) {
            throw new Violation("the record can be read", String.valueOf(refused.getMessage()));
        }
    }

    void turn(int actor) {
        turns.mayPass(actor);
        if (pausesLeft > 0) {
            pause(choices.trouble(8));
        }
    }

    private void pause(int which) {
        if (which == 0) {
            return;
        }
        pausesLeft--;
        switch (which) {
            case 1 -> pass(Duration.ofMinutes(1));
            case 2 -> pass(Duration.ofMinutes(11));
            case 3 -> pass(Duration.ofMinutes(30));
            case 4 -> pass(Duration.ofMinutes(90));
            case 5 -> time.setWrong(Duration.ofHours(1));
            case 6 -> time.setWrong(Duration.ofHours(-1));
            default -> seax.optOut(0);
        }
    }

    /** The run is stopped after its intent for longer than the intent may be acted on. */
    void mayPause() {
        if (mayFail("PAUSED")) {
            pass(Duration.ofMinutes(11));
        }
    }

    boolean mayFail(String fault) {
        if (faultsLeft == 0 || choices.trouble(2) == 0) {
            return false;
        }
        failed(fault);
        return true;
    }

    private void failed(String fault) {
        faultsLeft--;
        faults.add(fault);
        seen.add("fault " + fault);
    }

    /** What a step meets. */
    enum Mishap {
        NONE,
        DIES,
        DIES_HALFWAY,
        REFUSES,
        REFUSES_HALFWAY
    }

    Mishap mishap(String point, boolean divisible) {
        var options = new ArrayList<>(List.of(Mishap.NONE));
        if (crashesLeft > 0) {
            options.add(Mishap.DIES);
            if (divisible) {
                options.add(Mishap.DIES_HALFWAY);
            }
        }
        if (faultsLeft > 0) {
            options.add(Mishap.REFUSES);
            if (divisible) {
                options.add(Mishap.REFUSES_HALFWAY);
            }
        }
        var chosen = options.get(choices.trouble(options.size()));
        if (chosen == Mishap.REFUSES || chosen == Mishap.REFUSES_HALFWAY) {
            failed(chosen.name());
        }
        return chosen;
    }

    void died(String point) {
        crashesLeft--;
        crashes.add(point);
        seen.add("death at " + point);
    }

    void mayLosePower() {
        if (design.diskDiesWithProcess()) {
            disk.wipe();
        }
        if (!setup.shared() && disk.hasUnsynced() && choices.any(2) == 1) {
            disk.losePower();
            power++;
        }
    }

    Optional<Reaction> mayDieInPost() {
        int chosen = crashesLeft > 0 ? choices.trouble(DEATHS.size() + 1) : 0;
        return chosen == 0 ? Optional.empty() : Optional.of(DEATHS.get(chosen - 1));
    }

    Reaction reaction() {
        var reactions = setup.reactions();
        var reaction = reactions.get(faultsLeft > 0 ? choices.outcome(reactions.size()) : 0);
        if (reaction != Reaction.ACCEPTED) {
            failed(reaction.name());
        }
        return reaction;
    }
}
