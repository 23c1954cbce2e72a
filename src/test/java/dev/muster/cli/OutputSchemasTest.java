package dev.muster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.muster.cli.project.SchemaCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Every JSON document that commands print is what its published schema says, and holds nothing that the schema does not
 * describe; and everything in every schema is described, since that is what editors and people read.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class OutputSchemasTest {
    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7);
    private static final Path STORIES = Path.of("src/test/resources/stories");

    /** A command in a story that prints a document, and the document, which ends with a brace at the margin. */
    private static final Pattern PRINTED = Pattern.compile(
            "(?m)^\\$ muster (plan|status|validate|audience|resolve)\\b(?!.*--watch)(.*(?:--json|--format json)\\b.*)\n(\\{\n(?s:.*?)^\\})");

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

    @Test
    void every_document_in_the_stories_is_described_by_its_schema() throws IOException {
        var found = new TreeMap<String, Integer>();
        for (var story : stories()) {
            var printed = PRINTED.matcher(Files.readString(story));
            while (printed.find()) {
                assertThat(errors(schema(printed.group(1)), printed.group(3)))
                        .as("%s: muster %s%s", story, printed.group(1), printed.group(2))
                        .isEmpty();
                found.merge(printed.group(1), 1, Integer::sum);
            }
        }
        assertThat(found).containsOnlyKeys("plan", "status", "validate", "audience", "resolve");
        assertThat(found.get("plan")).isGreaterThan(5);
    }

    @Test
    void so_are_the_documents_of_runs_that_the_stories_do_not_show() throws IOException {
        holds("plan-output", "plan", "--json", "--offline");
        holds("plan-output", "plan", "--json", "-w", "nowhere");
        holds("plan-output", "plan", "--json", "no-such-key");
        assertThat(program.run("init").code()).isZero();
        assertThat(program.run("plan", "-o", "plan.json").all()).contains("plan.json");
        assertThat(errors("plan-output", Files.readString(program.file("plan.json"))))
                .isEmpty();
        assertThat(program.run("apply", "--confirm", "6").code()).isZero();
        holds("plan-output", "plan", "--json");
        holds("status-output", "status", "--json");
        holds("findings-output", "validate", "--json");
        holds("audience-output", "audience", "system-test", "--json");
        holds("audience-output", "audience", "nobody-knows-it", "--json");
        program.campaign("Not A Key");
        holds("findings-output", "validate", "--json");
        holds("plan-output", "plan", "--json");
    }

    @ParameterizedTest
    @EnumSource(SchemaCommand.Kind.class)
    void every_schema_can_be_printed(SchemaCommand.Kind kind) throws IOException {
        var run = program.run("schema", kind.toString());

        assertThat(run.code()).isZero();
        assertThat(run.out()).isEqualTo(Files.readString(file(kind.toString())));
    }

    @Test
    void no_other_file_lies_beside_them() throws IOException {
        try (var files = Files.list(Path.of("schemas"))) {
            assertThat(files)
                    .containsExactlyInAnyOrderElementsOf(Arrays.stream(SchemaCommand.Kind.values())
                            .map(kind -> file(kind.toString()))
                            .toList());
        }
    }

    @ParameterizedTest
    @EnumSource(SchemaCommand.Kind.class)
    void everything_in_it_is_described_and_has_an_example_that_holds(SchemaCommand.Kind kind) throws IOException {
        var schema = read(file(kind.toString()));
        var gaps = new ArrayList<String>();
        assertThat(members(schema, "", (place, member) -> gaps(schema, place, member, gaps)))
                .isGreaterThan(1);
        assertThat(gaps).as("%s", kind).isEmpty();
    }

    @Test
    void a_finding_is_described_alike_wherever_it_stands() throws IOException {
        var finding = read(file("findings-output")).at("/definitions/diagnostic");

        for (var name : List.of("plan-output", "status-output", "audience-output", "resolve-output")) {
            assertThat(read(file(name)).at("/definitions/diagnostic")).as(name).isEqualTo(finding);
        }
    }

    private void holds(String schema, String... arguments) {
        var run = program.run(arguments);

        assertThat(errors(schema, run.out())).as(String.join(" ", arguments)).isEmpty();
    }

    private static String schema(String command) {
        return command.equals("validate") ? "findings-output" : command + "-output";
    }

    private static List<Path> stories() throws IOException {
        try (var folders = Files.list(STORIES)) {
            return folders.map(story -> story.resolve("approved.txt"))
                    .filter(Files::exists)
                    .sorted()
                    .toList();
        }
    }

    /** What is wrong with a document, when nothing may be in it that the schema does not name. */
    private static List<String> errors(String name, String document) {
        var schema = closed(read(file(name)));
        return REGISTRY.getSchema(schema).validate(JsonMapper.shared().readTree(document)).stream()
                .map(Error::toString)
                .toList();
    }

    /** Readers must put up with members they do not know; the test must not. */
    private static JsonNode closed(JsonNode schema) {
        if (schema instanceof ObjectNode object && object.has("properties") && !object.has("additionalProperties")) {
            object.put("additionalProperties", false);
        }
        schema.forEach(OutputSchemasTest::closed);
        return schema;
    }

    private static void gaps(JsonNode schema, String place, JsonNode member, List<String> gaps) {
        if (member.has("$ref")) {
            return;
        }
        if (member.path("description").asString("").isBlank()) {
            gaps.add(place + " has no description");
        }
        if (!hasMembers(member) && member.path("examples").isEmpty()) {
            gaps.add(place + " has no example");
        }
        var alone = member.deepCopy();
        ((ObjectNode) alone).set("definitions", schema.path("definitions"));
        member.path("examples")
                .forEach(example -> REGISTRY.getSchema(alone)
                        .validate(example)
                        .forEach(error -> gaps.add(place + ": its example " + example + " is wrong: " + error)));
    }

    /** What has members, or is a list of such things, is shown by the examples of its members. */
    private static boolean hasMembers(JsonNode member) {
        var one = member.path("type").asString("").equals("array") ? member.path("items") : member;
        return one.has("properties")
                || one.has("$ref")
                || one.path("additionalProperties").has("$ref");
    }

    private interface Visit {
        void member(String place, JsonNode member);
    }

    /** Visits every property, however deep, and says how many there were. */
    private static int members(JsonNode node, String place, Visit visit) {
        int count = 0;
        for (var part : node.properties()) {
            var below = place + "/" + part.getKey();
            if (part.getKey().equals("properties")) {
                for (Map.Entry<String, JsonNode> member : part.getValue().properties()) {
                    visit.member(below + "/" + member.getKey(), member.getValue());
                    count += 1 + members(member.getValue(), below + "/" + member.getKey(), visit);
                }
            } else if (!part.getKey().equals("examples")) {
                count += members(part.getValue(), below, visit);
            }
        }
        return count + (node.isArray() ? arrays(node, place, visit) : 0);
    }

    private static int arrays(JsonNode array, String place, Visit visit) {
        return Stream.iterate(0, index -> index < array.size(), index -> index + 1)
                .mapToInt(index -> members(array.get(index), place + "/" + index, visit))
                .sum();
    }

    private static Path file(String name) {
        return Path.of("schemas", name + ".schema.json");
    }

    private static JsonNode read(Path file) {
        return JsonMapper.shared().readTree(file);
    }
}
