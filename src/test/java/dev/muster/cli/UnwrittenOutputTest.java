package dev.muster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.cli.command.StandardOutput;
import dev.muster.cli.env.ExitCode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A full disk or a closed pipe behind standard output: no command calls that a success, and no send is cut short by it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class UnwrittenOutputTest {
    private static final String COMPLAINT = "standard output could not be written (No space left on device)";

    @TempDir
    Path folder;

    private InMemoryProgram program;

    @BeforeEach
    void start() {
        program = new InMemoryProgram(folder);
    }

    @AfterEach
    void stop() {
        program.close();
    }

    @Test
    void no_command_ends_well_when_its_output_is_lost() {
        assertThat(program.run("apply", "--confirm", "6").code()).isZero();
        program.outputTakes(0);
        var ended = new TreeMap<String, InMemoryProgram.Run>();

        EveryCommand.run(program, "system-test", ended::put);

        assertThat(ended).hasSizeGreaterThan(80);
        assertThat(ended.entrySet())
                .filteredOn(run -> run.getValue().code() == 0 || run.getValue().code() == 70)
                .filteredOn(run -> !run.getValue().err().contains(COMPLAINT) || !isSend(run.getKey()))
                .extracting(Map.Entry::getKey)
                .allMatch(
                        line -> line.contains(" -o ") || line.startsWith("init "),
                        "prints nothing, so nothing is lost");
        assertThat(ended.values())
                .filteredOn(run -> run.code() == ExitCode.ERROR.number())
                .filteredOn(run -> run.err().contains(COMPLAINT))
                .hasSizeGreaterThan(50);
    }

    /** What was sent keeps its own code. */
    private static boolean isSend(String line) {
        return line.startsWith("apply ") || line.startsWith("send ");
    }

    @Test
    void nothing_is_sent_when_the_plan_could_not_be_shown() {
        program.outputTakes(10);

        var run = program.run("apply", "--confirm", "6");

        assertThat(run.code()).isEqualTo(ExitCode.ERROR.number());
        assertThat(run.err()).contains(COMPLAINT);
        assertThat(program.sandbox().ledger().people()).isEmpty();
    }

    /** The pipe is closed while the first campaign is posted. */
    @Test
    void an_apply_under_way_goes_on_and_keeps_its_code() {
        program.connector(real -> Rewired.sender(real, sender -> body -> {
            program.outputTakes(0);
            return sender.post(body);
        }));

        var run = program.run("apply", "--confirm", "6");

        assertThat(run.code()).isEqualTo(ExitCode.OK.number());
        assertThat(run.err()).contains(COMPLAINT);
        assertThat(program.sandbox().ledger().people()).hasSize(6);
        assertThat(program.files()).contains("CONFIRMED");
    }

    @Test
    void a_code_that_says_more_stays() {
        program.outputTakes(0);

        assertThat(program.run("plan", "-w", "nowhere").code()).isEqualTo(ExitCode.USAGE.number());
        assertThat(program.run("plan", "--detailed-exitcode").code()).isEqualTo(ExitCode.ERROR.number());
    }

    @Test
    void the_reason_of_the_first_failure_is_kept() {
        var out = StandardOutput.over(new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("Broken pipe");
            }
        });
        out.print("ü");

        assertThat(out.checkError()).isTrue();
        assertThat(out.failure()).contains("Broken pipe");
    }
}
