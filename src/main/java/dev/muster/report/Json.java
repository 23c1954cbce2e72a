package dev.muster.report;

import dev.muster.diagnostic.Diagnostic;
import java.util.List;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The JSON that Muster prints: one envelope for success and failure alike, with {@code format}, {@code success} and
 * {@code diagnostics}. Readers ignore what they do not know; a change that breaks them raises the first number.
 */
public final class Json {
    public static final String FORMAT = FindingsJson.FORMAT;

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final JsonMapper INDENTING =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private Json() {}

    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /** The envelope, to which a command adds its own. */
    public static ObjectNode envelope(boolean success, List<Diagnostic> diagnostics) {
        return FindingsJson.tree(diagnostics).put("success", success);
    }

    static ArrayNode texts(ArrayNode array, List<String> texts) {
        texts.forEach(array::add);
        return array;
    }

    /** A whole document, for people too. */
    public static String document(ObjectNode node) {
        return INDENTING.writeValueAsString(node) + "\n";
    }

    /** One line of a stream. */
    public static String line(ObjectNode node) {
        return MAPPER.writeValueAsString(node) + "\n";
    }
}
