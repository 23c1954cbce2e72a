package dev.muster.lock.file;

import dev.muster.lock.SeenRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/**
 * The memory of a folder, in {@code WORKSPACE.lock.seen} beside the record. The record itself can be deleted, or put back as
 * it was; this file stays out of git and stays where it is, so that the next run notices.
 */
final class SeenRecordFile {
    /** More than the lines before the entries have. */
    private static final int LONGEST_HEAD = 512;

    private final FileSystemPort disk;
    private final Path folder;
    private final Path file;
    private final Path fresh;

    SeenRecordFile(FileSystemPort disk, Path folder, String workspace, long pid) {
        this.disk = disk;
        this.folder = folder;
        this.file = folder.resolve(workspace + ".lock.seen");
        this.fresh = folder.resolve(workspace + ".lock.seen." + pid);
    }

    String file() {
        return file.toString();
    }

    /** Empty when no record was used here. */
    Optional<SeenRecord> read() {
        return read(Integer.MAX_VALUE, SeenRecordText::read);
    }

    /** The same without the entries, at a cost that does not depend on their number. */
    Optional<SeenRecord> readHead() {
        return read(LONGEST_HEAD, SeenRecordText::readHead);
    }

    private Optional<SeenRecord> read(int most, Function<String, Optional<SeenRecord>> form) {
        try {
            var content = disk.read(file);
            return content.isEmpty() ? Optional.empty() : Optional.of(read(content.get(), most, form));
        } catch (IOException e) {
            throw MemoryRefusals.unreadable(file(), e);
        }
    }

    private SeenRecord read(FileSystemPort.Content content, int most, Function<String, Optional<SeenRecord>> form)
            throws IOException {
        try (content) {
            var text = new String(content.in().readNBytes(most), StandardCharsets.UTF_8);
            return form.apply(text).orElseThrow(() -> MemoryRefusals.damaged(file()));
        }
    }

    /** From now on this is what was seen, whatever happens to the machine. */
    void keep(SeenRecord seen) throws IOException {
        disk.write(fresh, SeenRecordText.write(seen).getBytes(StandardCharsets.UTF_8));
        disk.move(fresh, file);
        disk.sync(folder);
    }
}
