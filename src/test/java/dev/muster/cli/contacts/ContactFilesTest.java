package dev.muster.cli.contacts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.cli.InMemoryProgram;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What may be given for a file of contacts, and what a user sees when it is something else. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ContactFilesTest {
    private static final String ROWS = "name,phone\nAda,+12025550100\n";

    @TempDir
    private Path folder;

    private InMemoryProgram program;

    @BeforeEach
    void start() {
        program = new InMemoryProgram(folder);
    }

    @AfterEach
    void end() {
        program.close();
    }

    @Test
    void a_folder_and_a_missing_file_are_named() {
        assertThat(program.run("contacts", "check", "campaigns").err())
                .isEqualTo("muster: campaigns is a folder: name a CSV file\n");
        assertThat(program.run("contacts", "import", "nobody.csv", "--confirm", "1"))
                .satisfies(run -> assertThat(run.err()).isEqualTo("muster: there is no file nobody.csv\n"))
                .satisfies(run -> assertThat(run.code()).isEqualTo(1));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void a_pipe_is_read() throws IOException, InterruptedException {
        assertThat(throughAPipe("check").out()).contains("1 row, 1 can be imported");
        assertThat(throughAPipe("import", "--confirm", "1"))
                .satisfies(run -> assertThat(run.code()).as(run.all()).isZero())
                .satisfies(run -> assertThat(run.out()).startsWith("1 row imported"));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void the_copy_of_a_pipe_is_gone_afterwards() throws IOException, InterruptedException {
        var pipe = pipe("pipe");
        var writer = writer(pipe);

        Path copy;
        try (var source = ContactSource.of(pipe, Path.of("pipe"))) {
            copy = source.path();
            assertThat(copy).isNotEqualTo(pipe).hasContent(ROWS);
        }
        assertThat(copy).doesNotExist();
        writer.join();
    }

    @Test
    void a_file_without_rows_is_not_offered() {
        program.write("people.csv", "name,phone\n");

        var check = program.run("contacts", "check", "people.csv");
        var imported = program.run("contacts", "import", "people.csv", "--confirm", "0");

        assertThat(check.code()).isEqualTo(1);
        assertThat(check.all()).contains("[contacts/no-rows]").doesNotContain("--confirm");
        assertThat(imported.code()).isEqualTo(1);
        assertThat(imported.err()).contains("[contacts/no-rows]").endsWith("Nothing was imported.\n");
    }

    private InMemoryProgram.Run throughAPipe(String command, String... options)
            throws IOException, InterruptedException {
        var name = "pipe-" + command;
        var writer = writer(pipe(name));
        var run = program.run(Stream.concat(Stream.of("contacts", command, name), Stream.of(options))
                .toArray(String[]::new));
        writer.join();
        return run;
    }

    private Path pipe(String name) throws IOException, InterruptedException {
        var pipe = folder.resolve(name);
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        return pipe;
    }

    private Thread writer(Path pipe) {
        var writer = new Thread(() -> program.write(pipe.getFileName().toString(), ROWS));
        writer.start();
        return writer;
    }
}
