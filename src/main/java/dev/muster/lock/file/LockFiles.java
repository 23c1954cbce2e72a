package dev.muster.lock.file;

import dev.muster.lock.Lock;
import dev.muster.lock.LockErrors;
import dev.muster.lock.LockException;
import dev.muster.lock.LockFile;
import dev.muster.lock.RunOwner;
import dev.muster.lock.format.DigestedText;
import dev.muster.lock.format.Journal;
import dev.muster.lock.format.LockJson;
import dev.muster.lock.format.OwnerJson;
import dev.muster.lock.merge.LockVersion;
import dev.muster.model.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The files of one workspace's record, in one folder: {@code sandbox.lock.json}, {@code sandbox.lock.journal} and
 * {@code sandbox.lock.owner}. What the disk refuses becomes a {@link LockException} that names the file.
 */
final class LockFiles {
    private final FileSystemPort disk;
    private final Path folder;
    private final Path file;
    private final Path fresh;
    private final Path journal;
    private final Path owner;

    LockFiles(FileSystemPort disk, Path folder, String workspace) {
        this.disk = disk;
        this.folder = folder;
        this.file = folder.resolve(workspace + ".lock.json");
        this.fresh = folder.resolve(workspace + ".lock.json.tmp");
        this.journal = folder.resolve(workspace + ".lock.journal");
        this.owner = folder.resolve(workspace + ".lock.owner");
    }

    String file() {
        return file.toString();
    }

    /** The command that takes the version with this digest out of git, wherever it was committed or stashed. */
    String gitPuttingBack(Sha256 digest) {
        return git() + " checkout " + gitFinding(digest) + " -- " + quoted(name());
    }

    /** The command that prints the version with this digest. */
    String gitShowing(Sha256 digest) {
        return git() + " show " + gitFinding(digest) + ":./" + name();
    }

    private String gitFinding(Sha256 digest) {
        return "\"$(" + git() + " log --all --reflog -m --reverse --format=%H -S " + digest + " -- " + quoted(name())
                + " | head -n 1)\"";
    }

    private String git() {
        return "git -C " + quoted(folder.toString());
    }

    private String name() {
        return String.valueOf(file.getFileName());
    }

    private static String quoted(String text) {
        return text.matches("[A-Za-z0-9_./@%+=:,-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
    }

    /** Why this journal cannot come upon this file. */
    LockException notContinued(LockFile found, Journal steps) {
        long serial = found.lock().serial();
        return serial < steps.baseSerial()
                ? LockErrors.rolledBack(file(), serial, journal(), steps.baseSerial())
                : LockErrors.apart(file(), journal(), gitShowing(steps.base()));
    }

    String journal() {
        return journal.toString();
    }

    Optional<LockFile> readFile() {
        try {
            return reading(file, content -> LockJson.read(file(), content.in(), content.size()));
        } catch (LockException refused) {
            return Optional.of(readAsGitLeftIt(refused));
        }
    }

    /** Git may have changed the line ends, which the digest forgives, or have left a merge unfinished. */
    private LockFile readAsGitLeftIt(LockException refused) {
        var text = refused.why() == LockException.Why.DAMAGED ? readText() : "";
        if (new LockVersion(file(), text).isMarked()) {
            throw LockErrors.unmerged(file(), quoted(file()));
        }
        if (!text.contains("\r\n")) {
            throw refused;
        }
        try {
            return new LockVersion(file(), text).read();
        } catch (LockException stillDamaged) {
            throw refused;
        }
    }

    /** The file as it is, where it has git's conflict marks. */
    Optional<LockVersion> readMarked() {
        return Optional.of(new LockVersion(file(), readText())).filter(LockVersion::isMarked);
    }

    /** Empty where it cannot be read. */
    private String readText() {
        try {
            return reading(file, content -> new String(content.in().readAllBytes(), StandardCharsets.UTF_8))
                    .orElse("");
        } catch (LockException unreadable) {
            return "";
        }
    }

    Optional<Journal> readJournal() {
        return reading(journal, content -> Journal.read(journal(), content.in().readAllBytes()));
    }

    /** The new file is whole on the disk before it takes the old one's place. */
    LockFile replace(Lock lock, Optional<Sha256> previous) {
        var sealed = LockJson.write(lock, previous);
        writing(file, () -> {
            disk.write(fresh, sealed.bytes());
            disk.move(fresh, file);
            disk.sync(folder);
        });
        return new LockFile(lock, previous, sealed.digest());
    }

    /** An empty journal, so that a run that cannot write one ends before it sends. */
    void startJournal() {
        writing(journal, () -> {
            disk.append(journal, new byte[0]);
            disk.sync(folder);
        });
    }

    void append(DigestedText line) {
        writing(journal, () -> disk.append(journal, line.bytes()));
    }

    void dropJournal() {
        writing(journal, () -> {
            disk.delete(journal);
            disk.sync(folder);
        });
    }

    Optional<FileSystemPort.Hold> hold(RunOwner by) {
        try {
            return disk.hold(owner, OwnerJson.write(by));
        } catch (IOException e) {
            throw LockErrors.unwritable(owner.toString(), e);
        }
    }

    Optional<RunOwner> holder() {
        return reading(owner, content -> new String(content.in().readAllBytes(), StandardCharsets.UTF_8))
                .flatMap(OwnerJson::read);
    }

    private <T> Optional<T> reading(Path path, Reading<T> reading) {
        try {
            var content = disk.read(path);
            return content.isPresent() ? Optional.of(readingToEnd(content.get(), reading)) : Optional.empty();
        } catch (IOException e) {
            throw LockErrors.unreadable(path.toString(), e);
        }
    }

    private static <T> T readingToEnd(FileSystemPort.Content content, Reading<T> reading) throws IOException {
        try (content) {
            return reading.read(content);
        }
    }

    private static void writing(Path path, Writing writing) {
        try {
            writing.write();
        } catch (IOException e) {
            throw LockErrors.unwritable(path.toString(), e);
        }
    }

    private interface Reading<T> {
        T read(FileSystemPort.Content content) throws IOException;
    }

    private interface Writing {
        void write() throws IOException;
    }
}
