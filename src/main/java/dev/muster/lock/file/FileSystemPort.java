package dev.muster.lock.file;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Every effect that the file store has on the disk. Each method is one step that a crash may fall before, into or after;
 * what a method promises to be durable survives a loss of power once it has returned. Symbolic links are not followed:
 * the record is a file of its own.
 */
public interface FileSystemPort {
    /** The file's content, or empty when there is no such file. The caller closes it. */
    Optional<Content> read(Path file) throws IOException;

    /** Replaces the file's whole content, durably, but not at once: only for a file that nobody reads yet. */
    void write(Path file, byte[] bytes) throws IOException;

    /** Adds to the end of the file, durably; makes the file where there is none. */
    void append(Path file, byte[] bytes) throws IOException;

    /** Puts {@code from} in the place of {@code to} in one step, or fails; never by copying. */
    void move(Path from, Path to) throws IOException;

    void delete(Path file) throws IOException;

    /** Makes what was created, moved or deleted in a folder durable. */
    void sync(Path folder) throws IOException;

    /**
     * Takes the operating system's lock on a file and writes {@code owner} into it; empty when another process has it. The
     * lock ends with the process, however that ends.
     */
    Optional<Hold> hold(Path file, String owner) throws IOException;

    /** A file that is being read, and how long it was when it was opened. */
    record Content(InputStream in, long size) implements Closeable {
        @Override
        public void close() throws IOException {
            in.close();
        }
    }

    /** An operating system's lock that is held until it is closed. */
    interface Hold extends AutoCloseable {
        @Override
        void close() throws IOException;
    }
}
