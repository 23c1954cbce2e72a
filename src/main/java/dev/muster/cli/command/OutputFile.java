package dev.muster.cli.command;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.muster.diagnostic.UsageException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A file that Muster writes where anybody who can write to the branch may have put a symbolic link: it is never followed,
 * so no link decides what is overwritten on the machine that runs this.
 */
public final class OutputFile {
    /** Definitions, locks with all that lies beside them, and what steers git. */
    private static final Pattern READ = Pattern.compile(
            ".*\\.ya?ml|.*\\.lock\\.(?:json|json\\.tmp|journal|owner|seen|seen\\..*|answers)|\\.git.*", Pattern.DOTALL);

    /** Folders that are git's or Muster's own. */
    private static final Set<String> KEPT = Set.of(".git", ".muster");

    private OutputFile() {}

    /** The text, whole, in place of what was there. */
    public static void write(Path file, String text) throws IOException {
        write(file, text, CREATE, TRUNCATE_EXISTING, WRITE);
    }

    public static void write(Path file, String text, OpenOption... how) throws IOException {
        Files.writeString(requireNoLink(file), text, withoutLinks(how));
    }

    /** The same of what is too long to be held. */
    public static void write(Path file, StreamedOutput content) throws IOException {
        try (var out = Files.newBufferedWriter(requireNoLink(file), withoutLinks(CREATE, TRUNCATE_EXISTING, WRITE))) {
            content.to(out);
        } catch (UncheckedIOException broken) {
            throw broken.getCause();
        }
    }

    private static OpenOption[] withoutLinks(OpenOption... how) {
        return Stream.concat(Stream.of(how), Stream.of(LinkOption.NOFOLLOW_LINKS))
                .toArray(OpenOption[]::new);
    }

    /** The file that an option names for output, unless Muster or git reads it: it would be lost, whatever it was. */
    static Path requireFree(Path typed) {
        var name =
                String.valueOf(typed.toAbsolutePath().normalize().getFileName()).toLowerCase(Locale.ROOT);
        if (READ.matcher(name).matches()) {
            throw new UsageException(
                    typed + " is a file that Muster or git reads, so nothing is written there: name another file");
        }
        if (Stream.of(typed.toAbsolutePath().normalize(), real(typed)).anyMatch(OutputFile::isKept)) {
            throw new UsageException(typed + " lies in a folder of git or Muster: name another file");
        }
        return typed;
    }

    private static boolean isKept(Path path) {
        return StreamSupport.stream(path.spliterator(), false)
                .map(part -> part.toString().toLowerCase(Locale.ROOT))
                .anyMatch(KEPT::contains);
    }

    /** Where the file's folder really is, whatever links lead there; where there is none, nothing can be written. */
    private static Path real(Path typed) {
        try {
            var folder = typed.toAbsolutePath().getParent();
            return folder == null ? typed : folder.toRealPath();
        } catch (IOException notThere) {
            return typed;
        }
    }

    /** The file, unless it is a link. */
    public static Path requireNoLink(Path file) throws FileSystemException {
        if (Files.isSymbolicLink(file)) {
            throw new FileSystemException(file.toString(), null, "it is a symbolic link");
        }
        return file;
    }
}
