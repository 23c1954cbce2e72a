package dev.muster.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The scripts of the action as shellcheck reads them, where it is installed. */
@Tag("process")
@DisplayNameGeneration(ReplaceUnderscores.class)
class ScriptsTest {
    @Test
    void shellcheck_finds_nothing() throws IOException, InterruptedException {
        var path = System.getenv().getOrDefault("PATH", "");
        assumeTrue(
                Stream.of(path.split(":", -1)).anyMatch(folder -> Files.isExecutable(Path.of(folder, "shellcheck"))),
                "there is no shellcheck");
        var command = new ArrayList<>(List.of("shellcheck", "-x", "-P", "SCRIPTDIR", "-S", "warning"));
        try (var files = Files.list(Path.of(".github/actions/muster"))) {
            files.map(Path::toString).filter(file -> file.endsWith(".sh")).forEach(command::add);
        }
        var shellcheck = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(shellcheck.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(shellcheck.waitFor()).as(said).isZero();
        assertThat(command).hasSize(7);
    }
}
