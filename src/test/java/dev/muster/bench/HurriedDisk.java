package dev.muster.bench;

import dev.muster.lock.file.FileSystemPort;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A disk that promises nothing: it forgets the journal and syncs nothing, so that a large lock is made in seconds. */
final class HurriedDisk implements FileSystemPort {
    @Override
    public Optional<Content> read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        var bytes = Files.readAllBytes(file);
        return Optional.of(new Content(new ByteArrayInputStream(bytes), bytes.length));
    }

    @Override
    public void write(Path file, byte[] bytes) throws IOException {
        Files.write(file, bytes);
    }

    @Override
    public void append(Path file, byte[] bytes) {}

    @Override
    public void move(Path from, Path to) throws IOException {
        Files.deleteIfExists(to);
        Files.move(from, to);
    }

    @Override
    public void delete(Path file) throws IOException {
        Files.deleteIfExists(file);
    }

    @Override
    public void sync(Path folder) {}

    @Override
    public Optional<Hold> hold(Path file, String owner) {
        return Optional.of(() -> {});
    }
}
