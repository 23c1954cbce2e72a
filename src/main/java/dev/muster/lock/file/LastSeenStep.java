package dev.muster.lock.file;

import dev.muster.lock.LockErrors;
import dev.muster.lock.LockException;
import dev.muster.lock.LockException.Why;
import dev.muster.lock.LockFormatException;
import dev.muster.lock.StepMark;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * The newest step of a record on another machine that was seen from this folder, in {@code WORKSPACE.lock.seen}. A backup
 * that was put back is whole, only older, and an empty database looks like a first use; whoever saw more can tell.
 */
public final class LastSeenStep {
    private static final int LONGEST = 128;

    private final FileSystemPort disk;
    private final Path file;
    private final Path fresh;
    private Optional<StepMark> kept = Optional.empty();

    /**
     * @param pid tells what this process writes from what another one does at the same time
     */
    public LastSeenStep(FileSystemPort disk, Path folder, String workspace, long pid) {
        this.disk = disk;
        this.file = folder.resolve(workspace + ".lock.seen");
        this.fresh = folder.resolve(workspace + ".lock.seen." + pid);
    }

    public String file() {
        return file.toString();
    }

    /** Empty when nothing was seen from here. A file that says something else is refused. */
    public Optional<StepMark> mark() {
        try {
            var content = disk.read(file);
            kept = content.isEmpty() ? Optional.empty() : Optional.of(mark(content.get()));
            return kept;
        } catch (IOException e) {
            throw LockErrors.unreadable(file(), e);
        }
    }

    /** The first line; a record that lay in this folder itself left more. */
    private StepMark mark(FileSystemPort.Content content) throws IOException {
        try (content) {
            var text = new String(content.in().readNBytes(LONGEST), StandardCharsets.UTF_8);
            return StepMark.parse(text.substring(0, Math.max(0, text.indexOf('\n'))));
        } catch (LockFormatException e) {
            throw new LockException(
                    Why.DAMAGED,
                    file() + " is not as Muster wrote it. It says which step of the record was seen last; find out"
                            + " that the record is the right one, then delete it.");
        }
    }

    /** Where the folder cannot be written, nothing is kept: the record itself is elsewhere, and safe. */
    public void keep(StepMark mark) {
        if (kept.equals(Optional.of(mark))) {
            return;
        }
        try {
            disk.write(fresh, mark.line().getBytes(StandardCharsets.UTF_8));
            disk.move(fresh, file);
            disk.sync(Objects.requireNonNull(file.toAbsolutePath().getParent(), "the file lies in a folder"));
            kept = Optional.of(mark);
        } catch (IOException notKept) {
            kept = Optional.empty();
        }
    }
}
