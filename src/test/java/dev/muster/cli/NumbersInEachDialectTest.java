package dev.muster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.sandbox.world.NumbersLedger;
import dev.muster.sandbox.world.SandboxOptions;
import dev.muster.sandbox.world.ServerVariant;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A campaign by numbers is planned and sent in both dialects: the endpoint is the same. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class NumbersInEachDialectTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(
            value = ServerVariant.Dialect.class,
            names = {"TUTORIAL_PLUS", "OPENAPI"})
    void each_colleague_is_sent_the_template_once_and_no_number_is_left_in_a_file(ServerVariant.Dialect dialect) {
        try (var program = new InMemoryProgram(folder)) {
            program.sandbox().options(SandboxOptions.standard().with(dialect));
            write(program, dialect == ServerVariant.Dialect.OPENAPI ? "openapi" : "tutorial");

            var run = program.run("apply", "--confirm", "6", "--debug");

            assertThat(run.code()).as(run.all()).isZero();
            var sent = program.sandbox().ledgerByNumbers();
            assertThat(sent).hasSize(1);
            var numbers = sent.get(0).messages().stream()
                    .map(NumbersLedger.Message::number)
                    .toList();
            assertThat(numbers).hasSize(6).doesNotHaveDuplicates();
            assertThat(numbers).map(number -> number.substring(1)).noneMatch((run.all() + program.files())::contains);
        }
    }

    private static void write(InMemoryProgram program, String api) {
        program.write("campaigns/muster.yaml", """
                kind: project
                default_workspace: sandbox
                workspaces:
                  sandbox:
                    api: %s
                    sandbox: {clock: 2026-11-30T09:00:00Z}
                defaults: {senders: [Sales Line]}
                policy: {always_exclude: [DNC, unsubscribed, duplicate], us_marketing: allow}
                """.formatted(api));
        program.write("campaigns/test.yaml", """
                kind: campaign
                key: by-numbers
                name: By numbers
                send_by: numbers
                audience: {any: [staff_test]}
                message:
                  template: {name: vip_preview, language: en_US}
                  header: {image: "https://cdn.example.com/winter.jpg"}
                  body: {name: "{first_name|there}", discount: "20"}
                  buttons: {1: preview, 2: SAVE20}
                schedule: immediately
                acknowledge: {policy/opt-in-required: six colleagues who agreed in writing}
                """);
    }
}
