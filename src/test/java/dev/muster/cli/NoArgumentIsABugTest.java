package dev.muster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.cli.command.RootCommand;
import dev.muster.cli.env.ExitCode;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;

/** Every option and every argument of every command with values that nobody means: none of them is a bug in Muster. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class NoArgumentIsABugTest {
    private static final List<String> VALUES =
            List.of("", " ", "-1", "99999999999999999999", "..", "/", "a\nb", "%{x}*[");

    @TempDir
    Path folder;

    @Test
    void whatever_is_typed() {
        var bugs = new ArrayList<String>();
        try (var program = new InMemoryProgram(folder)) {
            for (var command : leaves(program)) {
                for (var argument : own(command)) {
                    for (var value : VALUES) {
                        var line = line(command, argument, value);
                        var run = program.run(line);
                        if (run.code() == ExitCode.BUG.number() || run.err().contains("Exception")) {
                            bugs.add(String.join(" | ", line) + "\n" + run.err());
                        }
                    }
                }
            }
        }
        assertThat(bugs).isEmpty();
    }

    /** A command as tests run it, with one more value. */
    private static String[] line(CommandLine command, ArgSpec argument, String value) {
        var path = command.getCommandSpec().qualifiedName().replaceFirst("muster ?", "");
        var line = new ArrayList<>(List.of(EveryCommand.SCRIPT
                .lines()
                .filter(known -> known.startsWith(path))
                .findFirst()
                .orElse(path)
                .replace("KEY", "system-test")
                .replace("DOUBT", "system-test")
                .split(" ", -1)));
        if (argument instanceof CommandLine.Model.OptionSpec option) {
            line.add(option.longestName());
        }
        line.add(value);
        return line.toArray(String[]::new);
    }

    private static List<ArgSpec> own(CommandLine command) {
        var spec = command.getCommandSpec();
        var options = spec.options().stream()
                .filter(option -> !option.inherited() && option.arity().max() > 0)
                .map(ArgSpec.class::cast);
        return Stream.concat(options, spec.positionalParameters().stream()).toList();
    }

    private static List<CommandLine> leaves(InMemoryProgram program) {
        var surroundings = program.surroundings(new ByteArrayOutputStream(), new ByteArrayOutputStream());
        var root = CommandTable.below(new CommandLine(new RootCommand(surroundings)), List.of("--help"));
        return Stream.concat(Stream.of(root), below(root))
                .filter(command -> !command.getCommandName().equals("start"))
                .toList();
    }

    private static Stream<CommandLine> below(CommandLine command) {
        return command.getSubcommands().values().stream()
                .flatMap(sub -> sub.getSubcommands().isEmpty() ? Stream.of(sub) : below(sub));
    }
}
