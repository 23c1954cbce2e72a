package dev.muster.cli.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.cli.InMemoryProgram;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code init} tells git of a folder: rosters and locks of runs stay out of it, and a lock file keeps its bytes. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class GitFilesTest {
    private static final String IGNORED = "campaigns/.gitignore";
    private static final String ATTRIBUTES = "campaigns/.gitattributes";

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

    private static String resource(String name) throws IOException {
        try (var content = GitFilesTest.class.getResourceAsStream("/init/" + name)) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void a_folder_without_them_gets_both_as_a_new_folder_does() throws IOException {
        assertThat(program.run("init").out()).contains("wrote " + IGNORED, "wrote " + ATTRIBUTES);
        assertThat(folder.resolve(IGNORED)).hasContent(resource("gitignore"));
        assertThat(folder.resolve(ATTRIBUTES)).hasContent(resource("gitattributes"));
    }

    /** Also where the last line has no end, and where an editor wrote other line ends or blanks. */
    @Test
    void what_is_there_stays_and_only_missing_rules_are_added() throws IOException {
        program.write(IGNORED, "*.bak\r\n  .muster/  ");
        program.write(ATTRIBUTES, "*.png binary");

        assertThat(program.run("init").out()).contains("added to " + IGNORED, "added to " + ATTRIBUTES);

        assertThat(Files.readString(folder.resolve(IGNORED))).startsWith("*.bak\r\n  .muster/  \n");
        assertThat(Files.readAllLines(folder.resolve(IGNORED)).stream().filter(line -> line.contains(".muster/")))
                .hasSize(1);
        assertThat(Files.readAllLines(folder.resolve(ATTRIBUTES)))
                .containsExactly("*.png binary", "*.lock.json text eol=lf merge=muster-lock");
    }

    @Test
    void a_second_init_adds_nothing() throws IOException {
        program.run("init");
        var before = Files.readString(folder.resolve(IGNORED)) + Files.readString(folder.resolve(ATTRIBUTES));

        assertThat(program.run("init").out()).doesNotContain(".gitignore", ".gitattributes");
        assertThat(Files.readString(folder.resolve(IGNORED)) + Files.readString(folder.resolve(ATTRIBUTES)))
                .isEqualTo(before);
    }

    @Test
    void nothing_is_written_through_a_link() throws IOException {
        var elsewhere = Files.writeString(folder.resolve("elsewhere"), "*.bak\n");
        Files.createSymbolicLink(folder.resolve(IGNORED), elsewhere);

        assertThat(program.run("init").code()).isNotZero();
        assertThat(elsewhere).hasContent("*.bak\n");
    }
}
