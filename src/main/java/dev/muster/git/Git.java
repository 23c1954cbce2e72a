package dev.muster.git;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The commit that a folder is checked out at, where there is one: for the record only, nothing depends on it. */
public final class Git {
    private Git() {}

    public static Optional<String> head(Path folder) {
        try {
            var git = new GitCommand(folder)
                    .builder("rev-parse", "HEAD")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            var commit = new String(git.getInputStream().readNBytes(200), StandardCharsets.US_ASCII).strip();
            boolean ended = git.waitFor(5, TimeUnit.SECONDS) && git.exitValue() == 0;
            return ended && commit.matches("[0-9a-f]{40,64}") ? Optional.of(commit) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
