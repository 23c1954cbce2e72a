package dev.muster.report;

import dev.muster.diagnostic.Diagnostic;
import dev.muster.diagnostic.Place;
import java.util.List;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Findings for programs: one document with {@code format}, {@code success} and {@code diagnostics}, the same on success
 * and failure. A member is left out when it does not apply; readers ignore members they do not know.
 */
public final class FindingsJson {
    /** Raised when a member changes its meaning or goes away. */
    public static final String FORMAT = "1";

    private static final DefaultPrettyPrinter LINES =
            new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
    private static final JsonMapper JSON = JsonMapper.builder()
            .defaultPrettyPrinter(LINES)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private FindingsJson() {}

    /** The document as text, with a line break at the end. */
    public static String of(List<Diagnostic> diagnostics) {
        return Json.escaped(JSON.writeValueAsString(tree(diagnostics))) + "\n";
    }

    /** The document; other commands add their own members to it. */
    public static ObjectNode tree(List<Diagnostic> diagnostics) {
        var tree = JsonNodeFactory.instance.objectNode();
        tree.put("format", FORMAT);
        tree.put("success", diagnostics.stream().noneMatch(Diagnostic::stops));
        tree.set("diagnostics", array(diagnostics));
        return tree;
    }

    private static ArrayNode array(List<Diagnostic> diagnostics) {
        var array = JsonNodeFactory.instance.arrayNode();
        diagnostics.forEach(diagnostic -> array.add(one(diagnostic)));
        return array;
    }

    public static ObjectNode one(Diagnostic diagnostic) {
        var one = JsonNodeFactory.instance.objectNode();
        one.put("rule", diagnostic.id());
        one.put("severity", diagnostic.severity().label());
        if (!diagnostic.place().equals(Place.NOWHERE)) {
            one.put("file", diagnostic.place().file());
            one.put("line", diagnostic.place().line());
            one.put("column", diagnostic.place().column());
        }
        one.put("message", diagnostic.message());
        diagnostic.help().ifPresent(help -> one.put("help", help));
        diagnostic.acknowledged().ifPresent(reason -> one.put("acknowledged", reason));
        return one;
    }
}
