package dev.muster.cli.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.cli.InMemoryProgram;
import dev.muster.sandbox.api.Operation;
import dev.muster.sandbox.http.Fault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a user sees of a campaign after the send, whatever SeaX says of it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class StatusTest {
    private static final int MANY = 1000;

    @TempDir
    Path folder;

    private InMemoryProgram program;

    @BeforeEach
    void send() {
        program = new InMemoryProgram(folder);
        assertThat(program.run("apply", "--confirm", "6").code()).isZero();
    }

    @AfterEach
    void stop() {
        program.close();
    }

    private static Fault shows(String status, String statistics) {
        return Fault.commitThenBody("""
                {"id":"campaign_1","name":"System test","status":"%s","statistics":{%s}}""".formatted(status, statistics));
    }

    private void policy(String policy) {
        program.write("campaigns/muster.yaml", """
                kind: project
                default_workspace: sandbox
                workspaces:
                  sandbox:
                    sandbox: {clock: 2026-11-30T09:00:00Z}
                defaults: {senders: [Sales Line]}
                policy: {always_exclude: [DNC, unsubscribed, duplicate], %s}
                """.formatted(policy));
    }

    @ParameterizedTest
    @CsvSource({"max_failed: 20%, 0", "max_failed: 10%, 5"})
    void more_failures_than_the_policy_allows_end_with_5(String policy, int code) {
        policy(policy);
        for (var how : Stream.of(
                        new String[] {"status"}, new String[] {"status", "--watch"}, new String[] {"status", "--offline"
                        })
                .toList()) {
            program.sandbox().clearFaults();
            program.sandbox()
                    .fault(
                            Operation.CAMPAIGN,
                            shows("finished", "'total_contacts':6,'sent':5,'failed':1".replace('\'', '"')));
            var run = program.run(how);
            assertThat(run.code())
                    .as("%s: %s", String.join(" ", how), run.all())
                    .isEqualTo(code);
            assertThat(run.all().contains("16.7% of its messages failed, the policy allows 10.0%"))
                    .isEqualTo(code == 5);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "sending, 'sent 3', false",
        "finished, 'sent 3', true",
        "SENDING, 'sent 3', false",
        "FINISHED, 'sent 3', true",
    })
    void both_vocabularies_are_understood(String status, String number, boolean over) {
        program.sandbox().fault(Operation.CAMPAIGN, shows(status, "\"total_contacts\":6,\"sent\":3"), MANY);
        var run = program.run("status", "--watch", "--for", "PT1M");
        assertThat(run.out()).contains(status, number).doesNotContain("unknown to Muster");
        assertThat(run.out()).contains(over ? "1 of 1 campaign ended" : "0 of 1 campaign ended");
        assertThat(run.code()).isEqualTo(over ? 0 : 5);
    }

    @Test
    void a_status_never_seen_before_is_shown_as_it_is_and_never_taken_for_the_end() {
        program.sandbox().fault(Operation.CAMPAIGN, shows("paused_by_\\u001b[31mmeta", "\"sent\":3"), MANY);
        var run = program.run("status", "--watch", "--for", "PT1M");
        assertThat(run.out())
                .contains("paused_by_", "(a status unknown to Muster)", "0 of 1 campaign ended")
                .doesNotContain("\u001b");
        assertThat(run.code()).isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"autumn-sale", "system-tst"})
    void whether_a_campaign_of_a_file_with_mistakes_is_there_is_not_known(String key) {
        program.write("campaigns/autumn.yaml", "kind: campaign\nkey: autumn-sale\nname: [\n");
        for (var how : List.of(List.of("status", key), List.of("status", "--offline", key))) {
            var run = program.run(how.toArray(String[]::new));

            assertThat(run.code()).isEqualTo(1);
            assertThat(run.all())
                    .contains("Whether there is a campaign \"" + key + "\" is not known. Correct these files first")
                    .contains("campaigns/autumn.yaml:", "error:")
                    .doesNotContain("there is no campaign");
            assertThat(run.all().contains("unless you mean \"system-test\"")).isEqualTo(key.equals("system-tst"));
        }
        assertThat(program.run("status", "system-test").code()).isZero();
        assertThat(program.run("status").code()).isZero();
    }

    @Test
    void a_key_that_no_file_has_is_unknown_once_all_files_are_whole() {
        var run = program.run("status", "autumn-sale");

        assertThat(run.code()).isEqualTo(64);
        assertThat(run.err()).contains("there is no campaign \"autumn-sale\"");
    }

    @Test
    void a_campaign_that_vanished_is_said_to_be_gone_and_stays_in_the_lock() {
        program.sandbox().fault(Operation.CAMPAIGN, Fault.status(404), MANY);
        var run = program.run("status");
        assertThat(run.out()).contains("CONFIRMED", "SeaX says that it has no such campaign");
        assertThat(run.code()).isEqualTo(6);
        assertThat(program.run("plan").out()).contains("1 already sent", "it has no such campaign any more");
        assertThat(program.sandbox().ledger().messages()).isEqualTo(6);
    }

    @ParameterizedTest
    @ValueSource(strings = {"'total_contacts':6,'sent':7", "'total_contacts':6,'sent':3,'delivered':4"})
    void numbers_that_contradict_each_other_are_said_to(String statistics) {
        program.sandbox().fault(Operation.CAMPAIGN, shows("finished", statistics.replace('\'', '"')));
        assertThat(program.run("status").out()).contains("which cannot be");
    }

    @ParameterizedTest
    @ValueSource(strings = {"'sent':-1", "'sent':1.5", "'sent':'3'", "'sent':99999999999999999999", "'sent':null"})
    void a_number_that_is_none_is_never_shown(String statistics) {
        program.sandbox().fault(Operation.CAMPAIGN, shows("finished", statistics.replace('\'', '"')));
        var run = program.run("status");
        assertThat(run.code()).isZero();
        assertThat(run.out()).doesNotContain("sent -", "sent 1", "sent 3", "999");
    }

    @ParameterizedTest
    @ValueSource(strings = {"failed", "CANCELED", "terminated"})
    void a_campaign_that_ended_badly_needs_a_person(String status) {
        program.sandbox().fault(Operation.CAMPAIGN, shows(status, "\"total_contacts\":6"));
        var run = program.run("status");
        assertThat(run.out()).contains("SeaX says that the campaign ", "muster resolve system-test --accept");
        assertThat(run.code()).isEqualTo(6);
    }

    @Test
    void a_send_that_cannot_be_read_is_said_and_the_others_are_shown() {
        program.write("campaigns/second.yaml", """
                kind: campaign
                key: another-test
                name: Another test
                audience: {any: [staff_test]}
                message: {text: This is a test of our message system. Nothing to do for you.}
                schedule: immediately
                acknowledge: {plan/looks-like-a-rename: they are alike}
                """);
        var second = program.run("apply", "--confirm", "6");
        assertThat(second.code()).as(second.all()).isZero();
        program.sandbox().fault(Operation.CAMPAIGN, Fault.status(500), 20);
        assertThat(program.run("status").code()).isEqualTo(1);
        program.sandbox().clearFaults();
        program.sandbox().fault(Operation.CAMPAIGN, Fault.status(418));
        var run = program.run("status");
        assertThat(run.out()).contains("another-test/1", "system-test/1");
        assertThat(run.err()).contains("another-test/1 could not be read now and is shown as it was seen last");
        assertThat(run.code()).isEqualTo(1);
    }

    @Test
    void what_ended_well_is_left_out_after_a_week_unless_it_is_asked_for() {
        program.sandbox().fault(Operation.CAMPAIGN, shows("finished", "\"total_contacts\":6,\"sent\":6"), MANY);
        assertThat(program.run("status").out()).contains("system-test/1");
        program.sandbox().advance(Duration.ofDays(8));
        var brief = program.run("status");
        assertThat(brief.out()).doesNotContain("system-test/1");
        assertThat(brief.err())
                .contains(
                        "No campaign needs a look: 1 campaign that ended more than a week ago is left out; --all shows all");
        assertThat(program.run("status", "--all").out()).contains("system-test/1");
        assertThat(program.run("status", "system-test").out()).contains("system-test/1");
        assertThat(program.run("status", "--json").out()).contains("system-test/1");
    }

    @Test
    void what_needs_a_look_is_never_left_out_however_old_it_is() {
        policy("max_failed: 10%");
        program.sandbox().fault(Operation.CAMPAIGN, shows("finished", "\"total_contacts\":6,\"failed\":6"), MANY);
        assertThat(program.run("status").code()).isEqualTo(5);
        program.sandbox().advance(Duration.ofDays(400));
        assertThat(program.run("status").out()).contains("system-test/1", "100.0% of its messages failed");
    }

    @Test
    void a_narrow_live_view_shows_first_that_too_many_failed() {
        policy("max_failed: 10%");
        program.terminal(20);
        program.sandbox().fault(Operation.CAMPAIGN, shows("finished", "\"total_contacts\":6,\"sent\":5,\"failed\":1"));
        var run = program.run("status", "--watch", "--color", "never");
        assertThat(run.out()).startsWith("! failed 16.7%");
        assertThat(run.code()).isEqualTo(5);
    }

    @Test
    void a_watch_survives_a_rate_limit_and_goes_on() {
        program.sandbox().fault(Operation.CAMPAIGN, Fault.rateLimited(), 7);
        program.sandbox().fault(Operation.CAMPAIGN, shows("finished", "\"sent\":6"));
        var run = program.run("status", "--watch");
        assertThat(run.err()).contains("429: Too many requests", "Muster looks again.");
        assertThat(run.out()).contains("1 of 1 campaign ended");
        assertThat(run.code()).isZero();
    }

    @Test
    void a_limit_that_stays_ends_the_watch_after_five_looks() {
        program.sandbox().fault(Operation.CAMPAIGN, Fault.rateLimited(Optional.of("60"), Optional.empty()), MANY);
        var run = program.run("status", "--watch");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err().lines().filter(line -> line.endsWith("Muster looks again.")))
                .hasSize(5);
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 40, 60, 80, 120})
    void bars_are_drawn_over_and_never_wider_than_the_terminal(int width) {
        program.terminal(width);
        program.sandbox().fault(Operation.CAMPAIGN, shows("sending", "\"sent\":3"));
        program.sandbox().fault(Operation.CAMPAIGN, shows("finished", "\"sent\":6,\"delivered\":6"));
        var run = program.run("status", "--watch", "--color", "never");
        assertThat(run.code()).as(run.all()).isZero();
        var drawn = run.out().split("\n\n1 of 1 campaign ended", -1)[0];
        assertThat(drawn).contains("\u001b[1A\u001b[0J");
        assertThat(drawn.replaceAll("\u001b\\[[0-9]+[A-Z]", "").lines())
                .hasSize(2)
                .allSatisfy(line -> assertThat(line.length()).isLessThan(width));
        if (width >= 80) {
            assertThat(drawn).contains("█".repeat(12) + "░".repeat(12) + " 50.0%", "█".repeat(24) + " 100.0%");
        }
    }

    @Test
    void a_pipe_gets_a_line_for_each_change_and_no_escapes() {
        program.sandbox().fault(Operation.CAMPAIGN, shows("sending", "\"sent\":3"), 3);
        program.sandbox().fault(Operation.CAMPAIGN, shows("finished", "\"sent\":6"));
        var run = program.run("status", "--watch");
        assertThat(run.out()).doesNotContain("\u001b", "█");
        assertThat(run.out().lines().filter(line -> line.contains("system-test/1")))
                .hasSize(2);
        assertThat(Duration.between(
                        java.time.Instant.parse("2026-11-30T09:00:00Z"),
                        program.sandbox().now()))
                .isGreaterThan(Duration.ofSeconds(10));
    }
}
