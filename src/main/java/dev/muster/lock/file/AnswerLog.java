package dev.muster.lock.file;

import dev.muster.lock.LockErrors;
import dev.muster.lock.format.DigestedText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;

/**
 * SeaX's answers of a run whose record is on another machine, each durable on this one before anybody tries to understand
 * it: one journal line each, in a file that goes when the record has them all. One that a broken run left is evidence, and
 * stays.
 */
public final class AnswerLog {
    private final FileSystemPort disk;
    private final Path file;
    private final boolean left;
    private boolean written;

    public AnswerLog(FileSystemPort disk, Path file) {
        this.disk = disk;
        this.file = file;
        this.left = isThere(disk, file);
    }

    private static boolean isThere(FileSystemPort disk, Path file) {
        try {
            var content = disk.read(file);
            if (content.isPresent()) {
                content.get().close();
            }
            return content.isPresent();
        } catch (IOException e) {
            throw LockErrors.unreadable(file.toString(), e);
        }
    }

    public void keep(DigestedText line) {
        try {
            written = true;
            disk.append(file, line.bytes());
            disk.sync(folder());
        } catch (IOException e) {
            throw LockErrors.unwritable(file.toString(), e);
        }
    }

    /** The record has them. A file that cannot be removed does no harm. */
    public void drop() {
        try {
            if (written && !left) {
                disk.delete(file);
                disk.sync(folder());
            }
        } catch (IOException stays) {
            written = false;
        }
    }

    private Path folder() {
        return Objects.requireNonNull(file.toAbsolutePath().getParent(), "the file lies in a folder");
    }
}
