package dev.muster.simulation;

import dev.muster.lock.Lock;
import dev.muster.lock.LockEnvironment;
import dev.muster.lock.file.FileLockStore;
import dev.muster.lock.file.FileSystemPort;
import dev.muster.testing.Records;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/** What one thread of schedules keeps between them: the threads of the actors, and the records that it has read before. */
final class Lane implements AutoCloseable {
    static final Path FOLDER = Path.of("campaigns");
    static final LockEnvironment SURROUNDINGS =
            new LockEnvironment(() -> Records.LINEAGE, Clock.fixed(Records.AT, ZoneOffset.UTC), 4711, "desk.example");

    private static final Path FILE = FOLDER.resolve(Records.WORKSPACE.name() + ".lock.json");
    private static final Path JOURNAL = FOLDER.resolve(Records.WORKSPACE.name() + ".lock.journal");
    private static final int MOST_KEPT = 500;
    private static final long MOST_BYTES_KEPT = 32L << 20;

    private final ExecutorService threads = Executors.newCachedThreadPool(Lane::daemon);
    private final Map<Files, Optional<Lock>> read = new HashMap<>();
    private long bytesKept;

    private record Files(Optional<ByteBuffer> file, Optional<ByteBuffer> journal) {
        long bytes() {
            return Stream.of(file, journal)
                    .flatMap(Optional::stream)
                    .mapToLong(ByteBuffer::remaining)
                    .sum();
        }
    }

    private static Thread daemon(Runnable work) {
        var thread = new Thread(work, "actor");
        thread.setDaemon(true);
        return thread;
    }

    ExecutorService threads() {
        return threads;
    }

    /** The record that the next run would find after a loss of power, as the production store reads it. */
    Optional<Lock> durable(SimulatedDisk disk) {
        if (read.size() > MOST_KEPT || bytesKept > MOST_BYTES_KEPT) {
            read.clear();
            bytesKept = 0;
        }
        var files = new Files(
                disk.durable(FILE).map(ByteBuffer::wrap), disk.durable(JOURNAL).map(ByteBuffer::wrap));
        bytesKept += files.bytes();
        return read.computeIfAbsent(files, found -> store(new Remains(disk)).load());
    }

    static FileLockStore store(FileSystemPort disk) {
        return new FileLockStore(FOLDER, Records.WORKSPACE, SURROUNDINGS, disk);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    /** The durable part of a disk, for reading only. */
    private record Remains(SimulatedDisk disk) implements FileSystemPort {
        @Override
        public Optional<Content> read(Path file) {
            return disk.durable(file).map(SimulatedDisk::content);
        }

        @Override
        public void write(Path file, byte[] bytes) throws IOException {
            throw new IOException("read-only");
        }

        @Override
        public void append(Path file, byte[] bytes) throws IOException {
            throw new IOException("read-only");
        }

        @Override
        public void move(Path from, Path to) throws IOException {
            throw new IOException("read-only");
        }

        @Override
        public void delete(Path file) throws IOException {
            throw new IOException("read-only");
        }

        @Override
        public void sync(Path folder) throws IOException {
            throw new IOException("read-only");
        }

        @Override
        public Optional<Hold> hold(Path file, String owner) {
            return Optional.empty();
        }
    }
}
