package dev.muster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.cli.env.ExitCode;
import dev.muster.sandbox.api.Operation;
import dev.muster.sandbox.http.Fault;
import dev.muster.sandbox.world.ResponseAnomaly;
import dev.muster.testing.CursorMoves;
import dev.muster.testing.RunnerCommands;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * SeaX as an attacker would have it: names, errors and ids that steer terminals and command runners, under every command.
 * Each ends with an exit code of its own, none with a bug, and nothing that it prints or keeps does harm where it is shown.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class HostileSeaxTest {
    private static final String HOSTILE =
            "x\u001b[2J\u001b]0;x\u0007\u202e\u2066\r\n::error::x\n\u00a0::stop-commands::x\n"
                    + " ##[error]x \u009b1m\u007f\u2028::warning::x";

    /** What findings for the runner are meant to be. */
    private static final Set<String> ANNOTATIONS = Set.of("error", "warning", "notice");

    @TempDir
    Path folder;

    private InMemoryProgram program;

    @BeforeEach
    void one_campaign_sent_and_one_in_doubt() {
        program = new InMemoryProgram(folder);
        program.run("apply", "--confirm", "6");
        program.campaign("second-test");
        program.sandbox().fault(Operation.CREATE_CAMPAIGN, Fault.commitThenDrop());
        program.run("apply", "--confirm", "6");
    }

    @AfterEach
    void stop() {
        program.close();
    }

    @Test
    void names() {
        program.sandbox().createLabel(HOSTILE);
        everywhere(Fault.quirk(ResponseAnomaly.HOSTILE_NAMES));

        assertHarmless("owned");
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 404, 422, 500})
    void errors(int status) {
        everywhere(
                answer(status, JsonMapper.shared().writeValueAsString(Map.of("error", HOSTILE, "message", HOSTILE))));

        assertHarmless(status == 404 ? "" : "[2J");
    }

    @Test
    void errors_in_the_shape_of_the_vendors_document() {
        var finding = Map.of("loc", List.of("body", HOSTILE), "msg", HOSTILE);
        everywhere(answer(422, JsonMapper.shared().writeValueAsString(Map.of("detail", List.of(finding)))));

        assertHarmless("[2J");
    }

    @Test
    void ids_and_statuses_of_what_was_created() {
        var created = Map.of("campaign_id", HOSTILE, "id", HOSTILE, "status", HOSTILE, "job_id", HOSTILE);
        var body = JsonMapper.shared().writeValueAsString(created);
        program.sandbox().fault(Operation.CREATE_CAMPAIGN, Fault.commitThenBody(body), 1000);

        assertHarmless("may have been sent");
    }

    private void everywhere(Fault fault) {
        for (var operation : Operation.values()) {
            program.sandbox().fault(operation, fault, 10_000);
        }
    }

    private static Fault answer(int status, String body) {
        var headers = Map.of("Content-Type", "application/json");
        return new Fault(0, false, Duration.ZERO, Optional.empty(), new Fault.Spoiling.Replaced(status, headers, body));
    }

    /** The part of the hostile text that must have come through shows that it was there to do harm. */
    private void assertHarmless(String shown) {
        var all = new StringBuilder();
        EveryCommand.run(program, "second-test", (command, run) -> {
            all.append(run.all());
            assertHarmless(command, run);
        });
        assertThat(CursorMoves.in(program.files())).isEmpty();
        assertThat(all).contains(shown);
    }

    private static void assertHarmless(String command, InMemoryProgram.Run run) {
        assertThat(run.code()).as("%s: %s", command, run.all()).isNotEqualTo(ExitCode.BUG.number());
        // lines of CSV end with both, wherever they are written
        var shown = command.endsWith("--format csv") ? run.all().replace("\r\n", "\n") : run.all();
        assertThat(CursorMoves.in(shown)).as("%s: %s", command, run.all()).isEmpty();
        assertThat(RunnerCommands.in(run.all()))
                .as("%s: %s", command, run.all())
                .isSubsetOf(command.endsWith("--format github") ? ANNOTATIONS : Set.of());
    }
}
