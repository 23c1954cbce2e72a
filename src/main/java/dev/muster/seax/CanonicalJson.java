package dev.muster.seax;

import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** JSON as one text, whatever the order of its fields, without what is null. */
final class CanonicalJson {
    private final Set<String> omitted;

    private CanonicalJson(Set<String> omitted) {
        this.omitted = omitted;
    }

    /** A list whose elements have no order of their own, without these fields anywhere in it. */
    static String of(JsonNode list, Set<String> omitted) {
        var json = new CanonicalJson(omitted);
        return list.isArray()
                ? json.elements(list).stream().sorted().collect(Collectors.joining(",", "[", "]"))
                : json.text(list);
    }

    private String text(JsonNode node) {
        if (node.isArray()) {
            return elements(node).stream().collect(Collectors.joining(",", "[", "]"));
        }
        return node.isObject() ? fields(node) : node.toString();
    }

    private List<String> elements(JsonNode list) {
        return list.values().stream().map(this::text).toList();
    }

    private String fields(JsonNode object) {
        var fields = new TreeMap<String, String>();
        object.properties().forEach(field -> {
            if (!field.getValue().isNull() && !omitted.contains(field.getKey())) {
                fields.put(StringNode.valueOf(field.getKey()).toString(), text(field.getValue()));
            }
        });
        return fields.toString();
    }
}
