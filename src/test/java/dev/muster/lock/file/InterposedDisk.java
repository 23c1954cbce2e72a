package dev.muster.lock.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** A real disk that does something else just before it reads a file for the first time: what another process does then. */
public final class InterposedDisk implements FileSystemPort {
    private final FileSystemPort disk = new LocalDisk();
    private final Runnable between;
    private boolean read;

    public InterposedDisk(Runnable between) {
        this.between = between;
    }

    @Override
    public Optional<Content> read(Path file) throws IOException {
        if (!read) {
            read = true;
            between.run();
        }
        return disk.read(file);
    }

    @Override
    public void write(Path file, byte[] bytes) throws IOException {
        disk.write(file, bytes);
    }

    @Override
    public void append(Path file, byte[] bytes) throws IOException {
        disk.append(file, bytes);
    }

    @Override
    public void move(Path from, Path to) throws IOException {
        disk.move(from, to);
    }

    @Override
    public void delete(Path file) throws IOException {
        disk.delete(file);
    }

    @Override
    public void sync(Path folder) throws IOException {
        disk.sync(folder);
    }

    @Override
    public Optional<Hold> hold(Path file, String owner) throws IOException {
        return disk.hold(file, owner);
    }
}
