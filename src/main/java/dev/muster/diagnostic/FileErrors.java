package dev.muster.diagnostic;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import org.jspecify.annotations.Nullable;

/** Why a file cannot be used, in words. */
public final class FileErrors {
    private FileErrors() {}

    /** What the system said of a file; of some refusals Java's message is only the name. */
    public static String reason(@Nullable IOException problem) {
        var said = problem == null ? "no reason is known" : String.valueOf(problem.getMessage());
        if (problem instanceof AccessDeniedException) {
            return said + ": permission denied";
        }
        if (problem instanceof NoSuchFileException) {
            return said + " is not there";
        }
        return problem instanceof FileAlreadyExistsException ? said + " is something else already" : said;
    }
}
