package dev.muster.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.definition.ProjectDefinition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/**
 * A guard of the policy is written in four places: its key in the definition, its class, the list of guards, and the docs.
 * Whoever forgets one is told which. That its values reach the guard is held by the compiler, its rule by the rules' own
 * test, and the schema, the reference and the page of rules are generated.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class GuardPlacesTest {
    private static final Path POLICY = Path.of("src/main/java/dev/muster/policy");
    private static final Path MAIN = Path.of("src/main/java/dev/muster");
    private static final Pattern CLASS = Pattern.compile("class (\\w+) implements (Message)?Guard\\b");

    @Test
    void each_guard_is_in_the_list_of_guards() throws IOException {
        var lists = read(POLICY.resolve("Guards.java")) + read(POLICY.resolve("MessageGuards.java"));

        assertThat(unlisted(String.join("\n", sources(POLICY)), lists)).isEmpty();
    }

    @Test
    void a_guard_that_no_list_names_is_seen() {
        assertThat(unlisted("final class MaxReach implements Guard {", "new MinReach()"))
                .containsExactly("MaxReach is missing in the list of Guards or MessageGuards");
    }

    private static List<String> unlisted(String sources, String lists) {
        return CLASS.matcher(sources)
                .results()
                .map(found -> found.group(1))
                .filter(guard -> !lists.contains("new " + guard + "()"))
                .map(guard -> guard + " is missing in the list of Guards or MessageGuards")
                .toList();
    }

    @Test
    void each_key_of_the_policy_has_all_its_places() throws IOException {
        var code = String.join("\n", sources(MAIN));
        var docs = read(Path.of("src/site/markdown/project-file.md"));
        var example = read(Path.of("src/test/resources/definitions/ok/policy-in-full.yaml"));

        assertThat(keys().flatMap(key -> missing(key, code, docs, example))).isEmpty();
    }

    @Test
    void a_key_without_a_guard_docs_and_an_example_is_seen() {
        var key = ProjectDefinition.Policy.class.getRecordComponents()[0];

        assertThat(missing(key, "", "", ""))
                .hasSize(3)
                .allMatch(place -> place.startsWith("policy.always_exclude is missing in "));
    }

    /** One that only the expander reads forbids nothing. */
    private static Stream<String> missing(RecordComponent key, String code, String docs, String example) {
        var name = key.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
        boolean isRead = code.contains("." + key.getName() + "()") || code.contains("::" + key.getName());
        return Stream.of(
                        isRead ? "" : "the guards: nothing reads it",
                        docs.contains(name) ? "" : "project-file.md",
                        example.contains("\n  " + name + ":") ? "" : "definitions/ok/policy-in-full.yaml")
                .filter(place -> !place.isEmpty())
                .map(place -> "policy." + name + " is missing in " + place);
    }

    private static Stream<RecordComponent> keys() {
        return Arrays.stream(ProjectDefinition.Policy.class.getRecordComponents());
    }

    private static List<String> sources(Path below) throws IOException {
        try (var files = Files.walk(below)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.getFileName().toString().contains("Expander"))
                    .map(GuardPlacesTest::read)
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
