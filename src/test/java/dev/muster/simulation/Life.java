package dev.muster.simulation;

import dev.muster.apply.CampaignSender;
import dev.muster.apply.MonotonicClock;
import dev.muster.apply.PostResponse;
import dev.muster.apply.ReceiptLabels;
import dev.muster.lock.ExclusiveRun;
import dev.muster.lock.Lock;
import dev.muster.lock.LockEntry;
import dev.muster.lock.LockEvent;
import dev.muster.lock.LockException;
import dev.muster.lock.LockStore;
import dev.muster.lock.RunIdentity;
import dev.muster.lock.file.FileSystemPort;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;

/**
 * One process: its ports to the simulated world, each call of which may be its last, may fail, or may find that another
 * process ran meanwhile. {@code phase} names what the process is at, for the points at which it dies.
 */
final class Life {
    private final World world;
    private final int actor;
    private final int power;
    private String phase = "load";
    private boolean dead;

    Life(World world, int actor) {
        this.world = world;
        this.actor = actor;
        this.power = world.power();
    }

    boolean isAlive() {
        return !dead && power == world.power();
    }

    private void requireAlive() {
        world.requireGoingOn();
        if (!isAlive()) {
            throw new Death();
        }
    }

    /** Another process may run first; time may pass. */
    private void turn() {
        requireAlive();
        world.turn(actor);
        requireAlive();
    }

    private Death dies(String point) {
        world.died(point);
        dead = true;
        world.mayLosePower();
        world.stepped();
        return new Death();
    }

    Clock clock() {
        var steady = new MonotonicClock(
                world.time().clock(this::turn), () -> world.time().passed().toNanos());
        return world.design().clock(steady, world.time());
    }

    /** No other process runs between the last look at the clock and the post: that gap is the one that stays open. */
    CampaignSender sender() {
        return body -> {
            requireAlive();
            return post(body);
        };
    }

    private PostResponse post(String body) {
        try {
            var death = world.mayDieInPost();
            if (death.isPresent()) {
                world.seax().post(body, death.get());
                throw dies("post " + death.get());
            }
            return world.seax().post(body, world.reaction());
        } finally {
            world.promises().posted(body);
            world.stepped();
        }
    }

    /** A label may be made without its maker hearing of it. */
    ReceiptLabels receipts() {
        return (name, owner) -> {
            turn();
            var taken = switch (world.mishap("receipt", true)) {
                case NONE -> new ReceiptLabels.There(world.seax().receipt(name, owner));
                case DIES -> throw dies("receipt");
                case DIES_HALFWAY -> {
                    world.seax().receipt(name, owner);
                    throw dies("receipt made");
                }
                case REFUSES -> new ReceiptLabels.Failed("SeaX did not make it");
                case REFUSES_HALFWAY -> {
                    world.seax().receipt(name, owner);
                    yield new ReceiptLabels.Failed("whether SeaX made it cannot be seen");
                }
            };
            world.stepped();
            return taken;
        };
    }

    FileSystemPort disk() {
        return new ProcessDisk();
    }

    SharedRecord shared() {
        return new ProcessRecord();
    }

    LockStore named(LockStore store) {
        return new NamedStore(store);
    }

    private void effect(String operation, Effect whole, Optional<Effect> half) throws IOException {
        turn();
        var point = phase + " " + operation;
        switch (world.mishap(point, half.isPresent())) {
            case NONE -> whole.run();
            case DIES -> throw dies(point);
            case DIES_HALFWAY -> {
                half.orElseThrow().run();
                throw dies(point + " torn");
            }
            case REFUSES -> throw new IOException("No space left on device");
            case REFUSES_HALFWAY -> {
                half.orElseThrow().run();
                throw new IOException("Input/output error");
            }
        }
        world.stepped();
    }

    private interface Effect {
        void run() throws IOException;
    }

    private final class ProcessDisk implements FileSystemPort {
        @Override
        public Optional<Content> read(Path file) {
            turn();
            return world.disk().read(file);
        }

        @Override
        public void write(Path file, byte[] bytes) throws IOException {
            effect(
                    "write",
                    () -> world.disk().write(file, bytes, true),
                    Optional.of(() -> world.disk().write(file, half(bytes), false)));
        }

        @Override
        public void append(Path file, byte[] bytes) throws IOException {
            effect(
                    "append",
                    () -> world.disk().append(file, bytes, true),
                    bytes.length == 0
                            ? Optional.empty()
                            : Optional.of(() -> world.disk().append(file, half(bytes), false)));
        }

        private byte[] half(byte[] bytes) {
            return Arrays.copyOf(bytes, bytes.length / 2);
        }

        @Override
        public void move(Path from, Path to) throws IOException {
            effect("move", () -> world.disk().move(from, to), Optional.empty());
        }

        @Override
        public void delete(Path file) throws IOException {
            effect("delete", () -> world.disk().delete(file), Optional.empty());
        }

        @Override
        public void sync(Path folder) throws IOException {
            effect("sync", () -> world.disk().sync(), Optional.empty());
        }

        @Override
        public Optional<Hold> hold(Path file, String owner) {
            turn();
            return world.disk().hold(Life.this) ? Optional.of(() -> world.disk().release(Life.this)) : Optional.empty();
        }
    }

    /** The shared record over a network. */
    private final class ProcessRecord implements SharedRecord {
        @Override
        public State read() {
            turn();
            if (world.mayFail("UNREACHABLE")) {
                throw unreachable();
            }
            return world.record().read();
        }

        @Override
        public Outcome compareAndSet(long expected, Lock lock) {
            turn();
            var point = phase + " push";
            var outcome = switch (world.mishap(point, true)) {
                case NONE -> world.record().compareAndSet(expected, lock);
                case DIES -> throw dies(point);
                case DIES_HALFWAY -> {
                    world.record().compareAndSet(expected, lock);
                    throw dies(point + " landed");
                }
                case REFUSES -> Outcome.UNKNOWN;
                case REFUSES_HALFWAY -> {
                    world.record().compareAndSet(expected, lock);
                    yield Outcome.UNKNOWN;
                }
            };
            world.stepped();
            return outcome;
        }

        private LockException unreachable() {
            return new LockException(LockException.Why.UNWRITABLE, "the record cannot be reached");
        }
    }

    /** Tells the process what it is at. */
    private final class NamedStore implements LockStore {
        private final LockStore store;

        NamedStore(LockStore store) {
            this.store = store;
        }

        @Override
        public Optional<Lock> load() {
            phase = "load";
            return store.load();
        }

        @Override
        public ExclusiveRun begin(RunIdentity run) {
            phase = "begin";
            return new NamedRun(store.begin(run));
        }
    }

    private final class NamedRun implements ExclusiveRun {
        private final ExclusiveRun run;

        NamedRun(ExclusiveRun run) {
            this.run = run;
        }

        @Override
        public Lock lock() {
            return run.lock();
        }

        @Override
        public void take(LockEvent step) {
            boolean intent =
                    step instanceof LockEvent.Recorded recorded && recorded.entry() instanceof LockEntry.Intent;
            phase = intent ? "intent" : phase(step);
            run.take(step);
            if (intent) {
                world.mayPause();
            }
        }

        private String phase(LockEvent step) {
            if (step instanceof LockEvent.Recorded) {
                return "result";
            }
            if (step instanceof LockEvent.Suppressing) {
                return "suppression";
            }
            return step instanceof LockEvent.Witnessed ? "witness" : phase;
        }

        @Override
        public void close() {
            phase = "close";
            run.close();
        }
    }
}
