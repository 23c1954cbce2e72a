package dev.muster.cli.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.muster.cli.CommandTable;
import dev.muster.cli.InMemoryProgram;
import dev.muster.cli.command.RootCommand;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.approvaltests.Approvals;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The manuals: one for each command, in words that man shows as they are. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ManPageTest {
    @TempDir
    Path folder;

    private InMemoryProgram program;
    private CommandOutline root;

    @BeforeEach
    void start() {
        program = new InMemoryProgram(folder);
        var surroundings = program.surroundings(new ByteArrayOutputStream(), new ByteArrayOutputStream());
        root = CommandOutline.of(CommandTable.below(new CommandLine(new RootCommand(surroundings)), List.of("--help")));
    }

    @AfterEach
    void stop() {
        program.close();
    }

    @Test
    void a_manual_says_what_the_help_says() {
        var lock = root.all().filter(command -> command.name().equals("muster lock adopt"));

        Approvals.verify(page(lock.findFirst().orElseThrow()));
    }

    @Test
    void no_line_of_a_text_is_taken_for_a_request() {
        var odd = new CommandOutline(
                "muster odd", ".TH is not meant\n\n'nor this", "muster \\n", List.of(), List.of(), List.of());

        assertThat(page(odd))
                .contains("\n\\&.TH is not meant\n.PP\n\\&'nor this\n", "muster \\en")
                .doesNotContain("\n'");
    }

    @Test
    void every_command_has_one_that_man_reads_without_a_warning() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/groff")), "there is no groff");
        var pages = root.all().toList();

        assertThat(pages).hasSizeGreaterThan(25);
        for (var page : pages) {
            var file = Files.writeString(folder.resolve(ManPage.fileName(page)), page(page));
            var process = new ProcessBuilder("/usr/bin/groff", "-man", "-Tutf8", "-ww", "-z", file.toString())
                    .redirectErrorStream(true)
                    .start();
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(said).as(page.name()).isEmpty();
        }
        assertThat(Stream.of("muster.1", "muster-plan.1", "muster-lock-show.1"))
                .allMatch(name -> Files.exists(folder.resolve(name)));
    }

    private static String page(CommandOutline command) {
        return ManPage.of(command, "1.0", "Exit codes: 0 done.");
    }
}
