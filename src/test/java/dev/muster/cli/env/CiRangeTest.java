package dev.muster.cli.env;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.cli.InMemoryProgram;
import dev.muster.git.CommitRange;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CiRangeTest {
    private static final String BEFORE = "a".repeat(40);
    private static final String HEAD = "b".repeat(40);

    @TempDir
    Path folder;

    @Test
    void a_push_on_github_is_about_what_came_after_the_commit_before() {
        assertThat(github("{\"before\": \"" + BEFORE + "\"}")).contains(new CommitRange(BEFORE, "HEAD"));
    }

    @Test
    void a_pull_request_on_github_ends_at_its_own_head() {
        var event =
                "{\"pull_request\": {\"base\": {\"sha\": \"" + BEFORE + "\"}, \"head\": {\"sha\": \"" + HEAD + "\"}}}";

        assertThat(github(event)).contains(new CommitRange(BEFORE, HEAD));
    }

    @Test
    void a_new_branch_a_timer_and_an_unreadable_event_say_nothing() {
        assertThat(github("{\"before\": \"" + "0".repeat(40) + "\"}")).isEmpty();
        assertThat(github("{\"schedule\": \"0 6 * * *\"}")).isEmpty();
        assertThat(github("{")).isEmpty();
        assertThat(github("[]")).isEmpty();
        assertThat(range(Map.of("GITHUB_EVENT_PATH", folder.resolve("none").toString())))
                .isEmpty();
    }

    @Test
    void gitlab_says_it_in_variables() {
        assertThat(range(Map.of("CI_COMMIT_BEFORE_SHA", BEFORE))).contains(new CommitRange(BEFORE, "HEAD"));
        assertThat(range(Map.of("CI_MERGE_REQUEST_DIFF_BASE_SHA", HEAD, "CI_COMMIT_BEFORE_SHA", "0".repeat(40))))
                .contains(new CommitRange(HEAD, "HEAD"));
        assertThat(range(Map.of())).isEmpty();
    }

    private Optional<CommitRange> github(String event) {
        try (var program = new InMemoryProgram(folder)) {
            program.write("event.json", event);
        }
        return range(Map.of("GITHUB_EVENT_PATH", folder.resolve("event.json").toString()));
    }

    private Optional<CommitRange> range(Map<String, String> variables) {
        try (var program = new InMemoryProgram(folder)) {
            program.variables(variables);
            return new CiRange(program.surroundings(new ByteArrayOutputStream(), new ByteArrayOutputStream())).range();
        }
    }
}
