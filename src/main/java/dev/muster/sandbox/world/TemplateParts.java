package dev.muster.sandbox.world;

import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes the components of a template, as WhatsApp lists them. */
final class TemplateParts {
    private final ArrayNode parts = SandboxJson.array();

    /** What a list shows of a template without anything else. */
    static TemplateParts body(String text) {
        return new TemplateParts().text("BODY", text);
    }

    /** A template that begins with a picture, a video, a document or a place. */
    static TemplateParts media(String format) {
        var written = new TemplateParts();
        written.part("HEADER").put("format", format);
        return written;
    }

    /** A template that begins with a text. */
    static TemplateParts titled(String text) {
        var written = new TemplateParts();
        written.part("HEADER").put("format", "TEXT").put("text", text);
        return written;
    }

    TemplateParts text(String type, String text) {
        part(type).put("text", text);
        return this;
    }

    /** Shows samples of what the body's slots were approved with. */
    TemplateParts example(String... samples) {
        var shown = last().putObject("example").putArray("body_text").addArray();
        for (var sample : samples) {
            shown.add(sample);
        }
        return this;
    }

    TemplateParts button(String type, String label) {
        newButton(type, label);
        return this;
    }

    TemplateParts url(String label, String address) {
        newButton("URL", label).put("url", address);
        return this;
    }

    TemplateParts phone(String label, String number) {
        newButton("PHONE_NUMBER", label).put("phone_number", number);
        return this;
    }

    /** A component that the vendor's document does not know. */
    TemplateParts other(String type) {
        part(type);
        return this;
    }

    private ObjectNode newButton(String type, String label) {
        var isFirst = !last().path("type").asString("").equals("BUTTONS");
        var buttons = isFirst ? part("BUTTONS").putArray("buttons") : last().withArray("buttons");
        return buttons.addObject().put("type", type).put("text", label);
    }

    private ObjectNode part(String type) {
        return parts.addObject().put("type", type);
    }

    private ObjectNode last() {
        return (ObjectNode) parts.get(parts.size() - 1);
    }

    Optional<ArrayNode> written() {
        return Optional.of(parts);
    }
}
