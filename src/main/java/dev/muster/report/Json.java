package dev.muster.report;

import dev.muster.diagnostic.Characters;
import dev.muster.diagnostic.Diagnostic;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;
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

    public static ArrayNode texts(ArrayNode array, List<String> texts) {
        texts.forEach(array::add);
        return array;
    }

    /** A whole document, for people too. */
    public static String document(ObjectNode node) {
        return escaped(INDENTING.writeValueAsString(node)) + "\n";
    }

    /** Writes a document piece by piece. */
    static JsonGenerator generator(Writer out) {
        return INDENTING.createGenerator(out);
    }

    /** One line of a stream. */
    public static String line(ObjectNode node) {
        return escaped(MAPPER.writeValueAsString(node)) + "\n";
    }

    /**
     * The same document with the characters that deceive a reader, and the beginning of what a CI runner takes for a
     * command anywhere in a line, in their escaped form. Outside texts JSON has none of them, and inside both forms mean
     * the same.
     */
    static String escaped(String json) {
        return readable(json).replace("##[", "\\u0023#[").replace("##vso[", "\\u0023#vso[");
    }

    private static String readable(String json) {
        if (isAscii(json) || json.codePoints().noneMatch(Json::deceives)) {
            return json;
        }
        var text = new StringBuilder();
        json.codePoints().forEach(c -> {
            if (deceives(c)) {
                Character.toString(c).chars().forEach(unit -> text.append(String.format(Locale.ROOT, "\\u%04X", unit)));
            } else {
                text.appendCodePoint(c);
            }
        });
        return text.toString();
    }

    /** By hand, because a plan of ten thousand campaigns is a hundred million characters, nearly all of them plain. */
    private static boolean isAscii(String json) {
        for (int i = 0; i < json.length(); i++) {
            if (json.charAt(i) >= 0x7F) {
                return false;
            }
        }
        return true;
    }

    private static boolean deceives(int c) {
        return c >= 0x7F && Characters.isUnsafe(c);
    }
}
