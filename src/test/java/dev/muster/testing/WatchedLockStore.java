package dev.muster.testing;

import dev.muster.lock.Entry;
import dev.muster.lock.ExclusiveRun;
import dev.muster.lock.Lock;
import dev.muster.lock.LockEvent;
import dev.muster.lock.LockException;
import dev.muster.lock.LockStore;
import dev.muster.lock.RunIdentity;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A store that tells of each step, such as {@code intent sale/1} or {@code witness sale/1}, before and after it is durable.
 * Whoever is told may throw: before, the step is lost; after, it is durable although its run believes that it failed. As in
 * the file store, a run that failed once records nothing more.
 */
public final class WatchedLockStore implements LockStore {
    /** The step with which a run that sends begins. */
    public static final String SUPPRESSION = "suppression";

    private final LockStore store;
    private final Consumer<String> before;
    private final Consumer<String> after;

    public WatchedLockStore(LockStore store, Consumer<String> before, Consumer<String> after) {
        this.store = store;
        this.before = before;
        this.after = after;
    }

    /** A store whose so-manieth step of a campaign, counted from 1 over all its runs, is lost as on a full disk. */
    public static WatchedLockStore failingAt(int number, LockStore store) {
        var steps = new int[1];
        return new WatchedLockStore(
                store,
                step -> {
                    if (!step.equals(SUPPRESSION) && ++steps[0] == number) {
                        throw fullDisk();
                    }
                },
                step -> {});
    }

    public static LockException fullDisk() {
        return new LockException(LockException.Why.UNWRITABLE, "no space left on device");
    }

    @Override
    public Optional<Lock> load() {
        return store.load();
    }

    @Override
    public ExclusiveRun begin(RunIdentity run) {
        return new Run(store.begin(run));
    }

    private final class Run implements ExclusiveRun {
        private final ExclusiveRun run;
        private boolean broken;

        Run(ExclusiveRun run) {
            this.run = run;
        }

        @Override
        public Lock lock() {
            return run.lock();
        }

        @Override
        public void take(LockEvent step) {
            step(step.match(new Name()), () -> run.take(step));
        }

        private void step(String name, Runnable durable) {
            if (broken) {
                throw new LockException(LockException.Why.UNWRITABLE, "an earlier step could not be written");
            }
            broken = true;
            before.accept(name);
            durable.run();
            after.accept(name);
            broken = false;
        }

        @Override
        public void close() {
            run.close();
        }
    }

    /** How a step is told of. */
    private static final class Name implements LockEvent.Cases<String> {
        @Override
        public String recorded(LockEvent.Recorded step) {
            return state(step.entry()) + " " + step.entry().identity();
        }

        @Override
        public String witnessed(LockEvent.Witnessed step) {
            return "witness " + step.identity();
        }

        @Override
        public String observed(LockEvent.Observed step) {
            return "observe " + step.identity();
        }

        @Override
        public String messaged(LockEvent.Messaged step) {
            return "single " + state(step.entry());
        }

        @Override
        public String suppressing(LockEvent.Suppressing step) {
            return SUPPRESSION;
        }

        private static String state(Entry entry) {
            return entry.state().name().toLowerCase(Locale.ROOT);
        }
    }
}
