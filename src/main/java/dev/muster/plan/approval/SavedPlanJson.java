package dev.muster.plan.approval;

import dev.muster.audience.AudienceSketch;
import dev.muster.diagnostic.EnvironmentException;
import dev.muster.lock.WorkspaceIdentity;
import dev.muster.model.CampaignIdentity;
import dev.muster.model.CampaignKey;
import dev.muster.model.Marker;
import dev.muster.model.Sha256;
import dev.muster.plan.PlanBinding;
import java.io.IOException;
import java.io.Reader;
import java.time.Instant;
import java.util.HashMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The part of a plan document that apply reads. {@code seal} covers all of it, so a file that was edited or cut is noticed;
 * against a forged one only the reviewed digest helps, which covers everything that decides what is sent.
 */
public final class SavedPlanJson {
    /** Of the files that this Muster writes; it reads these and older ones. */
    public static final int FORMAT = 2;

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private SavedPlanJson() {}

    /** The node to put below {@code plan} of a document. */
    public static ObjectNode node(SavedPlan saved) {
        var node = unsealed(saved);
        node.put("seal", digest(node).value());
        return node;
    }

    /**
     * Reads a plan document; one that is not as it was written is refused. Of the rest of the document, which may be long,
     * nothing is held.
     */
    public static SavedPlan read(Reader document, String file) throws IOException {
        try (var parser = MAPPER.createParser(document)) {
            return understood(plan(parser), file);
        } catch (JacksonIOException e) {
            throw e.getCause();
        } catch (JacksonException | IllegalArgumentException | java.time.DateTimeException e) {
            throw damaged(file);
        }
    }

    /** The {@code plan} of the one object that the document is. */
    private static JsonNode plan(JsonParser parser) {
        JsonNode plan = MissingNode.getInstance();
        boolean isObject = parser.nextToken() == JsonToken.START_OBJECT;
        for (var name = parser.nextName(); isObject && name != null; name = parser.nextName()) {
            parser.nextToken();
            if (name.equals("plan")) {
                plan = parser.readValueAsTree();
            } else {
                parser.skipChildren();
            }
        }
        return isObject && parser.nextToken() == null ? plan : MissingNode.getInstance();
    }

    private static SavedPlan understood(JsonNode plan, String file) {
        if (!(plan instanceof ObjectNode node)) {
            throw damaged(file);
        }
        if (node.path("format").asInt(0) > FORMAT) {
            throw new EnvironmentException(file + " was written by a newer Muster: use that one, or plan again");
        }
        var saved = saved(node);
        if (!digest(node(saved)).equals(digest(node))) {
            throw damaged(file);
        }
        return saved;
    }

    private static EnvironmentException damaged(String file) {
        return new EnvironmentException(
                file + " is not a plan file as Muster wrote it (cut or edited): make it again with `muster plan -o`");
    }

    private static ObjectNode unsealed(SavedPlan saved) {
        var binding = saved.binding();
        var node = MAPPER.createObjectNode()
                .put("format", FORMAT)
                .put("tool_version", saved.toolVersion())
                .put("at", saved.at().toString())
                .put("valid_until", saved.validUntil().toString());
        var keys = node.putArray("keys");
        saved.keys().forEach(key -> keys.add(key.value()));
        node.putObject("workspace")
                .put("name", binding.workspace().name())
                .put("id", binding.workspace().workspaceId())
                .put("base_url", binding.workspace().baseUrl());
        binding.lineage().ifPresent(lineage -> node.put("lineage", lineage));
        node.put("serial", binding.serial()).put("policy", binding.policy().value());
        var sends = node.putArray("sends");
        binding.sends().forEach(send -> sends.add(node(send)));
        var audiences = node.putObject("audiences");
        saved.sketches()
                .forEach((identity, sketch) -> audiences
                        .putObject(identity.toString())
                        .put("people", sketch.people())
                        .put("sketch", sketch.hashes()));
        ReviewedSuppressionJson.write(saved.suppression(), node);
        return node.put("digest", saved.digest().value());
    }

    private static ObjectNode node(PlanBinding.Send send) {
        return MAPPER.createObjectNode()
                .put("campaign", send.identity().toString())
                .put("marker", send.marker().value())
                .put("payload", send.payload().value())
                .put("people", send.people())
                .put("messages", send.messages());
    }

    /** Without the text of it, which may be a hundred megabytes. */
    private static Sha256 digest(ObjectNode node) {
        return Sha256.of(out -> MAPPER.writeValue(out, node));
    }

    private static SavedPlan saved(ObjectNode node) {
        var workspace = node.path("workspace");
        var binding = new PlanBinding(
                new WorkspaceIdentity(text(workspace, "name"), text(workspace, "id"), text(workspace, "base_url")),
                node.has("lineage") ? Optional.of(text(node, "lineage")) : Optional.empty(),
                node.path("serial").asLong(-1),
                new Sha256(text(node, "policy")),
                StreamSupport.stream(node.path("sends").spliterator(), false)
                        .map(SavedPlanJson::send)
                        .toList());
        var keys = StreamSupport.stream(node.path("keys").spliterator(), false)
                .map(key -> new CampaignKey(key.asString()))
                .toList();
        var at = Instant.parse(text(node, "at"));
        return new SavedPlan(
                binding,
                keys,
                at,
                Instant.parse(text(node, "valid_until")),
                text(node, "tool_version"),
                sketches(node.path("audiences")),
                ReviewedSuppressionJson.read(node, at));
    }

    private static SortedMap<CampaignIdentity, AudienceSketch> sketches(JsonNode audiences) {
        var sketches = new TreeMap<CampaignIdentity, AudienceSketch>();
        var read = new HashMap<JsonNode, AudienceSketch>(); // campaigns that share an audience have the same
        audiences
                .properties()
                .forEach(audience -> sketches.put(
                        CampaignIdentity.parse(audience.getKey()),
                        read.computeIfAbsent(audience.getValue(), SavedPlanJson::sketch)));
        return sketches;
    }

    private static AudienceSketch sketch(JsonNode node) {
        return new AudienceSketch(node.path("people").asInt(-1), text(node, "sketch"));
    }

    private static PlanBinding.Send send(JsonNode node) {
        return new PlanBinding.Send(
                CampaignIdentity.parse(text(node, "campaign")),
                new Marker(text(node, "marker")),
                new Sha256(text(node, "payload")),
                node.path("people").asInt(-1),
                node.path("messages").asInt(-1));
    }

    private static String text(JsonNode node, String name) {
        return node.path(name).asString("");
    }
}
