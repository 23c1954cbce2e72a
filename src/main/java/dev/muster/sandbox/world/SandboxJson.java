package dev.muster.sandbox.world;

import java.util.Optional;
import java.util.stream.Collector;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.POJONode;

/** JSON as this server reads and writes it: UTF-8, properties in the order of the documents. */
public final class SandboxJson {
    public static final JsonMapper MAPPER = JsonMapper.builder().build();

    private SandboxJson() {}

    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    public static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }

    public static byte[] bytes(JsonNode node) {
        return node instanceof POJONode kept && kept.getPojo() instanceof byte[] written
                ? written
                : MAPPER.writeValueAsBytes(node);
    }

    /** A document that is written already; {@link #bytes} gives back these bytes. */
    public static JsonNode written(byte[] document) {
        return JsonNodeFactory.instance.pojoNode(document);
    }

    /** What is sent: nothing, where there is no body. */
    public static byte[] sent(JsonNode node) {
        return node.isMissingNode() ? new byte[0] : bytes(node);
    }

    /** The object that this text is, if it is one. */
    public static Optional<ObjectNode> object(String text) {
        try {
            var node = MAPPER.readTree(text);
            return node instanceof ObjectNode object ? Optional.of(object) : Optional.empty();
        } catch (JacksonException notJson) {
            return Optional.empty();
        }
    }

    public static <T extends JsonNode> Collector<T, ?, ArrayNode> toArray() {
        return Collector.of(SandboxJson::array, ArrayNode::add, ArrayNode::addAll);
    }

    /** Sets a text, or null where there is none: the documents show both. */
    public static void putOrNull(ObjectNode node, String field, Optional<String> text) {
        text.ifPresentOrElse(value -> node.put(field, value), () -> node.putNull(field));
    }
}
