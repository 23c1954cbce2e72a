package dev.muster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.cli.env.DefaultClientFactory;
import dev.muster.model.project.SandboxFault;
import dev.muster.sandbox.api.Operation;
import dev.muster.sandbox.world.ResponseAnomaly;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Faults that a user chooses in the project file: the embedded sandbox has them in each run. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SandboxFaultsTest {
    @TempDir
    Path folder;

    private InMemoryProgram program;

    @BeforeEach
    void start() {
        program = new InMemoryProgram(folder);
        program.connector(stories -> new DefaultClientFactory());
    }

    @AfterEach
    void stop() {
        program.close();
    }

    private void faults(String faults) {
        program.write("campaigns/muster.yaml", """
                kind: project
                default_workspace: sandbox
                workspaces:
                  sandbox:
                    sandbox:
                      clock: 2026-11-30T09:00:00Z
                      faults: [%s]
                defaults: {senders: [Sales Line]}
                policy: {always_exclude: [DNC, unsubscribed, duplicate]}
                """.formatted(faults));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{operation: phones, fault: status, status: 404}              | phones         | 1 | SeaX refused GET /phones (404",
                "{operation: contacts, fault: status, status: 401}            | contacts list  | 1 | SeaX refused the API key (401",
                "{operation: labels, fault: html, status: 418}                | labels         | 1 | SeaX refused GET /contact_labels (418)",
                "{operation: campaigns, fault: redirect}                      | plan           | 1 | SeaX redirected GET /campaigns (307)",
                "{operation: contacts, fault: total_changes, times: 1000}     | plan           | 0 | 6 messages to 6 people",
                "{operation: contacts, fault: vanishing_ids, times: 1000}     | plan           | 0 | 6 messages to 6 people",
                "{operation: create_campaign, fault: commit_then_drop}        | apply --confirm 6 | 6 | may have been sent",
                "{operation: create_campaign, fault: template_refused}        | apply --confirm 6 | 1 | TEMPLATE_NOT_APPROVED",
            })
    void each_operation_has_its_own(String fault, String command, int code, String said) {
        faults(fault);
        var run = program.run(command.split(" ", -1));
        assertThat(run.all()).contains(said);
        assertThat(run.code()).isEqualTo(code);
    }

    @Test
    void they_come_again_in_each_run_and_go_with_the_line() {
        faults("{operation: phones, fault: status, status: 404}");
        assertThat(program.run("phones").code()).isEqualTo(1);
        assertThat(program.run("phones").code()).isEqualTo(1);
        faults("");
        assertThat(program.run("phones").code()).isZero();
    }

    @Test
    void a_fault_that_does_not_exist_is_a_finding_with_its_place() {
        faults("{operation: phone, fault: explode, status: 99, times: 0}");
        var run = program.run("validate");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.all())
                .contains("muster.yaml:7", "must be one of phones, contacts", "must be one of drop, commit_then_drop");
    }

    @ParameterizedTest
    @CsvSource({"status: 99", "status: 600", "times: 0", "times: 1001"})
    void numbers_out_of_range_are_findings(String number) {
        faults("{operation: phones, fault: status, " + number + "}");
        var run = program.run("validate");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.all()).contains("value/range");
    }

    @Test
    void every_operation_of_the_sandbox_can_be_chosen() {
        assertThat(SandboxFault.Operation.values())
                .extracting(Enum::name)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Operation.values()).map(Enum::name).toList());
    }

    @Test
    void every_quirk_of_the_sandbox_can_be_chosen() {
        assertThat(SandboxFault.Fault.values())
                .extracting(Enum::name)
                .containsAll(
                        Arrays.stream(ResponseAnomaly.values()).map(Enum::name).toList());
    }

    @ParameterizedTest
    @EnumSource(SandboxFault.Fault.class)
    void the_sandbox_understands_every_word(SandboxFault.Fault fault) {
        program.sandbox().fault(new SandboxFault(SandboxFault.Operation.PHONES, fault, java.util.Optional.empty(), 1));
    }
}
