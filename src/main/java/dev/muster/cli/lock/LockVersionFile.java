package dev.muster.cli.lock;

import dev.muster.cli.command.CommandContext;
import dev.muster.diagnostic.EnvironmentException;
import dev.muster.lock.merge.LockVersion;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A version of the lock that somebody names on the command line; a pipe is one as well, such as {@code <(git show …)}. */
final class LockVersionFile {
    private LockVersionFile() {}

    /** {@code typed} is how the user calls it. */
    static LockVersion read(CommandContext session, Path typed) {
        var file = session.path(typed);
        if (!Files.exists(file)) {
            throw new EnvironmentException("there is no file " + typed);
        }
        if (Files.isDirectory(file)) {
            throw new EnvironmentException(typed + " is a folder: name a version of the lock file");
        }
        return new LockVersion(typed.toString(), text(file, typed));
    }

    /** As {@link #read}; what is empty is no version of a lock. */
    static LockVersion readSome(CommandContext session, Path typed) {
        var version = read(session, typed);
        if (version.text().isBlank()) {
            throw new EnvironmentException(typed + " is empty: name a version of the lock file");
        }
        return version;
    }

    private static String text(Path file, Path typed) {
        try {
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            throw new EnvironmentException(typed + " cannot be read: it is no text in UTF-8", e);
        } catch (AccessDeniedException e) {
            throw new EnvironmentException(typed + " cannot be read: this user has no right to", e);
        } catch (IOException e) {
            throw new EnvironmentException(typed + " cannot be read: " + e.getMessage(), e);
        }
    }
}
