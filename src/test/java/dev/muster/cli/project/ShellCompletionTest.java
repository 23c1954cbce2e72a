package dev.muster.cli.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.muster.cli.CommandTable;
import dev.muster.cli.InMemoryProgram;
import dev.muster.cli.command.RootCommand;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** What {@code muster completion} prints, judged by the shell that it is for. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ShellCompletionTest {
    /** Bash is told what was typed so far, and what it would offer is printed behind a line that repeats the words. */
    private static final String ASK = """
            COMP_WORDS=(%s)
            COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
            COMPREPLY=()
            _complete_muster_with_keys muster "${COMP_WORDS[COMP_CWORD]}"
            echo "= ${COMP_WORDS[*]}"
            printf '%%s\\n' "${COMPREPLY[@]}"
            """;

    @TempDir
    Path folder;

    private InMemoryProgram program;
    private Path script;

    @BeforeEach
    void print_the_script() throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "there is no /bin/bash");
        program = new InMemoryProgram(folder);
        var printed = program.run("completion");
        assertThat(printed.code()).isZero();
        assertThat(printed.err()).isEmpty();
        script = Files.writeString(folder.resolve("completion.bash"), printed.out());
    }

    @AfterEach
    void stop() {
        program.close();
    }

    @Test
    void bash_can_read_it_and_nothing_is_printed_by_doing_so() throws Exception {
        assertThat(bash("-n", script.toString())).isEmpty();
        assertThat(bash("-c", "source " + script)).isEmpty();
    }

    @Test
    void every_command_and_every_option_is_offered_without_a_word_of_noise() throws Exception {
        var lines = new ArrayList<CommandLine>();
        collect(root(), lines);
        var offered = bash(
                "-c",
                "source " + script + "\n"
                        + lines.stream()
                                .map(command -> asking(command, "''") + asking(command, "-"))
                                .collect(Collectors.joining()));

        assertThat(offered).doesNotContain("compopt", "bash:");
        assertThat(lines).hasSizeGreaterThan(20);
        for (var command : lines) {
            var name = command.getCommandSpec().qualifiedName();
            assertThat(after(offered, name + " "))
                    .as(name)
                    .containsAll(command.getSubcommands().keySet());
            assertThat(after(offered, name + " -")).as(name + " -").containsAll(options(command));
        }
    }

    @Test
    void the_keys_of_the_folder_are_offered_and_nothing_in_a_file_is_run() throws Exception {
        Files.writeString(folder.resolve("campaigns/trap.yaml"), "key: $(touch pwned)\nname: trap\n");
        Files.createDirectories(folder.resolve("other"));
        Files.writeString(folder.resolve("other/a.yaml"), "kind: campaign\nkey: from-another-folder # why\n");

        var offered = bash(
                "-c",
                "source " + script + "\n"
                        + List.of(
                                        "plan ''",
                                        "plan sys",
                                        "status ''",
                                        "resolve nothing-",
                                        "validate ''",
                                        "plan -C other ''")
                                .stream()
                                .map(words -> ASK.formatted("muster " + words))
                                .collect(Collectors.joining())
                        + "complete -p muster\n");

        assertThat(after(offered, "muster plan ")).contains("system-test").doesNotContain("pwned");
        assertThat(after(offered, "muster plan sys")).containsExactly("system-test");
        assertThat(after(offered, "muster status ")).contains("system-test");
        assertThat(after(offered, "muster resolve nothing-")).doesNotContain("system-test");
        assertThat(after(offered, "muster validate ")).doesNotContain("system-test");
        assertThat(after(offered, "muster plan -C other "))
                .contains("from-another-folder")
                .doesNotContain("system-test");
        assertThat(offered).endsWith("-F _complete_muster_with_keys muster\n");
        assertThat(folder.resolve("pwned")).doesNotExist();
    }

    /** What zsh's own functions would show is printed instead. */
    private static final String SHOW = """
            compdef() { : }
            _describe() { print -l -- ${(P)2%%:*} }
            compadd() { print -l -- ${(P)2} }
            _files() { print files }
            source completion
            for line in "$@"; do
              words=("${(@s: :)line}"); CURRENT=${#words}
              print -- "= $line"; _muster
            done
            """;

    @Test
    void zsh_is_offered_the_same() throws Exception {
        assumeTrue(isThere("zsh"), "there is no zsh");
        printed("zsh");
        var offered = said(Stream.concat(Stream.of("zsh", "-f", "-c", SHOW, "zsh"), questions().stream())
                .toList());

        assertThat(offered).doesNotContain("zsh:");
        offersEverything(offered);
        assertThat(after(offered, "muster plan ")).contains("system-test");
        assertThat(after(offered, "muster plan -o ")).containsExactly("files");
        assertThat(after(offered, "muster plan -C other ")).containsExactly("from-another-folder");
        assertThat(folder.resolve("pwned")).doesNotExist();
    }

    @Test
    void fish_is_offered_the_same() throws Exception {
        assumeTrue(isThere("fish"), "there is no fish");
        printed("fish");
        var ask = "source completion; for line in $argv; echo \"= $line\"; complete -C $line | cut -f 1; end";
        var offered = said(Stream.concat(Stream.of("fish", "--no-config", "-c", ask), questions().stream())
                .toList());

        offersEverything(offered);
        assertThat(after(offered, "muster plan ")).contains("system-test");
        assertThat(after(offered, "muster plan -C other ")).contains("from-another-folder");
        assertThat(folder.resolve("pwned")).doesNotExist();
    }

    private void printed(String shell) throws IOException {
        Files.writeString(folder.resolve("campaigns/trap.yaml"), "key: $(touch pwned)\nname: trap\n");
        Files.createDirectories(folder.resolve("other"));
        Files.writeString(folder.resolve("other/a.yaml"), "kind: campaign\nkey: from-another-folder # why\n");
        Files.writeString(
                folder.resolve("completion"), program.run("completion", shell).out());
    }

    private List<String> questions() {
        var all = new ArrayList<CommandLine>();
        collect(root(), all);
        return Stream.concat(
                        all.stream()
                                .map(command -> command.getCommandSpec().qualifiedName())
                                .flatMap(name -> Stream.of(name + " ", name + " -", name + " --")),
                        Stream.of("muster plan -o ", "muster plan -C other "))
                .toList();
    }

    private void offersEverything(String offered) {
        var all = new ArrayList<CommandLine>();
        collect(root(), all);
        for (var command : all) {
            var name = command.getCommandSpec().qualifiedName();
            assertThat(after(offered, name + " "))
                    .as(name)
                    .containsAll(command.getSubcommands().keySet());
            assertThat(after(offered, name + " --"))
                    .as(name + " --")
                    .containsAll(options(command).stream()
                            .filter(option -> option.startsWith("--"))
                            .toList());
        }
    }

    private static boolean isThere(String shell) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, shell)));
    }

    private CommandLine root() {
        var surroundings = program.surroundings(new ByteArrayOutputStream(), new ByteArrayOutputStream());
        return CommandTable.below(new CommandLine(new RootCommand(surroundings)), List.of("--help"));
    }

    private static void collect(CommandLine command, List<CommandLine> all) {
        all.add(command);
        command.getSubcommands().values().forEach(sub -> collect(sub, all));
    }

    private static String asking(CommandLine command, String last) {
        return ASK.formatted(command.getCommandSpec().qualifiedName() + " " + last);
    }

    private static List<String> options(CommandLine command) {
        return command.getCommandSpec().options().stream()
                .filter(option -> !option.hidden())
                .map(OptionSpec::names)
                .flatMap(Stream::of)
                .toList();
    }

    /** The lines below the one that repeats these words, up to the next such line. */
    private static List<String> after(String offered, String words) {
        return offered.lines()
                .dropWhile(line -> !line.equals("= " + words))
                .skip(1)
                .takeWhile(line -> !line.startsWith("= "))
                .map(String::strip)
                .toList();
    }

    private String bash(String... arguments) throws Exception {
        return said(Stream.concat(Stream.of("/bin/bash", "--norc", "--noprofile"), Stream.of(arguments))
                .toList());
    }

    private String said(List<String> command) throws Exception {
        var builder = new ProcessBuilder(command);
        builder.environment().put("HOME", folder.toString());
        var process =
                builder.directory(folder.toFile()).redirectErrorStream(true).start();
        process.getOutputStream().close();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}
