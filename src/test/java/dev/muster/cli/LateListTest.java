package dev.muster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.sandbox.api.Operation;
import dev.muster.sandbox.http.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What SeaX's list shows only after the run that sent: each later command holds it against what is recorded. */
@DisplayName("T08: what SeaX lists later is held against what is recorded")
@DisplayNameGeneration(ReplaceUnderscores.class)
class LateListTest {
    private static final Fault LISTS_NOTHING = Fault.commitThenBody("{\"data\":[],\"total\":0}");

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
    void a_campaign_that_is_listed_twice_later_is_an_alarm_until_somebody_accepts_it() {
        apply(Fault.replayedByGateway(), 0);

        expect(6, "SeaX has system-test 2 times (campaign_", "plan");
        expect(6, "SeaX has system-test 2 times (campaign_", "apply", "--confirm", "0");
        expect(6, "SeaX has system-test 2 times (campaign_", "status");
        expect(6, "SeaX has system-test 2 times (campaign_", "status", "--offline");
        expect(0, "", "resolve", "system-test", "--accept", "--reason", "six people were told");
        expect(0, "", "plan");
        expect(0, "", "status");
        assertThat(program.sandbox().ledger().messages()).isEqualTo(12);
    }

    @Test
    void an_apply_alone_keeps_it_in_the_lock() throws IOException {
        apply(Fault.replayedByGateway(), 0);

        expect(6, "SeaX has system-test 2 times (campaign_", "apply", "--confirm", "0");
        assertThat(lock()).contains("SeaX has system-test 2 times (campaign_");
        expect(0, "", "resolve", "system-test", "--accept", "--reason", "six people were told");
        expect(0, "", "apply", "--confirm", "0");
    }

    @Test
    void a_list_that_cannot_be_read_ends_neither_status_nor_plan() {
        apply(Fault.replayedByGateway(), 0);
        program.sandbox().fault(Operation.CAMPAIGNS, Fault.status(500), 100);

        expect(0, "Whether SeaX has each campaign once could not be checked", "status");
        expect(0, "already sent", "plan");
    }

    @Test
    void a_refused_campaign_that_is_listed_later_was_sent() throws IOException {
        apply(Fault.commitThenStatus(422), 1);
        assertThat(lock()).contains("\"state\": \"REJECTED\"");

        expect(6, "SeaX refused it and has it", "plan");
        expect(6, "SeaX refused it and has it", "status");
        expect(3, "SeaX has it as campaign_", "resolve", "system-test", "--not-sent", "--reason", "it was refused");
        expect(6, "SeaX refused it and has it", "resolve", "system-test");
        assertThat(lock()).contains("\"state\": \"CONFIRMED\"");
        expect(0, "", "resolve", "system-test", "--accept", "--reason", "it was meant to be sent");
        expect(0, "", "plan");
        assertThat(program.sandbox().ledger().messages()).isEqualTo(6);
    }

    @Test
    void the_next_apply_records_a_refused_campaign_that_is_listed() throws IOException {
        apply(Fault.commitThenStatus(422), 1);

        expect(6, "SeaX refused it and has it", "apply", "--confirm", "0");
        assertThat(lock()).contains("\"state\": \"CONFIRMED\"");
        assertThat(program.sandbox().ledger().messages()).isEqualTo(6);
    }

    @Test
    void the_look_after_the_run_finds_a_refused_campaign() throws IOException {
        program.sandbox().fault(Operation.CREATE_CAMPAIGN, Fault.commitThenStatus(422), 1);

        expect(6, "SeaX refused it and has it", "apply", "--confirm", "6");
        assertThat(lock()).contains("\"state\": \"CONFIRMED\"");
    }

    @Test
    void a_refused_campaign_that_no_list_shows_stays_refused() {
        program.sandbox().fault(Operation.CREATE_CAMPAIGN, Fault.templateRefused(), 1);

        expect(1, "not sent", "apply", "--confirm", "6");
        expect(3, "SeaX refused it and it has not changed since", "plan");
        expect(0, "", "status");
        expect(64, "there is no doubt about system-test to resolve", "resolve", "system-test");
    }

    @Test
    void what_seax_shows_once_cannot_be_abandoned() throws IOException {
        program.sandbox().fault(Operation.CREATE_CAMPAIGN, Fault.commitThenStatus(500), 1);
        expect(6, "may have been sent", "apply", "--confirm", "6");

        expect(3, "run `muster resolve system-test`, which records it", abandoning());
        assertThat(lock()).contains("\"state\": \"IN_DOUBT\"");
        expect(0, "was sent", "resolve", "system-test");
        assertThat(lock()).contains("\"state\": \"CONFIRMED\"");
    }

    @Test
    void what_seax_shows_twice_can_be_abandoned() {
        program.sandbox().fault(Operation.CREATE_CAMPAIGN, Fault.replayedThenDrop(), 1);
        expect(6, "may have been sent", "apply", "--confirm", "6");

        expect(0, "ABANDONED", abandoning());
    }

    private static String[] abandoning() {
        return new String[] {"resolve", "system-test", "--abandon", "--reason", "nobody can tell"};
    }

    /** With a list that shows nothing while the run lasts. */
    private void apply(Fault fault, int code) {
        program.sandbox().fault(Operation.CREATE_CAMPAIGN, fault, 1);
        program.sandbox().fault(Operation.CAMPAIGNS, LISTS_NOTHING, 100);
        expect(code, "", "apply", "--confirm", "6");
        program.sandbox().clearFaults();
    }

    private void expect(int code, String said, String... arguments) {
        var run = program.run(arguments);
        assertThat(run.all().replaceAll("\\s+", " "))
                .as(String.join(" ", arguments))
                .contains(said);
        assertThat(run.code())
                .as("%s: %s", String.join(" ", arguments), run.all())
                .isEqualTo(code);
    }

    private String lock() throws IOException {
        return Files.readString(program.file("campaigns/sandbox.lock.json"));
    }
}
