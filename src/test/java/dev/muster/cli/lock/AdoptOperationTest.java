package dev.muster.cli.lock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.cli.InMemoryProgram;
import dev.muster.cli.env.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A campaign on SeaX is taken into the lock only if it is the one that is defined, or a person says why it is. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class AdoptOperationTest {
    private static final String ID = "campaign_4c956a0c-96b3-4624-bab0-a891914bfe50";
    private static final String DEFINITION = "campaigns/test.yaml";

    @TempDir
    Path folder;

    private InMemoryProgram program;

    @BeforeEach
    void it_was_sent_and_the_lock_is_lost() throws IOException {
        program = new InMemoryProgram(folder);
        assertThat(program.run("apply", "--confirm", "6").code()).isZero();
        forget();
    }

    @AfterEach
    void close() {
        program.close();
    }

    @Test
    void one_that_is_as_it_is_defined_is_adopted_by_its_marker() {
        assertThat(program.run("lock", "adopt", "system-test").code()).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            name: System test      | name: Sale                | its name "System test [m:
            Nothing to do for you. | Buy now.                  | its message is another one
            schedule: immediately  | schedule: {start: 2026-12-24T09:00:00+01:00}           | asked for was 2026-12-24T08:00:00Z
            schedule: immediately  | 'senders: [nobody]\nschedule: immediately'            | the workspace has no sender "nobody"
            """)
    void another_teams_campaign_under_the_same_key_is_not_taken(String ours, String theirs, String why)
            throws IOException {
        edit(ours, theirs.replace("\\n", "\n"));
        var before = program.files();

        var said = program.run("lock", "adopt", "system-test");

        assertThat(said.code()).as(said.all()).isEqualTo(ExitCode.REFUSED.number());
        assertThat(said.err()).contains(why, "Nothing was changed.", "give this campaign another key");
        assertThat(program.files()).isEqualTo(before);
    }

    @Test
    void the_plan_says_what_differs_and_what_to_do() throws IOException {
        edit("Nothing to do for you.", "Buy now.");

        assertThat(oneLine(program.run("plan")))
                .contains(
                        "with the marker of this campaign, but its message is another one",
                        "if others sent it, give this campaign another key",
                        "muster lock adopt system-test --differs --reason");
    }

    @Test
    void a_person_accepts_in_writing_what_differs_and_the_lock_keeps_it() throws IOException {
        edit("Nothing to do for you.", "Buy now.");

        assertThat(program.run("lock", "adopt", "system-test", "--differs").code())
                .isEqualTo(ExitCode.USAGE.number());
        assertThat(program.run("lock", "adopt", "system-test", "--differs", "--reason", " ")
                        .code())
                .isEqualTo(ExitCode.USAGE.number());
        assertThat(program.run("lock", "adopt", "system-test", "--differs", "--reason", "edited since")
                        .code())
                .isZero();
        assertThat(program.run("lock", "show", "system-test").out())
                .contains("edited since (accepted: its message is another one)");
    }

    @Test
    void one_that_is_named_by_its_id_is_held_against_the_definition_too() {
        program.campaign("by-hand");
        assertThat(program.run("lock", "adopt", "by-hand", "--id", ID))
                .satisfies(said -> assertThat(said.code()).as(said.all()).isEqualTo(ExitCode.REFUSED.number()))
                .satisfies(said -> assertThat(said.err()).contains("its name \"System test [m:"));
    }

    @Test
    void what_seax_does_not_show_is_no_objection_and_is_said() throws IOException {
        edit("any: [staff_test]", "any: [vip]");

        assertThat(program.run("lock", "adopt", "system-test"))
                .satisfies(said -> assertThat(said.code()).isZero())
                .satisfies(said -> assertThat(said.err()).contains("SeaX does not show its audience"));
    }

    private void forget() throws IOException {
        Files.delete(program.file("campaigns/sandbox.lock.json"));
        Files.delete(program.file("campaigns/sandbox.lock.seen"));
        assertThat(program.run("init", "-q").code()).isZero();
    }

    private void edit(String from, String to) throws IOException {
        var text = Files.readString(program.file(DEFINITION));
        assertThat(text).contains(from);
        program.write(DEFINITION, text.replace(from, to));
    }

    private static String oneLine(InMemoryProgram.Run run) {
        return run.all().replaceAll("\\s+", " ");
    }
}
