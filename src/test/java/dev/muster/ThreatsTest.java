package dev.muster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The table of threats for readers, held against the tests that there are. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ThreatsTest {
    private static final Pattern ROW = Pattern.compile("\\| T\\d\\d .*\\|");
    private static final Pattern NAME = Pattern.compile("`([A-Z]\\w+Test)`");

    @Test
    void every_threat_names_tests_that_exist() throws IOException {
        var rows = Files.readAllLines(Path.of("src/site/markdown/threats.md")).stream()
                .filter(line -> ROW.matcher(line).matches())
                .toList();

        assertThat(rows).isNotEmpty().allMatch(row -> NAME.matcher(row).find());
        try (var files = Files.walk(Path.of("src/test/java"))) {
            var classes = files.map(file -> file.getFileName().toString().replace(".java", ""))
                    .collect(Collectors.toSet());
            assertThat(rows)
                    .flatMap(row -> NAME.matcher(row)
                            .results()
                            .map((MatchResult found) -> found.group(1))
                            .toList())
                    .isSubsetOf(classes);
        }
    }
}
