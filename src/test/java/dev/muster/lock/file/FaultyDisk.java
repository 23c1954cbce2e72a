package dev.muster.lock.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * A real disk on which a step goes wrong: the process dies, or the disk refuses, at the n-th step that changes something.
 * Steps are counted also when nothing goes wrong.
 */
final class FaultyDisk implements FileSystemPort {
    /** What happens to the step at which it goes wrong. */
    enum Fault {
        DIES_BEFORE,
        DIES_HALFWAY,
        DIES_AFTER,
        REFUSES
    }

    private final FileSystemPort disk = new LocalDisk();
    private final Fault fault;
    private final int at;
    private int steps;
    private Optional<Hold> held = Optional.empty();

    FaultyDisk(Fault fault, int at) {
        this.fault = fault;
        this.at = at;
    }

    static FaultyDisk sound() {
        return new FaultyDisk(Fault.REFUSES, 0);
    }

    int steps() {
        return steps;
    }

    boolean fired() {
        return at > 0 && steps >= at;
    }

    /** The operating system takes a dead process's lock back. */
    void bury() throws IOException {
        if (held.isPresent()) {
            held.get().close();
        }
    }

    @Override
    public Optional<Content> read(Path file) throws IOException {
        return disk.read(file);
    }

    @Override
    public void write(Path file, byte[] bytes) throws IOException {
        step(() -> disk.write(file, bytes), () -> disk.write(file, half(bytes)));
    }

    @Override
    public void append(Path file, byte[] bytes) throws IOException {
        step(() -> disk.append(file, bytes), () -> disk.append(file, half(bytes)));
    }

    @Override
    public void move(Path from, Path to) throws IOException {
        step(() -> disk.move(from, to), () -> {});
    }

    @Override
    public void delete(Path file) throws IOException {
        step(() -> disk.delete(file), () -> {});
    }

    @Override
    public void sync(Path folder) throws IOException {
        step(() -> disk.sync(folder), () -> {});
    }

    @Override
    public Optional<Hold> hold(Path file, String owner) throws IOException {
        held = disk.hold(file, owner);
        return held;
    }

    private static byte[] half(byte[] bytes) {
        return Arrays.copyOf(bytes, bytes.length / 2);
    }

    private void step(Effect whole, Effect half) throws IOException {
        steps++;
        if (at == 0 || steps < at || (steps > at && fault == Fault.REFUSES)) {
            whole.run();
            return;
        }
        if (steps > at || fault == Fault.DIES_BEFORE) {
            throw new Died();
        }
        goWrong(whole, half);
    }

    private void goWrong(Effect whole, Effect half) throws IOException {
        (fault == Fault.DIES_AFTER ? whole : half).run();
        if (fault == Fault.REFUSES) {
            throw new IOException("No space left on device");
        }
        throw new Died();
    }

    private interface Effect {
        void run() throws IOException;
    }

    /** The process is gone; nobody in it may catch this and go on. */
    static final class Died extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
