package dev.muster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.cli.command.RootCommand;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** What is said to hold of every command is asked of every command and every format that the program has. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class EveryCommandTest {
    private static final List<String> LINES = EveryCommand.SCRIPT.lines().toList();

    @TempDir
    Path folder;

    @Test
    void no_command_is_left_out() {
        assertThat(leaves().map(EveryCommandTest::path).filter(path -> !EveryCommand.ENDLESS.contains(path)))
                .hasSizeGreaterThan(20)
                .allMatch(EveryCommandTest::isRun);
    }

    @Test
    void no_format_is_left_out() {
        var wanted = leaves().flatMap(EveryCommandTest::formats).toList();

        assertThat(wanted).hasSizeGreaterThan(8).allMatch(EveryCommandTest::isRun);
    }

    @Test
    void no_command_that_writes_a_file_is_left_out() {
        var wanted = leaves().filter(
                        command -> command.getCommandSpec().optionsMap().containsKey("-o"))
                .map(command -> path(command) + " -o")
                .toList();

        assertThat(wanted).isNotEmpty().allMatch(EveryCommandTest::isRun);
    }

    private Stream<CommandLine> leaves() {
        try (var program = new InMemoryProgram(folder)) {
            var surroundings = program.surroundings(new ByteArrayOutputStream(), new ByteArrayOutputStream());
            var root = CommandTable.below(new CommandLine(new RootCommand(surroundings)), List.of("--help"));
            return leaves(root).toList().stream();
        }
    }

    private static Stream<CommandLine> leaves(CommandLine command) {
        var below = command.getSubcommands().values();
        return below.isEmpty() ? Stream.of(command) : below.stream().flatMap(EveryCommandTest::leaves);
    }

    /** As it is typed, without the program. */
    private static String path(CommandLine command) {
        return command.getCommandSpec().qualifiedName().substring("muster ".length());
    }

    private static Stream<String> formats(CommandLine command) {
        OptionSpec format = command.getCommandSpec().findOption("--format");
        return format == null
                ? Stream.empty()
                : Stream.of(format.type().getEnumConstants())
                        .map(value ->
                                path(command) + " --format " + value.toString().toLowerCase(Locale.ROOT));
    }

    /** Whether a line begins with the command and holds the option. */
    private static boolean isRun(String wanted) {
        var words = List.of(wanted.split(" (?=-)", 2));
        return LINES.stream()
                .anyMatch(line -> line.startsWith(words.get(0)) && line.contains(words.get(words.size() - 1)));
    }
}
