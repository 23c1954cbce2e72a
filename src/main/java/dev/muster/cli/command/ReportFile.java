package dev.muster.cli.command;

import dev.muster.diagnostic.EnvironmentException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A report on its way into a file. */
public final class ReportFile {
    private ReportFile() {}

    public static void write(Path file, String text) {
        try {
            OutputFile.write(file, text);
        } catch (IOException e) {
            throw new EnvironmentException("the report cannot be written to " + file + ": " + why(e), e);
        }
    }

    /** What the system said, in words where its shortest refusals name only the file. */
    public static String why(IOException e) {
        if (e instanceof NoSuchFileException) {
            return "there is no such folder";
        }
        return e instanceof AccessDeniedException ? "you may not write there" : String.valueOf(e.getMessage());
    }
}
