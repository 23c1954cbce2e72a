package dev.muster.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A log that does not fit into memory, and one that does not fit on the disk at first. */
@Tag("process")
@DisabledOnOs(OS.WINDOWS)
@DisplayNameGeneration(ReplaceUnderscores.class)
class LongLogTest {
    private static final int LONG = 200_000;
    private static final int SHORT = 3_000;

    @TempDir
    Path folder;

    private record Run(int code, String said) {}

    @Test
    void a_log_that_is_larger_than_memory_goes_into_a_file() throws Exception {
        var file = folder.resolve("log.csv");
        assertThat(run("", "-Xmx40m", LONG, file)).isEqualTo(new Run(0, "2000 of 200000 failed\n"));
        try (var lines = Files.lines(file)) {
            assertThat(lines.count()).isEqualTo(LONG + 1);
        }
    }

    /** Else the first one would show nothing. */
    @Test
    void the_same_memory_is_too_small_for_a_program_that_keeps_its_rows() throws Exception {
        assertThat(run("", "-Xmx40m", LONG, folder.resolve("log.csv"), "keep").code())
                .isNotZero();
    }

    /** {@code ulimit -f} counts blocks of 512 bytes. */
    @Test
    void a_file_that_may_not_grow_is_whole_after_the_next_run() throws Exception {
        var file = folder.resolve("log.csv");
        var full = run("ulimit -f 300; ", "-Xmx40m", SHORT, file);
        assertThat(full.code()).isEqualTo(1);
        assertThat(full.said()).contains("cannot be written", "the same command goes on");
        assertThat(file).doesNotExist();

        assertThat(run("", "-Xmx40m", SHORT, file)).isEqualTo(new Run(0, "30 of 3000 failed\n"));
        assertThat(Files.readAllLines(file).stream().map(line -> line.replaceFirst(",.*", "")))
                .hasSize(SHORT + 1)
                .doesNotHaveDuplicates();
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    private static Run run(String limit, String memory, int rows, Path file, String... more)
            throws IOException, InterruptedException {
        var java = new ArrayList<>(Java.longLog(memory));
        java.addAll(List.of(String.valueOf(rows), file.toString()));
        java.addAll(List.of(more));
        var command = new ArrayList<>(List.of("/bin/sh", "-c", limit + "exec \"$0\" \"$@\""));
        command.addAll(java);
        var process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), said);
    }
}
