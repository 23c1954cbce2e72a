package dev.muster.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.cli.InMemoryProgram;
import dev.muster.diagnostic.DecodedText;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is sent and recorded is what somebody typed, or nothing is. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ArgumentsTest {
    private static final String[] SEND = {"send", "--from", "Sales Line", "--to", "+15550110965", "--confirm", "1"};

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

    @ParameterizedTest
    @ValueSource(strings = {"Gr\uFFFD\uFFFDe", "half \uD83C", "\uDF89", "\uDF89\uD83C"})
    void text_that_could_not_be_read_is_not_sent(String text) {
        var run = send("--text", text);

        assertThat(run.code()).isEqualTo(64);
        assertThat(run.err()).startsWith("muster: the value of --text has characters that cannot be read: ");
        assertThat(run.err()).contains("LC_ALL=C.UTF-8");
        assertThat(program.sandbox().ledger().people()).isEmpty();
    }

    @Test
    void whole_characters_of_all_planes_are_sent() {
        assertThat(send("--text", "Grüße 🎉 नमस्ते").code()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plan --base \uFFFD",
                "apply --policy-from=\uFFFD",
                "resolve x --reason \uFFFD",
                "lock adopt --rescue \uFFFD",
                "-C \uFFFD validate",
                "validate campaigns/\uFFFD.yaml",
                "contacts import \uFFFD.csv",
                "\uFFFD",
                "--\uFFFD",
                "schema campaign \uFFFD",
                "completion \uFFFD"
            })
    void no_command_takes_an_argument_that_could_not_be_read(String line) {
        var run = program.run(line.split(" ", -1));

        assertThat(run.code()).isEqualTo(64);
        assertThat(run.err()).contains("has characters that cannot be read");
    }

    @Test
    void a_text_that_begins_with_an_at_sign_is_that_text() {
        program.write("notes.txt", "what is in a file of this name");

        assertThat(send("--text", "@" + folder.resolve("notes.txt")).all())
                .contains("\"@/")
                .doesNotContain("what is in");
        assertThat(send("--text", "@@all").all()).contains("\"@@all\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--json", "--campaign", "--confirm", "-q"})
    void an_option_in_the_place_of_a_text_is_not_the_text(String option) {
        var run = send("--text", option);

        assertThat(run.code()).isEqualTo(64);
        assertThat(run.err()).contains("--text").contains(option);
        assertThat(program.sandbox().ledger().people()).isEmpty();
    }

    @Test
    void a_variable_that_could_not_be_read_is_not_recorded() {
        program.variables(Map.of("USER", "J\uFFFDrg"));

        var run = program.run("apply", "--confirm", "6");

        assertThat(run.code()).isEqualTo(64);
        assertThat(run.err()).contains("the environment variable USER has characters that cannot be read");
        assertThat(program.sandbox().ledger().people()).isEmpty();
    }

    @Test
    void a_variable_about_looks_stops_nothing() {
        program.variables(Map.of("COLUMNS", "\uFFFD", "NO_COLOR", "\uFFFD", "TERM", "\uFFFD"));

        assertThat(program.run("plan").code()).isZero();
    }

    @Test
    void where_java_read_other_letters_all_that_is_not_ascii_is_lost() {
        assertThat(DecodedText.marked("GrÃ¼Ãe 1", false)).isEqualTo("Gr\uFFFD\uFFFD\uFFFDe 1");
        assertThat(DecodedText.marked("Grüße 1", true)).isEqualTo("Grüße 1");
        assertThat(DecodedText.isBroken(DecodedText.marked("Grüße", false))).isTrue();
    }

    private InMemoryProgram.Run send(String... more) {
        var line = Stream.concat(Stream.of(SEND), Stream.of(more));
        return program.run(line.toArray(String[]::new));
    }
}
