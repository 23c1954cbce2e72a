package dev.muster.cli.logs;

import dev.muster.cli.command.ReportFile;
import dev.muster.diagnostic.EnvironmentException;
import dev.muster.model.Sha256;
import dev.muster.outcome.Delivery;
import dev.muster.outcome.SeenIds;
import dev.muster.report.LogFormat;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.Consumer;

/**
 * A log on its way into a file. Until it is whole it stands beside the file under a name of its own, from which the same
 * command goes on after an interruption: the rows are read again, and a torn last line is cut off. The name tells of what
 * the rows are (campaign, format, filter, masking), so that no two kinds get into one file. Only its owner can read it, and
 * one run at a time writes it.
 */
final class LogFile implements AutoCloseable {
    private static final int BUFFER = 1 << 16;

    private final Path file;
    private final Path part;
    private final LogFormat format;
    private final SeenIds ids = new SeenIds();
    private final OutputStream out;
    private int rows;

    private LogFile(Path file, LogFormat format, String what, Consumer<Delivery> found) throws IOException {
        this.file = file;
        this.format = format;
        var kind = Sha256.of(what).value().substring("sha256:".length(), "sha256:".length() + 8);
        this.part = file.resolveSibling(file.getFileName() + "." + kind + ".part");
        requireOurs();
        var channel = FileChannel.open(part, StandardOpenOption.WRITE);
        requireAlone(channel);
        long whole = format == LogFormat.TABLE ? 0 : readAgain(found);
        channel.truncate(whole).position(whole);
        this.out = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER);
        if (whole == 0) {
            put(format.header());
        }
    }

    /** Opens it; the rows of an interrupted run are handed to {@code found} once more. */
    static LogFile open(Path file, LogFormat format, String what, Consumer<Delivery> found) {
        if (Files.isDirectory(file)) {
            throw new EnvironmentException("the log cannot be written to " + file + ": it is a folder");
        }
        try {
            return new LogFile(file, format, what, found);
        } catch (IOException e) {
            throw new EnvironmentException("the log cannot be written to " + file + ": " + ReportFile.why(e), e);
        }
    }

    private void requireOurs() throws IOException {
        if (!Files.exists(part, LinkOption.NOFOLLOW_LINKS)) {
            Files.createFile(part, ownerOnly(part));
        } else if (!Files.isRegularFile(part, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileSystemException(part.toString(), null, "not a regular file");
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path part) {
        return part.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private void requireAlone(FileChannel channel) throws IOException {
        try {
            if (channel.tryLock() != null) {
                return;
            }
        } catch (OverlappingFileLockException ours) {
            // another run in this process
        }
        channel.close();
        throw new FileSystemException(part.toString(), null, "another run is writing it");
    }

    /** Takes up what an interrupted run left, and returns how many bytes of it are whole lines. */
    private long readAgain(Consumer<Delivery> found) throws IOException {
        long whole = 0;
        long at = 0;
        var line = new ByteArrayOutputStream();
        try (var in = new BufferedInputStream(Files.newInputStream(part), BUFFER)) {
            for (int next = in.read(); next >= 0; next = in.read()) {
                at++;
                line.write(next);
                if (next == '\n') {
                    take(line.toString(StandardCharsets.UTF_8).strip(), found);
                    line.reset();
                    whole = at;
                }
            }
        }
        return whole;
    }

    private void take(String line, Consumer<Delivery> found) {
        try {
            format.read(line).ifPresent(row -> {
                ids.add(row.id());
                rows++;
                found.accept(row);
            });
        } catch (IllegalArgumentException | java.time.DateTimeException e) {
            throw new EnvironmentException(
                    "what an interrupted run left in " + part + " was changed since: remove it, and run this again", e);
        }
    }

    /** The ids of the rows that are there; whoever reads adds to them. */
    SeenIds ids() {
        return ids;
    }

    int rows() {
        return rows;
    }

    void write(Delivery row) {
        try {
            put(format.row(row));
            rows++;
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private void put(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    /** All rows are there: the file takes its name. */
    void finish() {
        try {
            out.close();
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /** What was written stays for the next run. */
    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private EnvironmentException unwritable(IOException e) {
        return new EnvironmentException(
                "the log cannot be written to " + file + ": " + ReportFile.why(e) + ". The rows so far are in "
                        + part.getFileName() + " beside it, from which the same command goes on",
                e);
    }
}
