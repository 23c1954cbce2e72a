package dev.muster.cli.project;

import dev.muster.cli.command.Console;
import dev.muster.cli.command.OutputFile;
import dev.muster.diagnostic.EnvironmentException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;

/**
 * What git has to know of a campaigns folder: what stays out of it, and that a lock file keeps its bytes. Lines that are
 * missing are added; what is there stays.
 */
record GitFiles(Path folder, Path shown) {
    static GitFiles in(Path folder, Path shown) {
        return new GitFiles(folder, shown);
    }

    void complete(Console console) {
        complete(console, ".gitignore", "/init/gitignore");
        complete(console, ".gitattributes", "/init/gitattributes");
    }

    private void complete(Console console, String name, String resource) {
        var file = folder.resolve(name);
        try {
            var before = Files.exists(OutputFile.requireNoLink(file)) ? Files.readString(file) : "";
            var missing = missing(before, lines(resource));
            if (!missing.isEmpty()) {
                var end = before.isEmpty() || before.endsWith("\n") ? "" : "\n";
                OutputFile.write(file, before + end + String.join("\n", missing) + "\n");
                console.product((before.isEmpty() ? "wrote " : "added to ") + shown.resolve(name) + "\n");
            }
        } catch (IOException e) {
            throw new EnvironmentException(file + " cannot be written: " + e.getMessage(), e);
        }
    }

    /** All lines for a new file; for one that is there the rules that it lacks. */
    private static List<String> missing(String before, List<String> wanted) {
        var there = new HashSet<>(before.lines().map(String::strip).toList());
        var rules = wanted.stream()
                .filter(line -> !line.startsWith("#") && !there.contains(line))
                .toList();
        return before.isBlank() ? wanted : rules;
    }

    private static List<String> lines(String resource) throws IOException {
        try (InputStream content = GitFiles.class.getResourceAsStream(resource)) {
            return new String(Objects.requireNonNull(content).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }
}
