package dev.muster.plan;

import dev.muster.model.Template;
import java.util.HashSet;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The request of one part: {@code POST /general_campaigns/wabp}. Every destination carries all of its components and nothing
 * stands above them, because the vendor does not say whether the two are joined or the one replaces the other.
 */
final class PartBody {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final ObjectNode body = JSON.createObjectNode();
    private final ArrayNode destinations;
    private final Set<String> numbers = new HashSet<>();

    PartBody(String sender, String name, Template template) {
        body.put("sender_whatsapp_number", sender).put("name", name).put("type", "whatsapp");
        destinations = body.putObject("highly_structured_message")
                .put("template", template.name())
                .put("language_code", template.language())
                .putArray("destinations");
    }

    void add(String number, ArrayNode components) {
        if (!numbers.add(number)) {
            throw new IllegalStateException("a number would be messaged twice by one part");
        }
        var destination = destinations.addObject().put("destination", number);
        if (!components.isEmpty()) {
            destination.set("components", components);
        }
    }

    /** The text, for exactly so many people; SeaX may read an empty list as everybody, so there is no such request. */
    String text(int people) {
        if (people == 0 || destinations.size() != people) {
            throw new IllegalStateException("a part that names " + destinations.size() + " people of " + people);
        }
        return JSON.writeValueAsString(body);
    }
}
