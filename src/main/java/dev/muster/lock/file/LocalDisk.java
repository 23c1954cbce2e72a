package dev.muster.lock.file;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * The disk of this machine. There is no way back from an atomic move to a plain one, which would bring torn files back.
 * Power-loss safety needs a POSIX file system.
 */
public final class LocalDisk implements FileSystemPort {
    private static final int PIECE = 1024 * 1024;

    @Override
    public Optional<Content> read(Path file) throws IOException {
        requireNoLink(file);
        requirePlain(file);
        try {
            var channel = FileChannel.open(file, READ, NOFOLLOW_LINKS);
            return Optional.of(new Content(Channels.newInputStream(channel), channel.size()));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    @Override
    public void write(Path file, byte[] bytes) throws IOException {
        requireNoLink(file);
        try (var channel = FileChannel.open(file, CREATE, TRUNCATE_EXISTING, WRITE, NOFOLLOW_LINKS)) {
            writeFully(channel, bytes);
            channel.force(true);
        }
    }

    @Override
    public void append(Path file, byte[] bytes) throws IOException {
        requireNoLink(file);
        try (var channel = FileChannel.open(file, CREATE, APPEND, NOFOLLOW_LINKS)) {
            writeFully(channel, bytes);
            channel.force(true);
        }
    }

    /** In pieces: Java copies what is written at once, and a long record is not to be in memory twice. */
    private static void writeFully(FileChannel channel, byte[] bytes) throws IOException {
        var buffer = ByteBuffer.wrap(bytes);
        while (buffer.position() < bytes.length) {
            buffer.limit(Math.min(bytes.length, buffer.position() + PIECE));
            channel.write(buffer);
        }
    }

    @Override
    public void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void delete(Path file) throws IOException {
        Files.delete(file);
    }

    /** A folder is opened for reading: for writing it cannot be. */
    @Override
    public void sync(Path folder) throws IOException {
        try (var channel = FileChannel.open(folder, READ)) {
            channel.force(true);
        }
    }

    /**
     * One process must hold a file only once: POSIX gives a process's lock back when any of its channels on that file is
     * closed, also that of a second, refused attempt.
     */
    @Override
    public Optional<Hold> hold(Path file, String owner) throws IOException {
        requireNoLink(file);
        var channel = FileChannel.open(file, CREATE, READ, WRITE, NOFOLLOW_LINKS);
        try {
            if (channel.tryLock() == null) {
                channel.close();
                return Optional.empty();
            }
            channel.truncate(0);
            writeFully(channel, owner.getBytes(StandardCharsets.UTF_8));
            return Optional.of(() -> release(channel));
        } catch (OverlappingFileLockException e) {
            channel.close();
            return Optional.empty();
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    private static void release(FileChannel channel) throws IOException {
        if (channel.isOpen()) {
            channel.truncate(0);
            channel.close();
        }
    }

    /** A folder opens like a file and fails at the first byte; a pipe waits for whoever may write to it. */
    private static void requirePlain(Path file) throws FileSystemException {
        if (Files.exists(file, NOFOLLOW_LINKS) && !Files.isRegularFile(file, NOFOLLOW_LINKS)) {
            var what = Files.isDirectory(file, NOFOLLOW_LINKS) ? "it is a folder" : "it is no plain file";
            throw new FileSystemException(file.toString(), null, what);
        }
    }

    private static void requireNoLink(Path file) throws FileSystemException {
        if (Files.isSymbolicLink(file)) {
            throw new FileSystemException(file.toString(), null, "it is a symbolic link");
        }
    }
}
