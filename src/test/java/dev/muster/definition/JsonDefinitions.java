package dev.muster.definition;

import java.math.BigDecimal;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** YAML as an editor sees it: the values of YAML 1.2's core schema, as JSON. */
final class JsonDefinitions {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private JsonDefinitions() {}

    /** The document; nothing when it is not YAML that Muster reads at all. */
    static Optional<JsonNode> read(String yaml) {
        return YamlComposer.compose(Lines.of(new SourceFile("", yaml))).value().map(JsonDefinitions::of);
    }

    static JsonNode of(String yaml) {
        return read(yaml).orElseThrow(() -> new IllegalArgumentException("not YAML: " + yaml));
    }

    private static JsonNode of(Node node) {
        if (node instanceof Node.Mapping mapping) {
            var object = JSON.objectNode();
            mapping.entries().forEach(entry -> object.set(entry.key().text(), of(entry.value())));
            return object;
        }
        if (node instanceof Node.Items items) {
            var array = JSON.arrayNode();
            items.items().forEach(item -> array.add(of(item)));
            return array;
        }
        return scalar((Node.Scalar) node);
    }

    private static JsonNode scalar(Node.Scalar scalar) {
        return switch (scalar.noun()) {
            case "nothing" -> JSON.nullNode();
            case "true or false" ->
                JSON.booleanNode(scalar.text().startsWith("t") || scalar.text().startsWith("T"));
            case "a number" -> JSON.numberNode(new BigDecimal(scalar.text()));
            default -> JSON.stringNode(scalar.text());
        };
    }
}
