package dev.muster.lock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.lock.format.Journal;
import dev.muster.lock.format.LockJson;
import dev.muster.lock.format.RescueLine;
import dev.muster.testing.EarlierVersion;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What Muster 0.1 recorded is read, and written again byte for byte: no lock changes its form without a step. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class EarlierRecordsTest {
    static List<Path> locks() {
        return EarlierVersion.files(".lock.json");
    }

    @ParameterizedTest
    @MethodSource("locks")
    void a_lock_is_written_as_it_was(Path file) throws IOException {
        var bytes = Files.readAllBytes(file);
        var read = LockJson.read(file.toString(), new ByteArrayInputStream(bytes), bytes.length);
        assertThat(LockJson.write(read.lock(), read.previous()).bytes()).isEqualTo(bytes);
    }

    static List<Path> journals() {
        return EarlierVersion.files(".lock.journal");
    }

    /** But for a last line that a crash tore. */
    @ParameterizedTest
    @MethodSource("journals")
    void each_step_is_written_as_it_was(Path file) throws IOException {
        var text = Files.readString(file);
        var lines = Journal.read(file.toString(), text.getBytes(StandardCharsets.UTF_8))
                .lines();
        var written = new StringBuilder();
        for (var line : lines) {
            written.append(new String(
                    Journal.write(line.serial(), line.previous(), line.step()).bytes(), StandardCharsets.UTF_8));
        }
        assertThat(text).startsWith(written);
        assertThat(text.substring(written.length())).doesNotContain("\n");
    }

    static List<Path> rescued() {
        return EarlierVersion.files(".rescue.json");
    }

    @ParameterizedTest
    @MethodSource("rescued")
    void a_rescued_outcome_is_written_as_it_was(Path file) throws IOException {
        for (var line : Files.readAllLines(file)) {
            assertThat(RescueLine.write(RescueLine.read(file.toString(), line))).isEqualTo(line + "\n");
        }
    }

    /** Tests over files that went missing would pass. */
    @Test
    void all_of_them_are_there() {
        assertThat(locks()).hasSize(12);
        assertThat(journals()).hasSize(10);
        assertThat(rescued()).hasSize(1);
    }
}
