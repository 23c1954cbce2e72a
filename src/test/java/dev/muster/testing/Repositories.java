package dev.muster.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A bare repository that machines share, and clones of it as CI systems make them: shallow, and on no branch. */
public record Repositories(Path place) {
    /** Makes the shared repository; its branch {@code main} has two commits, the last one with these files. */
    public static Repositories in(Path place, Path files) {
        var repositories = new Repositories(place);
        git(place, "init", "-q", "--bare", "-b", "main", repositories.remote().toString());
        git(files, "init", "-q", "-b", "main");
        git(files, "commit", "-q", "--allow-empty", "-m", "Begin");
        git(files, "add", "-A");
        git(files, "commit", "-q", "--allow-empty", "-m", "Write the campaigns");
        git(files, "push", "-q", repositories.remote().toString(), "main");
        return repositories;
    }

    /** The class path of this process, for a program that is started in another folder. */
    public static String classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(part -> Path.of(part).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    public Path remote() {
        return place.resolve("remote.git");
    }

    public Path cloned(String name) {
        var folder = place.resolve(name);
        git(place, "clone", "-q", "--depth", "1", remote().toUri().toString(), folder.toString());
        git(folder, "checkout", "-q", "--detach");
        return folder;
    }

    /** Lets the shared repository run this after or before it takes a push. */
    public void hook(String name, String script) {
        hook(remote().resolve("hooks"), name, script);
    }

    public static void hook(Path hooks, String name, String script) {
        try {
            var file = Files.createDirectories(hooks).resolve(name);
            Files.writeString(file, "#!/bin/sh\n" + script + "\n");
            assertThat(file.toFile().setExecutable(true)).isTrue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What git prints; nothing of the user's own configuration has a say. */
    public static String git(Path folder, String... arguments) {
        return feed("", folder, arguments);
    }

    /** The same where git may as well fail. */
    public static String tried(Path folder, String... arguments) {
        return said("", folder, arguments).text();
    }

    /** What git prints, with a text on standard input. */
    public static String feed(String input, Path folder, String... arguments) {
        var said = said(input, folder, arguments);
        assertThat(said.code())
                .as("git %s: %s", List.of(arguments), said.text())
                .isZero();
        return said.text().strip();
    }

    private record Said(int code, String text) {}

    private static Said said(String input, Path folder, String... arguments) {
        var command = new ArrayList<>(List.of(
                "git", "-c", "user.name=Robin", "-c", "user.email=robin@example.com", "-c", "core.fsmonitor=false"));
        command.addAll(List.of(arguments));
        try {
            var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
            builder.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
            builder.environment().put("GIT_CONFIG_NOSYSTEM", "1");
            var process = builder.start();
            try (var in = process.getOutputStream()) {
                in.write(input.getBytes(StandardCharsets.UTF_8));
            }
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Said(process.waitFor(), said);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
