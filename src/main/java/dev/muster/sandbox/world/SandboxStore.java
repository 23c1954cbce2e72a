package dev.muster.sandbox.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The world in a folder, shared by every process that opens it. A write reads what others wrote, decides, and puts its
 * events on the disk before anyone hears of them, all under one operating-system lock; a read sees every finished write.
 */
public final class SandboxStore implements AutoCloseable {
    /** The operating system's lock belongs to the whole JVM: two stores in one would not wait for each other but fail. */
    private static final Object ONE_WRITER_IN_THIS_JVM = new Object();

    private final InitialState firstDay;
    private final EventLog log;
    private SandboxWorld world;

    private SandboxStore(InitialState firstDay, EventLog log) {
        this.firstDay = firstDay;
        this.log = log;
        this.world = firstDay.world();
    }

    public static SandboxStore open(Path folder, InitialState firstDay) {
        try {
            return new SandboxStore(firstDay, EventLog.open(folder));
        } catch (IOException broken) {
            throw new UncheckedIOException("the sandbox cannot open " + folder, broken);
        }
    }

    /** What a decision may do: look at the world, and record events, which change it at once. */
    public record Transaction(SandboxWorld world, Consumer<Event> record) {}

    public synchronized <T> T read(Function<SandboxWorld, T> question) {
        try {
            refresh();
            return question.apply(world);
        } catch (IOException broken) {
            throw new UncheckedIOException(String.valueOf(broken.getMessage()), broken);
        }
    }

    public synchronized <T> T write(Function<Transaction, T> decision) {
        synchronized (ONE_WRITER_IN_THIS_JVM) {
            try {
                return alone(decision);
            } catch (IOException broken) {
                throw new UncheckedIOException(String.valueOf(broken.getMessage()), broken);
            }
        }
    }

    private <T> T alone(Function<Transaction, T> decision) throws IOException {
        var lock = log.lock();
        try {
            refresh();
            return decide(decision);
        } finally {
            lock.release();
        }
    }

    private <T> T decide(Function<Transaction, T> decision) throws IOException {
        var events = new ArrayList<Event>();
        boolean finished = false;
        try {
            var answer = decision.apply(new Transaction(world, event -> {
                world.apply(event);
                events.add(event);
            }));
            if (!events.isEmpty()) {
                log.append(events);
            }
            finished = true;
            return answer;
        } finally {
            if (!finished && !events.isEmpty()) {
                forget();
            }
        }
    }

    /** The world may hold what is not on the disk: read it all again. */
    private void forget() {
        world = firstDay.world();
        log.rewind();
    }

    private void refresh() throws IOException {
        log.unread().forEach(transaction -> transaction.forEach(this::apply));
    }

    private void apply(Event event) {
        if (event instanceof Event.WorldReset) {
            world = firstDay.world();
        } else {
            world.apply(event);
        }
    }

    /** Starts afresh, whatever the record holds: it is not read, so a damaged one can be reset too. */
    public static void reset(Path folder) {
        synchronized (ONE_WRITER_IN_THIS_JVM) {
            try (var log = EventLog.open(folder)) {
                log.lock();
                log.skip();
                log.append(List.of(new Event.WorldReset()));
            } catch (IOException broken) {
                throw new UncheckedIOException("the sandbox cannot reset " + folder, broken);
            }
        }
    }

    /** Under the lock of the JVM: to close a file may give up every lock that the process holds on it. */
    @Override
    public synchronized void close() {
        synchronized (ONE_WRITER_IN_THIS_JVM) {
            try {
                log.close();
            } catch (IOException broken) {
                throw new UncheckedIOException(String.valueOf(broken.getMessage()), broken);
            }
        }
    }
}
