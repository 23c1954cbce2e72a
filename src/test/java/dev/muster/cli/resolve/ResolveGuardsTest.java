package dev.muster.cli.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.cli.InMemoryProgram;
import dev.muster.sandbox.api.Operation;
import dev.muster.sandbox.http.Fault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person can get wrong when ending a doubt, and what then happens: nothing. */
@DisplayName("T40: operator error in resolve")
@DisplayNameGeneration(ReplaceUnderscores.class)
class ResolveGuardsTest {
    @TempDir
    Path folder;

    private InMemoryProgram program;

    @BeforeEach
    void one_is_sent_and_the_next_is_in_doubt() {
        program = new InMemoryProgram(folder);
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

    @ParameterizedTest
    @ValueSource(strings = {"--name-differs", "--differs"})
    void an_id_that_another_send_is_recorded_with_whatever_may_differ(String accepting) {
        refused(3, "it is recorded for first/1", "resolve", "second", "--sent", first(), accepting, "--reason", "why");
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

    @Test
    void the_id_of_a_campaign_is_no_single_messages_id() {
        var single = singleInDoubt("Ready");
        refused(
                3,
                "SeaX's id " + first() + " is the one of first/1",
                "resolve",
                single,
                "--sent",
                first(),
                "--reason",
                "why");
    }

    @Test
    void nor_is_the_id_of_a_campaign_that_only_seax_has() {
        var single = singleInDoubt("Ready");
        var third = thirdOnSeax();
        refused(
                3,
                "SeaX has a campaign with the id " + third + ", so it is no message's",
                "resolve",
                single,
                "--sent",
                third,
                "--reason",
                "why");
    }

    @Test
    void nor_the_id_of_another_single_message() {
        assertThat(send("First text").code()).isZero();
        var sent = sentSingle();
        var single = singleInDoubt("Second text");
        refused(3, "is the one of send/", "resolve", single, "--sent", sent, "--reason", "why");
    }

    @Test
    void the_verdict_on_a_single_message_is_there_for_programs() {
        var single = singleInDoubt("Ready");

        assertThat(program.run("resolve", single, "--json").out())
                .contains("\"verdict\" : {", "\"outcome\" : \"unknown\"");
        assertThat(program.run("status", "--json").out()).contains("\"singles_in_doubt\" : [ {", "\"verdict\" : {");
    }

    private InMemoryProgram.Run send(String text) {
        return program.run("send", "--from", "Sales Line", "--to", "+15550110965", "--text", text, "--confirm", "1");
    }

    private String singleInDoubt(String text) {
        program.sandbox().fault(Operation.SEND_MESSAGE, Fault.drop(), 1);
        assertThat(send(text).code()).isEqualTo(6);
        return found("status", "single message (send/\\S+)");
    }

    private String sentSingle() {
        return found("lock list", "(wamsg_[0-9a-f-]+)");
    }

    private String thirdOnSeax() {
        program.campaign("third");
        program.sandbox().fault(Operation.CREATE_CAMPAIGN, Fault.commitThenDrop(), 1);
        program.run("apply", "--confirm", "6");
        return found("status third", "not recorded yet  (campaign_[0-9a-f-]+)");
    }

    @Test
    void what_seax_shows_exactly_as_asked_is_no_alarm_any_more() {
        var third = thirdOnSeax();

        var one = program.run("status", "third", "--json");
        assertThat(one.out()).contains("\"outcome\" : \"sent\"", "\"id\" : \"" + third + "\"");
        assertThat(one.code()).isZero();
        assertThat(program.run("report", "third", "--format", "markdown").out())
                .contains("it was sent to 6 people: found, not recorded yet " + third);
        assertThat(program.run("status").code()).isEqualTo(6);
    }

    private String found(String command, String pattern) {
        var printed = program.run(command.split(" ", -1)).all();
        var match = Pattern.compile(pattern).matcher(printed);
        assertThat(match.find()).as(printed).isTrue();
        return match.group(1);
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
