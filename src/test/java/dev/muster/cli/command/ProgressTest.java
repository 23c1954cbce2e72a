package dev.muster.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.cli.env.DefaultClientFactory;
import dev.muster.cli.env.ProgramEnvironment;
import dev.muster.cli.env.ProgressBar;
import dev.muster.cli.env.ReadProgressLine;
import dev.muster.cli.env.ShutdownHandler;
import dev.muster.cli.status.UnreadSends;
import dev.muster.diagnostic.EnvironmentException;
import dev.muster.model.CampaignIdentity;
import dev.muster.testing.CursorMoves;
import dev.muster.testing.RunnerCommands;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Progress is for whoever looks: drawn on a terminal's standard error, and nowhere else. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ProgressTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void a_terminal_shows_it_and_it_is_gone_at_the_end() {
        assertThat(shown(surroundings(true, true, Map.of())))
                .contains("\rreading contacts: 20,000 of 30,000", "\rimporting ███")
                .endsWith("\r");
        assertThat(out.size()).isZero();
    }

    @Test
    void nothing_is_shown_where_nobody_looks_or_wants_to() {
        assertThat(shown(surroundings(false, false, Map.of()))).as("a pipe").isEmpty();
        assertThat(shown(surroundings(true, false, Map.of()))).as("2>file").isEmpty();
        assertThat(shown(surroundings(true, true, Map.of("CI", "true"))))
                .as("CI")
                .isEmpty();
        assertThat(shown(surroundings(true, true, Map.of("TERM", "dumb"))))
                .as("dumb")
                .isEmpty();
        assertThat(shown(quiet(surroundings(true, true, Map.of()))))
                .as("--quiet")
                .isEmpty();
    }

    @Test
    void colour_goes_to_a_terminal_unless_the_environment_or_the_user_says_otherwise() {
        assertThat(painted(true, Map.of(), GlobalOptions.Color.AUTO)).isTrue();
        assertThat(painted(false, Map.of(), GlobalOptions.Color.AUTO)).isFalse();
        assertThat(painted(true, Map.of("NO_COLOR", "1"), GlobalOptions.Color.AUTO))
                .isFalse();
        assertThat(painted(true, Map.of("NO_COLOR", "1", "FORCE_COLOR", "1"), GlobalOptions.Color.AUTO))
                .isFalse();
        assertThat(painted(true, Map.of("TERM", "dumb"), GlobalOptions.Color.AUTO))
                .isFalse();
        assertThat(painted(false, Map.of("FORCE_COLOR", "1"), GlobalOptions.Color.AUTO))
                .isTrue();
        assertThat(painted(false, Map.of("CLICOLOR_FORCE", "0"), GlobalOptions.Color.AUTO))
                .isFalse();
        assertThat(painted(false, Map.of("NO_COLOR", "1"), GlobalOptions.Color.ALWAYS))
                .isTrue();
        assertThat(painted(true, Map.of(), GlobalOptions.Color.NEVER)).isFalse();
    }

    @Test
    void a_reason_from_outside_gives_no_command_to_a_runner_and_moves_no_cursor() {
        var console = new Console(surroundings(false, false, Map.of()), new GlobalOptions());
        var why = new EnvironmentException("SeaX said: \u001b[2Jx\n::error::x\n##[error]x");

        console.comment("It could not be read", why);
        console.complain("It could not be read", why);
        new UnreadSends(console).tell(CampaignIdentity.parse("sale/1"), why);

        var shown = err.toString(StandardCharsets.UTF_8);
        assertThat(shown).contains("It could not be read: SeaX said: ", "sale/1 could not be read now");
        assertThat(RunnerCommands.in(shown)).isEmpty();
        assertThat(CursorMoves.in(shown)).isEmpty();
    }

    private boolean painted(boolean terminal, Map<String, String> environment, GlobalOptions.Color when) {
        var options = new GlobalOptions();
        options.color = when;
        return new Console(surroundings(terminal, terminal, environment), options).paint()
                == dev.muster.report.TextStyle.ANSI;
    }

    private static ProgramEnvironment quiet(ProgramEnvironment surroundings) {
        var options = new GlobalOptions();
        options.quiet = true;
        return new CommandContext(surroundings, options).surroundings();
    }

    private String shown(ProgramEnvironment surroundings) {
        err.reset();
        var reading = ReadProgressLine.on(surroundings);
        reading.read("contacts", 10_000, OptionalInt.of(30_000));
        reading.read("contacts", 20_000, OptionalInt.of(30_000));
        reading.end();
        var line = new ProgressBar(surroundings);
        line.show("importing", 3, 24);
        line.end();
        return err.toString(StandardCharsets.UTF_8);
    }

    private ProgramEnvironment surroundings(boolean terminal, boolean errors, Map<String, String> environment) {
        return new ProgramEnvironment(
                new BufferedReader(new StringReader("")),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                environment,
                Path.of(""),
                terminal,
                errors,
                Clock.systemUTC(),
                () -> "id",
                new DefaultClientFactory(),
                new ShutdownHandler(),
                new dev.muster.lock.file.LocalDisk());
    }
}
