package dev.muster.simulation;

import dev.muster.lock.file.FileSystemPort.Content;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A disk that keeps what was synced apart from what was only written: content is durable once it was forced, and a name that
 * was made, moved or deleted once its folder was. A loss of power leaves the durable part.
 */
final class SimulatedDisk {
    private static final byte[] NOTHING = {};

    private final boolean syncs;
    private Map<Path, File> names = new HashMap<>();
    private Map<Path, File> durableNames = new HashMap<>();
    private Optional<Life> holder = Optional.empty();

    private static final class File {
        private byte[] written = NOTHING;
        private byte[] synced = NOTHING;
    }

    /** A disk that syncs when it is asked to, or one that only says so. */
    SimulatedDisk(boolean syncs) {
        this.syncs = syncs;
    }

    Optional<Content> read(Path path) {
        return Optional.ofNullable(names.get(path)).map(file -> content(file.written));
    }

    /** What a loss of power would leave of a file. */
    Optional<byte[]> durable(Path path) {
        return Optional.ofNullable(durableNames.get(path)).map(file -> file.synced);
    }

    static Content content(byte[] bytes) {
        return new Content(new ByteArrayInputStream(bytes), bytes.length);
    }

    void write(Path path, byte[] bytes, boolean sync) {
        var file = names.computeIfAbsent(path, name -> new File());
        file.written = bytes.clone();
        force(file, sync);
    }

    void append(Path path, byte[] bytes, boolean sync) {
        var file = names.computeIfAbsent(path, name -> new File());
        int length = file.written.length;
        var longer = Arrays.copyOf(file.written, length + bytes.length);
        System.arraycopy(bytes, 0, longer, length, bytes.length);
        file.written = longer;
        force(file, sync);
    }

    private void force(File file, boolean sync) {
        if (sync && syncs) {
            file.synced = file.written;
        }
    }

    void move(Path from, Path to) throws IOException {
        names.put(to, existing(from));
        names.remove(from);
    }

    void delete(Path path) throws IOException {
        existing(path);
        names.remove(path);
    }

    private File existing(Path path) throws IOException {
        var file = names.get(path);
        if (file == null) {
            throw new IOException("there is no " + path);
        }
        return file;
    }

    void sync() {
        if (syncs) {
            durableNames = new HashMap<>(names);
        }
    }

    Set<Path> files() {
        return Set.copyOf(names.keySet());
    }

    boolean hasUnsynced() {
        return !names.equals(durableNames) || names.values().stream().anyMatch(file -> file.written != file.synced);
    }

    void losePower() {
        names = new HashMap<>(durableNames);
        names.values().forEach(file -> file.written = file.synced);
    }

    /** Everything on it is gone: the machine was one that is thrown away after its job. */
    void wipe() {
        names = new HashMap<>();
        durableNames = new HashMap<>();
    }

    /** Whether nobody who lives holds it, in which case {@code by} does now. */
    boolean hold(Life by) {
        if (holder.filter(Life::isAlive).isPresent()) {
            return false;
        }
        holder = Optional.of(by);
        return true;
    }

    void release(Life by) {
        if (holder.equals(Optional.of(by))) {
            holder = Optional.empty();
        }
    }
}
