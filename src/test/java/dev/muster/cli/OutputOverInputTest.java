package dev.muster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.cli.env.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every option that names a file for output, over each file that Muster or git reads: refused, and the file stays. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class OutputOverInputTest {
    private static final List<String> COMMANDS = List.of("plan", "plan --format json", "report", "logs system-test");

    @TempDir
    Path folder;

    private InMemoryProgram program;

    @BeforeEach
    void start() {
        program = new InMemoryProgram(folder);
        program.run("init");
        program.run("apply", "--confirm", "6");
    }

    @AfterEach
    void stop() {
        program.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "campaigns/sandbox.lock.json",
                "campaigns/./more/../sandbox.lock.json",
                "campaigns/sandbox.lock.seen",
                "campaigns/sandbox.lock.journal",
                "campaigns/muster.yaml",
                "campaigns/test.yaml",
                "campaigns/new.yml",
                "campaigns/NEW.YAML",
                "campaigns/.gitignore",
                "campaigns/.gitattributes",
                "campaigns/.muster/world.json",
                "campaigns/.MUSTER/world.json",
                ".git/config",
                "link/world.html",
                "link/plan.json"
            })
    void is_refused(String file) throws IOException {
        Files.createDirectories(folder.resolve("campaigns/.muster"));
        Files.createDirectories(folder.resolve("campaigns/more"));
        Files.createSymbolicLink(folder.resolve("link"), folder.resolve("campaigns/.muster"));
        var target = folder.resolve(file);
        var before = content(target);

        for (var command : COMMANDS) {
            var run = program.run((command + " -o " + file).split(" ", -1));

            assertThat(run.code()).as(command + ": " + run.all()).isEqualTo(ExitCode.USAGE.number());
            // a report records what it saw in the lock
            if (!file.contains(".lock.")) {
                assertThat(content(target)).as(command).isEqualTo(before);
            }
        }
        assertThat(program.run("lock", "verify").code()).isZero();
    }

    private static String content(Path file) throws IOException {
        return Files.exists(file) ? Files.readString(file) : "";
    }

    @Test
    void another_file_is_written() {
        assertThat(program.run("plan", "-o", "campaigns/plan.json").code()).isZero();
        assertThat(folder.resolve("campaigns/plan.json")).isRegularFile();
    }
}
