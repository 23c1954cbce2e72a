package dev.muster.cli.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.cli.InMemoryProgram;
import dev.muster.sandbox.api.Operation;
import dev.muster.sandbox.http.Fault;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What SeaX did otherwise than asked is said by every command until a person accepts it with a reason. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class AcceptTest {
    private static final String ODD = "SeaX says sending, where a start at 2026-12-01T15:00:00Z was asked";

    @TempDir
    Path folder;

    private InMemoryProgram program;

    @BeforeEach
    void send() {
        program = new InMemoryProgram(folder);
        program.write("campaigns/test.yaml", """
                kind: campaign
                key: system-test
                name: System test
                audience: {any: [staff_test]}
                message: {text: This is a test of our message system. Nothing to do for you.}
                schedule: {start: 2026-12-01T10:00, zone: America/New_York}
                """);
    }

    @AfterEach
    void stop() {
        program.close();
    }

    private static Fault answers(String status) {
        return Fault.commitThenBody("""
                {"id":"campaign_1","name":"System test [m:66q7n4kf08]","type":"WHATSAPP_BUSINESS_PLATFORM_MESSAGE",\
                "status":"%s","target_contact_count":6}""".formatted(status));
    }

    private void sendOddly() {
        program.sandbox().fault(Operation.CREATE_CAMPAIGN, answers("sending"));
        program.sandbox().fault(Operation.CAMPAIGN, answers("scheduled"), 100);
        var run = program.run("apply", "--confirm", "6");
        assertThat(run.all()).contains("warning: " + ODD);
        assertThat(run.code()).isEqualTo(6);
    }

    @Test
    void an_anomaly_stays_in_status_report_and_plan_and_nothing_is_sent_again() {
        sendOddly();
        for (var command : new String[][] {
            {"status"},
            {"status", "--offline"},
            {"status", "--json"},
            {"report", "--format", "markdown"},
            {"report"},
            {"report", "--format", "json"},
            {"plan"},
            {"plan", "--offline"},
            {"plan", "--format", "markdown"},
            {"resolve", "system-test"},
        }) {
            var run = program.run(command);
            assertThat(run.out().replaceAll("\\s+", " "))
                    .as(String.join(" ", command))
                    .contains(ODD);
            assertThat(run.code()).as(String.join(" ", command)).isEqualTo(6);
        }
        assertThat(program.run("apply", "--confirm", "0").code()).isEqualTo(6);
        assertThat(program.sandbox().ledger().messages()).isZero();
    }

    @Test
    void a_person_accepts_it_with_a_reason_which_stays_in_the_lock() {
        sendOddly();
        assertThat(program.run("resolve", "system-test", "--accept").code()).isEqualTo(64);
        var accepted =
                program.run("resolve", "system-test", "--accept", "--reason", "cancelled in time, nobody got it");
        assertThat(accepted.code()).as(accepted.all()).isZero();
        assertThat(accepted.out()).contains(ODD);

        assertThat(program.run("status").code()).isZero();
        assertThat(program.run("report").out()).doesNotContain(ODD);
        assertThat(program.run("plan").code()).isZero();
        assertThat(program.run("lock", "show", "system-test").out())
                .contains("anomaly  " + ODD, "accepted  " + ODD, "accepted: cancelled in time, nobody got it");
        assertThat(program.run("resolve", "system-test", "--accept", "--reason", "again")
                        .err())
                .contains("nothing stands against system-test to accept");
    }

    @Test
    void what_seax_says_later_is_held_against_what_was_asked_and_is_not_forgotten() {
        assertThat(program.run("apply", "--confirm", "6").code()).isZero();
        assertThat(program.run("status").code()).isZero();
        program.sandbox().fault(Operation.CAMPAIGN, answers("finished"));
        var early = program.run("status");
        assertThat(early.out()).contains("SeaX says finished, where a start at 2026-12-01T15:00:00Z was asked");
        assertThat(early.code()).isEqualTo(6);

        program.sandbox().advance(Duration.ofDays(3));
        assertThat(program.run("status").code()).isEqualTo(6);
        assertThat(program.run("resolve", "system-test", "--accept", "--reason", "a fault of SeaX")
                        .code())
                .isZero();
        assertThat(program.run("status").code()).isZero();
    }

    @Test
    void a_thing_that_is_new_is_told_after_another_was_accepted() {
        sendOddly();
        program.run("resolve", "system-test", "--accept", "--reason", "seen to");
        program.sandbox().clearFaults();
        program.sandbox().fault(Operation.CAMPAIGN, Fault.status(404), 100);
        var run = program.run("status");
        assertThat(run.out())
                .contains("SeaX says that it has no such campaign any more")
                .doesNotContain(ODD);
        assertThat(run.code()).isEqualTo(6);
    }
}
