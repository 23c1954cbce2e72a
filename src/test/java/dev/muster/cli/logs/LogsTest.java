package dev.muster.cli.logs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.cli.InMemoryProgram;
import dev.muster.cli.Rewired;
import dev.muster.cli.env.ExitCode;
import dev.muster.diagnostic.EnvironmentException;
import dev.muster.outcome.Deliveries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A log on its way into a file: what an interruption leaves, who may read it, and that nobody's name is in it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LogsTest {
    @TempDir
    Path folder;

    private InMemoryProgram program;
    private int rowsUntilTheEnd = Integer.MAX_VALUE;

    @BeforeEach
    void send() {
        program = new InMemoryProgram(folder);
        program.connector(real -> Rewired.deliveries(real, this::interrupted));
        program.run("apply", "--confirm", "6");
        program.sandbox().advance(Duration.ofHours(2));
    }

    @AfterEach
    void stop() {
        program.close();
    }

    /** The log, which breaks off after some rows. */
    private Deliveries interrupted(Deliveries real) {
        return (campaign, from, known, rows) -> {
            var left = new int[] {rowsUntilTheEnd};
            real.each(campaign, from, known, row -> {
                if (left[0]-- == 0) {
                    throw new EnvironmentException("SeaX does not answer");
                }
                rows.accept(row);
            });
        };
    }

    private List<Path> files() throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "jsonl", "txt"})
    void an_interrupted_file_is_whole_after_the_same_command(String form) throws IOException {
        var whole = program.run("logs", "system-test", "-o", "whole." + form);
        rowsUntilTheEnd = 2;
        var broken = program.run("logs", "system-test", "-o", "log." + form);
        assertThat(broken.code()).isEqualTo(ExitCode.ERROR.number());
        assertThat(program.file("log." + form)).doesNotExist();
        rowsUntilTheEnd = Integer.MAX_VALUE;

        var again = program.run("logs", "system-test", "-o", "log." + form);

        assertThat(again.code()).isZero();
        assertThat(again.err().contains("2 rows are there already")).isEqualTo(!form.equals("txt"));
        assertThat(again.err()).contains("6 rows in log." + form);
        assertThat(program.file("log." + form)).hasSameBinaryContentAs(program.file("whole." + form));
        assertThat(files()).hasSize(2);
        assertThat(whole.code()).isZero();
    }

    @Test
    void a_finished_file_is_replaced_only_when_that_is_said() throws IOException {
        program.write("log.csv", "somebody else's\n");
        var refused = program.run("logs", "system-test", "-o", "log.csv");
        assertThat(refused.code()).isEqualTo(ExitCode.USAGE.number());
        assertThat(refused.err())
                .contains("log.csv is there already. Name another file, or replace it with --overwrite");
        assertThat(program.file("log.csv")).hasContent("somebody else's");

        assertThat(program.run("logs", "system-test", "-o", "log.csv", "--overwrite")
                        .code())
                .isZero();
        assertThat(Files.readAllLines(program.file("log.csv"))).hasSize(7);
    }

    @Test
    void a_torn_last_line_is_cut_off() throws IOException {
        rowsUntilTheEnd = 3;
        program.run("logs", "system-test", "-o", "log.csv");
        rowsUntilTheEnd = Integer.MAX_VALUE;
        var part = files().get(0);
        var text = Files.readString(part);
        Files.writeString(part, text.substring(0, text.length() - 20));

        assertThat(program.run("logs", "system-test", "-o", "log.csv").err()).contains("2 rows are there already");
        assertThat(Files.readAllLines(program.file("log.csv"))).hasSize(7).doesNotHaveDuplicates();
    }

    @Test
    void what_was_changed_in_between_is_not_gone_on_with() throws IOException {
        rowsUntilTheEnd = 3;
        program.run("logs", "system-test", "-o", "log.csv");
        var part = files().get(0);
        Files.writeString(part, Files.readString(part).replace(",delivered,", ","));

        var run = program.run("logs", "system-test", "-o", "log.csv");

        assertThat(run.code()).isEqualTo(ExitCode.ERROR.number());
        assertThat(run.err()).contains("was changed since: remove it");
    }

    @Test
    void another_filter_or_form_does_not_go_on_with_it() throws IOException {
        rowsUntilTheEnd = 2;
        program.run("logs", "system-test", "-o", "log.csv");
        rowsUntilTheEnd = Integer.MAX_VALUE;
        var run = program.run("logs", "system-test", "-o", "log.csv", "--status", "sent,delivered");
        assertThat(run.err()).doesNotContain("there already").contains("6 rows in log.csv");
        assertThat(files()).hasSize(2);
    }

    @Test
    void only_the_owner_can_read_it() throws IOException {
        program.run("logs", "system-test", "-o", "log.csv", "--unmask");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(program.file("log.csv"))))
                .isEqualTo("rw-------");
    }

    @Test
    void a_link_in_the_place_of_the_part_is_not_followed() throws IOException {
        rowsUntilTheEnd = 2;
        program.run("logs", "system-test", "-o", "log.csv");
        var part = files().get(0);
        Files.delete(part);
        Files.createSymbolicLink(part, Files.writeString(folder.resolve("precious"), "mine"));

        var run = program.run("logs", "system-test", "-o", "log.csv");

        assertThat(run.code()).isEqualTo(ExitCode.ERROR.number());
        assertThat(run.err()).contains("not a regular file");
        assertThat(folder.resolve("precious")).hasContent("mine");
    }

    /** WhatsApp's ids of messages have the number inside, so they are hidden as well. */
    @ParameterizedTest
    @ValueSource(strings = {"table", "csv", "jsonl"})
    void nobody_can_be_told_by_a_masked_log(String form) {
        var masked = program.run("logs", "system-test", "--format", form).all();
        var shown = program.run("logs", "system-test", "--format", "csv", "-o", "shown.csv", "--unmask");
        assertThat(shown.code()).isZero();
        var people = read("shown.csv")
                .lines()
                .skip(1)
                .map(line -> line.split(",", -1))
                .toList();
        assertThat(people).hasSize(6);
        people.forEach(person -> assertThat(masked)
                .doesNotContain(person[2], person[3].replace("'", ""), person[10])
                .contains("•••"));
    }

    private String read(String name) {
        try {
            return Files.readString(program.file(name));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
