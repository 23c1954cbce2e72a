package dev.muster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.sandbox.Fault;
import dev.muster.sandbox.Operation;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person can get wrong when ending a doubt, and what then happens: nothing. */
@DisplayName("T40: operator error in resolve")
@DisplayNameGeneration(ReplaceUnderscores.class)
class ResolveGuardsTest {
    @TempDir
    Path folder;

    private Program program;

    @BeforeEach
    void one_is_sent_and_the_next_is_in_doubt() {
        program = new Program(folder);
        program.campaign("first");
        assertThat(program.run("apply", "--confirm", "6").code()).isZero();
        program.campaign("second");
        program.sandbox().fault(Operation.CREATE_CAMPAIGN, Fault.drop(), 1);
        assertThat(program.run("apply", "--confirm", "6").code()).isEqualTo(6);
    }

    @AfterEach
    void close() {
        program.close();
    }

    @Test
    void an_id_that_does_not_exist() {
        refused(64, "SeaX has no campaign campaign_7", "resolve", "second", "--sent", "campaign_7", "--reason", "why");
    }

    @Test
    void the_id_of_another_campaign() {
        refused(3, "does not end with [m:", "resolve", "second", "--sent", first(), "--reason", "why");
    }

    @Test
    void an_id_that_another_send_is_recorded_with_also_when_the_name_may_differ() {
        refused(
                3,
                "it is recorded for first/1",
                "resolve",
                "second",
                "--sent",
                first(),
                "--name-differs",
                "--reason",
                "why");
    }

    @Test
    void too_early() {
        program.sandbox().advance(Duration.ofMinutes(24));
        refused(
                3,
                "nobody can say before 2026-11-30T09:25:00Z",
                "resolve",
                "second",
                "--not-sent",
                "--reason",
                "the dashboard is empty");
        program.sandbox().advance(Duration.ofMinutes(1));
        assertThat(program.run("resolve", "second", "--not-sent", "--reason", "the dashboard is empty")
                        .code())
                .isZero();
    }

    @Test
    void no_reason() {
        refused(64, "give the reason", "resolve", "second", "--not-sent");
        refused(64, "give the reason", "resolve", "second", "--abandon", "--reason", " ");
    }

    @Test
    void two_answers_at_once() {
        refused(64, "", "resolve", "second", "--not-sent", "--abandon", "--reason", "why");
    }

    @Test
    void a_key_that_is_in_no_doubt() {
        refused(64, "there is no doubt about first", "resolve", "first", "--abandon", "--reason", "why");
        refused(64, "there is no doubt about third", "resolve", "third", "--not-sent", "--reason", "why");
    }

    private String first() {
        return program.run("lock", "list")
                .out()
                .lines()
                .filter(line -> line.startsWith("first/1"))
                .flatMap(line ->
                        line.replaceAll(".*(campaign_[0-9a-f-]+).*", "$1").lines())
                .findFirst()
                .orElseThrow();
    }

    private void refused(int code, String why, String... command) {
        var before = program.files();

        var said = program.run(command);

        assertThat(said.code()).as(said.all()).isEqualTo(code);
        assertThat(said.err()).contains(why);
        assertThat(program.files()).isEqualTo(before);
    }
}
