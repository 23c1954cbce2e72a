package dev.muster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.cli.command.RootCommand;
import dev.muster.cli.env.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.approvaltests.Approvals;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MainTest {
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
    void exit_codes_never_change() {
        Approvals.verify(Arrays.stream(ExitCode.values())
                .map(code -> "%-12s %d".formatted(code, code.number()))
                .collect(Collectors.joining("\n", "", "\n")));
    }

    @Test
    void every_command_explains_itself() {
        var surroundings =
                program.surroundings(new java.io.ByteArrayOutputStream(), new java.io.ByteArrayOutputStream());
        var root = CommandTable.below(new CommandLine(new RootCommand(surroundings)), List.of("--help"));
        var help = new StringBuilder();
        help(root, help);
        Approvals.verify(help);
    }

    private static void help(CommandLine command, StringBuilder text) {
        command.setUsageHelpAutoWidth(false).setUsageHelpWidth(100);
        text.append(command.getUsageMessage(CommandLine.Help.Ansi.OFF)).append("\n\n");
        command.getSubcommands().values().forEach(sub -> help(sub, text));
    }

    @Test
    void a_bug_shows_its_stack_trace_with_debug_only_and_harmlessly() {
        program.connector(real -> (settings, campaigns, surroundings) -> {
            throw new IllegalStateException("boom\u001b[2J\n::error::pwned");
        });

        var quiet = program.run("plan");
        var debug = program.run("plan", "--debug");

        assertThat(quiet.code()).isEqualTo(ExitCode.BUG.number());
        assertThat(quiet.err())
                .contains("this is a bug in Muster", "boom<U+001B>[2J", "--debug")
                .doesNotContain("at dev.muster");
        assertThat(debug.code()).isEqualTo(ExitCode.BUG.number());
        assertThat(debug.err()).contains("at dev.muster.cli.MainTest");
        assertThat(quiet.all() + debug.all()).doesNotContain("\u001b").doesNotContainPattern("(?m)^\\s*::error");
    }

    @Test
    void what_the_user_can_mend_has_no_stack_trace() {
        var run = program.run("plan", "-w", "nowhere");

        assertThat(run.code()).isEqualTo(ExitCode.USAGE.number());
        assertThat(run.err()).doesNotContain("at dev.muster");
    }

    /** The lock file is in the way of its own replacement; what was sent is in the journal and must be told. */
    @Test
    void a_run_that_sent_and_cannot_be_closed_says_what_it_sent() {
        program.connector(real -> Rewired.sender(real, sender -> body -> {
            var answer = sender.post(body);
            makeUnwritable(folder.resolve("campaigns/sandbox.lock.json"));
            return answer;
        }));

        var run = program.run("apply", "--confirm", "6");

        assertThat(run.out())
                .contains("+ system-test  created as campaign_", "1 campaign created, 6 messages.")
                .contains("everything this run did is recorded here");
        assertThat(run.code()).isEqualTo(ExitCode.DOUBT.number());
    }

    private static void makeUnwritable(Path file) {
        try {
            Files.delete(file);
            Files.createDirectories(file.resolve("in-the-way"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
