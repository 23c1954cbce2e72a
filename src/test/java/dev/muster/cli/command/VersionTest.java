package dev.muster.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.cli.InMemoryProgram;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** What a user who reports something is asked for. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class VersionTest {
    @TempDir
    Path folder;

    private InMemoryProgram program;

    @BeforeEach
    void start() {
        program = new InMemoryProgram(folder);
    }

    @AfterEach
    void stop() {
        program.close();
    }

    @Test
    void says_in_a_line_which_muster_and_java_this_is() {
        assertThat(program.run("--version").out())
                .isEqualTo("muster " + Version.number() + "  (lock format 2, plan format 2, Java " + Runtime.version()
                        + ", no class archive)\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--version --json", "--json -V", "plan --version --json"})
    void says_to_programs_what_runs_and_from_where(String typed) {
        var said = program.run(typed.split(" "));
        var document = JsonMapper.shared().readTree(said.out());

        assertThat(said.code()).isZero();
        assertThat(document.path("version").asString()).isEqualTo(Version.number());
        assertThat(document.path("program").asString()).isNotEmpty();
        assertThat(document.path("launcher").isNull()).isTrue();
        assertThat(document.at("/java/version").asString())
                .isEqualTo(Runtime.version().toString());
        assertThat(document.at("/java/home").asString()).isEqualTo(System.getProperty("java.home"));
        assertThat(document.at("/class_archive/in_use").asBoolean(true)).isFalse();
    }
}
