package dev.muster.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.muster.testing.Repositories;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What the documentation tells people to put before a commit, really put there. */
@Tag("process")
@DisabledOnOs(OS.WINDOWS)
@DisplayNameGeneration(ReplaceUnderscores.class)
class CommitHookTest {
    private static final Path PAGE = Path.of("src/site/markdown/pull-requests.md");
    private static final Pattern RECIPE =
            Pattern.compile("`\\.git/hooks/pre-commit`:\n\n```sh\n(.*?)```", Pattern.DOTALL);

    @TempDir
    Path folder;

    private Path clone;
    private Job desk;

    private record Ended(int code, String said) {}

    @BeforeEach
    void a_folder_in_a_repository() throws IOException {
        var files = Files.createDirectories(folder.resolve("files"));
        Files.createDirectories(files.resolve("campaigns"));
        clone = Repositories.in(folder, files).cloned("clone");
        desk = Job.in(folder.resolve("desk"), clone, Map.of());
        desk.tool("muster", "exec '" + folder.resolve("desk/checkout of muster/muster") + "' \"$@\"");
        run(clone, "muster", "init", "-q");
        run(clone, "git", "add", "-A");
    }

    @Test
    void the_recipe_lets_what_is_right_pass_and_refuses_what_is_wrong() throws Exception {
        var recipe = RECIPE.matcher(Files.readString(PAGE));
        assertThat(recipe.find()).isTrue();
        Repositories.hook(
                clone.resolve(".git/hooks"), "pre-commit", recipe.group(1).replace("#!/bin/sh\n", ""));

        assertThat(commit()).extracting(Ended::code).isEqualTo(0);
        edit("key: hello-vips", "key: Hello VIPs");
        var refused = commit();
        assertThat(refused.code()).as(refused.said()).isNotZero();
        assertThat(refused.said()).contains("campaigns/hello.yaml:", "Hello VIPs");
        assertThat(run(clone, "git", "log", "--oneline").said().lines()).hasSize(2);
    }

    /** As pre-commit does it with `language: system`: the entry's words are a program and its arguments. */
    @Test
    void the_entry_for_pre_commit_is_a_command_that_does_the_same() throws Exception {
        var hooks = Files.readString(Path.of(".pre-commit-hooks.yaml"));
        var entry = value(hooks, "entry").split(" ", -1);

        assertThat(run(clone, entry).code()).isZero();
        edit("key: hello-vips", "key: Hello VIPs");
        assertThat(run(clone, entry).code()).isEqualTo(1);
        assertThat(value(hooks, "pass_filenames")).isEqualTo("false");
        assertThat(value(hooks, "always_run"))
                .as("a commit that only deletes has no file that `files` could match")
                .isEqualTo("true");
        assertThat(hooks).doesNotContain("  files:");
    }

    @Test
    void pre_commit_itself_runs_it_where_it_is_installed() throws Exception {
        assumeTrue(run(clone, "sh", "-c", "command -v pre-commit").code() == 0, "pre-commit is not installed");
        var config = "repos:\n- repo: local\n  hooks:\n"
                + Files.readString(Path.of(".pre-commit-hooks.yaml"))
                        .replaceAll("(?m)^#.*\n", "")
                        .replaceAll("(?m)^", "  ");
        Files.writeString(clone.resolve(".pre-commit-config.yaml"), config.stripTrailing() + "\n");

        var fine = run(clone, "pre-commit", "run", "--all-files");
        assertThat(fine.code()).as(fine.said()).isZero();
        edit("key: hello-vips", "key: Hello VIPs");
        var wrong = run(clone, "pre-commit", "run", "--all-files");
        assertThat(wrong.code()).as(wrong.said()).isEqualTo(1);
        assertThat(wrong.said()).contains("campaigns/hello.yaml:");
    }

    private static String value(String yaml, String key) {
        var found = Pattern.compile("(?m)^ *-? *" + key + ": (.*)$").matcher(yaml);
        assertThat(found.find()).as(key).isTrue();
        return found.group(1);
    }

    private void edit(String old, String text) throws IOException {
        var file = clone.resolve("campaigns/hello.yaml");
        assertThat(Files.readString(file)).contains(old);
        Files.writeString(file, Files.readString(file).replace(old, text));
        run(clone, "git", "add", "-A");
    }

    private Ended commit() throws Exception {
        return run(clone, "git", "commit", "-q", "-m", "Write a campaign");
    }

    private Ended run(Path where, String... command) throws IOException {
        var line = Stream.concat(Stream.of("env"), Stream.of(command)).toList(); // looks on the path that it is given
        var builder = new ProcessBuilder(line).directory(where.toFile()).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment()
                .putAll(Map.of(
                        "PATH", folder.resolve("desk/bin") + ":" + System.getenv("PATH"),
                        "HOME", folder.toString(),
                        "GIT_AUTHOR_NAME", "Robin",
                        "GIT_AUTHOR_EMAIL", "robin@example.com",
                        "GIT_COMMITTER_NAME", "Robin",
                        "GIT_COMMITTER_EMAIL", "robin@example.com"));
        var process = builder.start();
        process.getOutputStream().close();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            return new Ended(process.waitFor(), said);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
