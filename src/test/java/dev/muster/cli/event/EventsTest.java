package dev.muster.cli.event;

import static dev.muster.testing.Records.AT;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.muster.apply.ApplyReport;
import dev.muster.apply.ApplyResult;
import dev.muster.audience.Drift;
import dev.muster.audience.OptedOut;
import dev.muster.cli.command.Failure;
import dev.muster.diagnostic.EnvironmentException;
import dev.muster.doubt.OpenSendEvidence;
import dev.muster.lock.Observation;
import dev.muster.lock.OutcomeComparison;
import dev.muster.lock.RemoteReference;
import dev.muster.model.LabelName;
import dev.muster.model.MessageCounts;
import dev.muster.model.RemoteId;
import dev.muster.outcome.SendProgress;
import dev.muster.plan.approval.AudienceDrift;
import dev.muster.report.json.ApplyJson;
import dev.muster.report.json.StatusJson;
import dev.muster.testing.Records;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Every event, in the stories and of every kind, is what its published schema says, and has nothing it does not describe. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class EventsTest {
    private static final Path STORIES = Path.of("src/test/resources/stories");
    private static final JsonNode SCHEMA = closed(read());

    @Test
    void every_event_in_the_stories_is_described() throws IOException {
        var types = new TreeSet<String>();
        for (var story : stories()) {
            for (var line : Files.readAllLines(story)) {
                if (line.startsWith("{\"type\":")) {
                    assertThat(errors(line)).as("%s: %s", story, line).isEmpty();
                    types.add(type(line));
                }
            }
        }
        assertThat(types).contains("version", "plan", "drift", "effect", "progress", "ended", "summary", "failure");
    }

    @Test
    void so_is_every_kind_that_there_is() {
        var types = new TreeSet<String>();
        events().forEach(event -> {
            var line = EventStream.line(event, AT, Optional.of("production"));
            assertThat(errors(line)).as(line).isEmpty();
            assertThat(line)
                    .startsWith("{\"type\":\"" + type(line) + "\",\"at\":\"")
                    .endsWith("}\n");
            types.add(type(line));
        });
        assertThat(types).isEqualTo(described());
    }

    @Test
    void an_event_that_the_schema_does_not_describe_is_found() {
        assertThat(errors("{\"type\":\"unread\",\"at\":\"2026-11-30T09:00:00Z\",\"workspace\":\"a\",\"why\":\"b\"}"))
                .isEmpty();
        assertThat(errors("{\"type\":\"unread\",\"at\":\"2026-11-30T09:00:00Z\",\"workspace\":\"a\"}"))
                .isNotEmpty();
        assertThat(errors("{\"type\":\"unread\",\"at\":\"2026-11-30T09:00:00Z\",\"workspace\":\"a\",\"why\":\"b\","
                        + "\"phone\":\"c\"}"))
                .isNotEmpty();
        assertThat(errors("{\"type\":\"news\",\"at\":\"2026-11-30T09:00:00Z\",\"workspace\":\"a\"}"))
                .isNotEmpty();
    }

    @Test
    void every_member_of_every_event_is_explained() {
        var members = SCHEMA.findValues("properties").stream()
                .flatMap(properties -> properties.properties().stream())
                .toList();
        assertThat(members)
                .hasSizeGreaterThan(50)
                .allSatisfy(member -> assertThat(described(member.getValue()))
                        .as(member.getKey())
                        .isNotBlank());
    }

    /** A member that has a form of its own is explained there. */
    private static String described(JsonNode member) {
        var form = member.path("$ref").asString("").replace("#", "");
        return (form.isEmpty() ? member : SCHEMA.at(form)).path("description").asString("");
    }

    private static Stream<ObjectNode> events() {
        return Stream.of(ofApply(), ofWatch()).flatMap(events -> events);
    }

    private static Stream<ObjectNode> ofApply() {
        var identity = Records.identity("sale/1");
        var effects = List.<ApplyResult>of(
                new ApplyResult.Sent(identity, new RemoteId("campaign_1"), 3, List.of("SeaX counted 4")),
                new ApplyResult.Refused(identity, "not approved", false),
                new ApplyResult.InDoubt(identity, "nobody knows"),
                new ApplyResult.NotRecorded(Records.intent("sale/1"), "sent", "muster resolve sale --sent campaign_1"),
                new ApplyResult.NotTried(identity, "interrupted"));
        var optedOut = new OptedOut(1, new TreeMap<>(Map.of(new LabelName("DNC"), 1)));
        var others = Stream.of(
                ApplyJson.version("0.1.0"),
                ApplyJson.plan("sha256:00", 1, 3),
                ApplyJson.moved(new AudienceDrift(identity, new Drift(10, 9, 0, 1, true), optedOut)),
                ApplyJson.reconciled(confirmed("finished").entry()),
                ApplyJson.reconciled(Records.intent("sale/1").doubt("nobody knows", AT, "run-1")),
                ApplyJson.rescued("{}", Optional.of("a.jsonl"), "muster lock adopt --rescue a.jsonl"),
                ApplyJson.rescued("{}", Optional.empty(), "muster lock adopt --rescue FILE"),
                ApplyJson.summary(new ApplyReport(effects, false), List.of("look"), 6),
                ApplyJson.declined("nobody approved it", 3),
                Failure.of(new EnvironmentException("SeaX cannot be reached")).event());
        return Stream.concat(effects.stream().map(ApplyJson::effect), others);
    }

    private static Stream<ObjectNode> ofWatch() {
        var entry = Records.intent("sale/1").doubt("nobody knows", AT, "run-1");
        var doubt = new OpenSendEvidence(entry, Records.lock(entry), Optional.of(List.of()), AT);
        var open = new SendProgress(entry, Optional.empty(), Optional.of(doubt));
        return Stream.of(
                StatusJson.event(confirmed("finished"), OptionalDouble.of(0.1)),
                StatusJson.event(confirmed("sending"), OptionalDouble.of(0.1)),
                StatusJson.event(open, OptionalDouble.empty()),
                StatusJson.unread("SeaX cannot be reached"),
                StatusJson.summary(List.of(confirmed("sending"), open), 6));
    }

    private static SendProgress confirmed(String status) {
        var remote = new RemoteReference(
                new RemoteId("campaign_1"), Optional.of("job_1"), Optional.of(status), OptionalInt.of(3));
        var entry = Records.intent("sale/1").confirm(remote, List.of("SeaX counted 4"), AT, "run-1", "answered");
        var tally =
                MessageCounts.of(Map.of("total_contacts", 3L, "sent", 3L, "delivered", 2L, "read", 1L, "failed", 1L));
        var seen = new Observation(AT, AT, Optional.of(status), tally, List.of(), Optional.<OutcomeComparison>empty());
        return new SendProgress(entry, Optional.of(seen), Optional.empty());
    }

    private static Set<String> described() {
        var types = new TreeSet<String>();
        SCHEMA.path("definitions")
                .forEach(event -> event.at("/properties/type/enum").forEach(type -> types.add(type.asString())));
        return types;
    }

    private static String type(String line) {
        return JsonMapper.shared().readTree(line).path("type").asString();
    }

    private static List<Path> stories() throws IOException {
        try (var folders = Files.list(STORIES)) {
            return folders.map(story -> story.resolve("approved.txt"))
                    .filter(Files::exists)
                    .sorted()
                    .toList();
        }
    }

    private static List<String> errors(String line) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                .getSchema(SCHEMA)
                .validate(JsonMapper.shared().readTree(line))
                .stream()
                .map(Error::toString)
                .toList();
    }

    /** Readers must put up with members they do not know; the test must not. */
    private static JsonNode closed(JsonNode schema) {
        if (schema instanceof ObjectNode object && object.has("properties") && !object.has("additionalProperties")) {
            object.put("additionalProperties", false);
        }
        schema.forEach(EventsTest::closed);
        return schema;
    }

    private static JsonNode read() {
        return JsonMapper.shared().readTree(Path.of("schemas", "event-output.schema.json"));
    }
}
