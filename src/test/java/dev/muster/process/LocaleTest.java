package dev.muster.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The program without its launcher, in a locale in which Java reads only ASCII: that of containers and of cron. */
@Tag("process")
@EnabledOnOs(OS.LINUX)
@DisplayNameGeneration(ReplaceUnderscores.class)
class LocaleTest {
    private static final Map<String, String> POSIX = Map.of("LC_ALL", "POSIX", "PATH", System.getenv("PATH"));

    @TempDir
    Path folder;

    @Test
    void a_text_that_java_could_not_read_is_not_sent() {
        try (var send = ProgramProcess.start(
                folder,
                POSIX,
                "send",
                "--from",
                "Sales Line",
                "--to",
                "+15550110965",
                "--text",
                "Gruesse",
                "--reason=Grüße")) {
            assertThat(send.exitCode()).isEqualTo(64);
            assertThat(send.errors()).contains("--reason", "cannot be read", "LC_ALL=C.UTF-8");
        }
    }

    @Test
    void a_definition_whose_name_java_could_not_read_is_a_finding() throws IOException {
        Files.createDirectories(folder.resolve("campaigns"));
        Files.writeString(folder.resolve("campaigns/grüße.yaml"), "kind: message");
        try (var validate = ProgramProcess.start(folder, POSIX, "validate")) {
            assertThat(validate.exitCode()).isEqualTo(1);
            assertThat(validate.said()).contains("[yaml/name-not-utf8]");
        }
    }

    @Test
    void a_working_folder_whose_name_java_could_not_read_ends_the_run() throws IOException {
        try (var plan = ProgramProcess.start(Files.createDirectory(folder.resolve("grüße")), POSIX, "plan")) {
            assertThat(plan.exitCode()).isEqualTo(1);
            assertThat(plan.errors()).contains("working folder", "LC_ALL=C.UTF-8");
        }
    }
}
