package dev.muster.git;

import static dev.muster.testing.Repositories.git;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.testing.Repositories;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hook of another repository, or a person's shell, may point git elsewhere; Muster asks the repository of its folder. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class GitEnvironmentTest {
    @TempDir
    Path place;

    private Path clone = Path.of("clone");
    private Map<String, String> elsewhere = Map.of();

    @Test
    void the_repository_of_the_folder_is_asked_whatever_the_environment_says() throws Exception {
        var repositories = campaigns();
        var other = Files.createDirectory(place.resolve("other"));
        git(other, "init", "-q", "-b", "main");
        git(other, "commit", "-q", "--allow-empty", "-m", "Another");
        var before = git(other, "for-each-ref");
        var dotGit = other.resolve(".git");
        elsewhere = Map.of(
                "GIT_DIR", dotGit.toString(),
                "GIT_WORK_TREE", other.toString(),
                "GIT_INDEX_FILE", dotGit.resolve("no-index").toString(),
                "GIT_OBJECT_DIRECTORY", dotGit.resolve("objects").toString(),
                "GIT_COMMON_DIR", dotGit.toString(),
                "GIT_NAMESPACE", "other");

        succeed("init");
        succeed("apply", "--confirm", "6");
        assertThat(succeed("plan", "--base", "HEAD")).contains("1 already sent").doesNotContain("counts as new");
        assertThat(succeed("lock", "show", "system-test", "--json")).contains(git(clone, "rev-parse", "HEAD"));

        assertThat(git(repositories.remote(), "for-each-ref", "--format=%(refname)"))
                .contains("refs/heads/muster/ci");
        assertThat(git(other, "for-each-ref")).isEqualTo(before);
    }

    private Repositories campaigns() throws IOException {
        var files = place.resolve("files");
        var campaigns = Files.createDirectories(files.resolve("campaigns"));
        Files.writeString(campaigns.resolve("muster.yaml"), """
                kind: project
                default_workspace: ci
                workspaces:
                  ci:
                    sandbox: {clock: 2026-11-30T09:00:00Z}
                    lock: {store: git}
                """);
        Files.writeString(campaigns.resolve("test.yaml"), """
                kind: campaign
                key: system-test
                name: System test
                owner: crm-team
                audience: {any: [staff_test]}
                senders: [Sales Line]
                message: {text: This is a test of our message system. Nothing to do for you.}
                schedule: immediately
                """);
        var repositories = Repositories.in(place, files);
        clone = repositories.cloned("clone");
        return repositories;
    }

    private String succeed(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                Repositories.classPath(),
                "dev.muster.cli.Main"));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).directory(clone.toFile()).redirectErrorStream(true);
        builder.environment().putAll(elsewhere);
        var process = builder.start();
        process.getOutputStream().close();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}
