package dev.muster.cli.apply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.cli.InMemoryProgram;
import dev.muster.cli.Rewired;
import dev.muster.sandbox.api.Operation;
import dev.muster.sandbox.http.Fault;
import dev.muster.sandbox.world.ResponseAnomaly;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the program makes of a send whose outcome it does not know, against a server that lags, hides, fails or is late. */
@DisplayName("T08: late processing, list lag, hidden drafts: found is proof, not found is none")
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReconcileTest {
    private static final String IN_DOUBT = "\"state\": \"IN_DOUBT\"";
    private static final String CONFIRMED = "\"state\": \"CONFIRMED\"";

    @TempDir
    Path folder;

    private InMemoryProgram program;

    @BeforeEach
    void open() {
        program = new InMemoryProgram(folder);
    }

    @AfterEach
    void close() {
        program.close();
    }

    @Test
    void a_list_that_lags_and_jobs_that_are_silent_prove_nothing() {
        inDoubt(Fault.commitThenDrop());
        hide();

        assertThat(program.run("resolve", "system-test"))
                .satisfies(said -> assertThat(said.code()).isEqualTo(6))
                .satisfies(said -> assertThat(said.out()).contains("does not list it, which proves nothing"));
        assertThat(program.run("plan").out()).contains("SeaX does not list it, which proves nothing");
        assertThat(lock()).contains(IN_DOUBT);

        program.sandbox().clearFaults();
        assertThat(program.run("resolve", "system-test").code()).isZero();
        assertThat(lock()).contains(CONFIRMED);
    }

    @Test
    void absence_is_never_a_permission_however_long_it_lasts() {
        inDoubt(Fault.drop());
        program.sandbox().advance(Duration.ofDays(3));

        assertThat(program.run("apply", "--confirm", "6").code()).isEqualTo(6);
        assertThat(program.run("apply", "--confirm", "0").code()).isEqualTo(6);

        assertThat(program.sandbox().ledger().messages()).isZero();
        assertThat(lock()).contains(IN_DOUBT);
    }

    @Test
    void a_hidden_draft_is_found() {
        inDoubt(new Fault(1, false, Duration.ZERO, Optional.of(ResponseAnomaly.DRAFT), new Fault.Spoiling.Closed()));

        assertThat(program.run("resolve", "system-test").code()).isZero();
        assertThat(lock()).contains(CONFIRMED);
    }

    @Test
    void a_server_that_acts_late_is_believed_late_and_not_sent_again() {
        inDoubt(Fault.dropThenCommitLate());
        assertThat(program.run("resolve", "system-test").code()).isEqualTo(6);

        program.sandbox().advance(Duration.ofMinutes(40));

        assertThat(program.run("resolve", "system-test", "--not-sent", "--reason", "it was not there"))
                .satisfies(said -> assertThat(said.code()).isEqualTo(3))
                .satisfies(said -> assertThat(said.err()).contains("SeaX has it as campaign_"));
        assertThat(program.run("apply", "--confirm", "0").code()).isZero();
        assertThat(lock()).contains(CONFIRMED);
        assertThat(program.sandbox().ledger().mostPerPersonAndName()).isEqualTo(1);
    }

    @Test
    void a_seax_that_cannot_be_asked_is_no_evidence_and_does_not_shorten_the_wait() {
        inDoubt(Fault.drop());
        program.sandbox().advance(Duration.ofMinutes(30));
        program.sandbox().fault(Operation.CAMPAIGNS, Fault.status(503), 1000);

        assertThat(program.run("resolve", "system-test"))
                .satisfies(said -> assertThat(said.code()).isEqualTo(6))
                .satisfies(said -> assertThat(said.out()).contains("could not be asked"));
        assertThat(program.run("resolve", "system-test", "--not-sent", "--reason", "why")
                        .code())
                .isEqualTo(3);
        assertThat(program.run("resolve", "system-test", "--abandon", "--reason", "SeaX is gone")
                        .code())
                .isZero();
    }

    @Test
    void a_server_that_has_it_several_times_is_an_alarm_for_people() {
        inDoubt(Fault.replayedThenDrop());

        assertThat(program.run("apply", "--confirm", "0"))
                .satisfies(said -> assertThat(said.code()).isEqualTo(6))
                .satisfies(said -> assertThat(said.out()).contains("SeaX has it 2 times"));
        assertThat(lock()).contains(CONFIRMED, "anomalies");
    }

    @Test
    void what_looks_writes_nothing() {
        inDoubt(Fault.commitThenDrop());
        var before = lock();

        program.run("plan");
        program.run("status");
        program.run("plan", "--json");

        assertThat(lock()).isEqualTo(before);
    }

    @Test
    void an_intent_whose_claim_has_not_expired_belongs_to_its_run() {
        killed();
        var before = lock();

        assertThat(program.run("plan").out()).contains("may still be sending until 2026-11-30T09:10:00Z");
        assertThat(program.run("status").out())
                .contains("not known yet: its run may still be sending, until Mon 30 Nov 2026 09:10 UTC");
        assertThat(program.run("resolve", "system-test").code()).isEqualTo(6);
        assertThat(program.run("resolve", "system-test", "--not-sent", "--reason", "why")
                        .code())
                .isEqualTo(3);
        assertThat(program.run("resolve", "system-test", "--abandon", "--reason", "why")
                        .code())
                .isEqualTo(3);
        assertThat(program.run("apply", "--confirm", "0").code()).isEqualTo(6);

        assertThat(lock()).isEqualTo(before);
    }

    @Test
    void a_stale_intent_that_seax_does_not_have_becomes_a_doubt() {
        killed();
        program.sandbox().advance(Duration.ofMinutes(10));

        assertThat(program.run("apply", "--confirm", "0"))
                .satisfies(said -> assertThat(said.code()).isEqualTo(6))
                .satisfies(said -> assertThat(said.out()).contains("recorded as in doubt"));
        assertThat(lock()).contains(IN_DOUBT);
    }

    @Test
    void the_id_in_an_answer_that_was_no_proof_is_asked_about() {
        inDoubt(Fault.commitThenBody("{\"data\":{\"id\":\"campaign_4c956a0c-96b3-4624-bab0-a891914bfe50\"}}"));
        program.sandbox()
                .options(program.sandbox()
                        .options()
                        .with(dev.muster.sandbox.world.ServerVariant.Dialect.TUTORIAL_STRICT));

        assertThat(program.run("resolve", "system-test").code()).isZero();
        assertThat(lock()).contains(CONFIRMED);
    }

    private void inDoubt(Fault fault) {
        program.sandbox().fault(Operation.CREATE_CAMPAIGN, fault, 1);
        assertThat(program.run("apply", "--confirm", "6").code()).isEqualTo(6);
    }

    private void hide() {
        program.sandbox().fault(Operation.CAMPAIGNS, Fault.quirk(ResponseAnomaly.NEWEST_MISSING), 1000);
        program.sandbox().fault(Operation.JOBS, Fault.status(404), 1000);
    }

    /** The run ends between the intent and the post. */
    private void killed() {
        program.connector(real -> Rewired.sender(real, sender -> body -> {
            throw new IllegalStateException("killed");
        }));
        assertThat(program.run("apply", "--confirm", "6").code()).isEqualTo(70);
        assertThat(lock()).contains("\"state\": \"INTENT\"");
    }

    private String lock() {
        try {
            return Files.readString(program.file("campaigns/sandbox.lock.json"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
