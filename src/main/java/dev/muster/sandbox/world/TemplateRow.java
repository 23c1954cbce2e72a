package dev.muster.sandbox.world;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A WhatsApp message template in one language; only an approved one may be sent. Its components are as a sender's list shows
 * them, also those that no document knows.
 *
 * @param components absent for a template of which the list shows none
 */
public record TemplateRow(
        String id,
        String name,
        String language,
        String status,
        String category,
        boolean positional,
        Optional<ArrayNode> components) {
    static final String APPROVED = "APPROVED";

    /**
     * How WhatsApp looks at a template before it lets everybody have it: the first messages pass, the others wait until a
     * moment. Then they are released, or they are dropped and the template is paused.
     *
     * @param passes how many messages pass, over all campaigns from now on
     */
    public record Pacing(String template, String language, int passes, Instant until, boolean drops) {
        boolean isFor(TemplateRow row) {
            return row.isFor(template, language);
        }

        Pacing after(int messages) {
            return new Pacing(template, language, Math.max(0, passes - messages), until, drops);
        }
    }

    @JsonIgnore
    public boolean isApproved() {
        return status.equals(APPROVED);
    }

    boolean isFor(String aName, String aLanguage) {
        return name.equals(aName) && language.equals(aLanguage);
    }

    TemplateRow judged(Event.TemplateJudged event) {
        return event.template().equals(name) ? withStatus(event.status()) : this;
    }

    public TemplateRow withStatus(String changed) {
        return new TemplateRow(id, name, language, changed, category, positional, components);
    }

    public TemplateRow withCategory(String changed) {
        return new TemplateRow(id, name, language, status, changed, positional, components);
    }

    public TemplateRow withFormat(boolean isPositional) {
        return new TemplateRow(id, name, language, status, category, isPositional, components);
    }

    public TemplateRow withComponents(Optional<ArrayNode> changed) {
        return new TemplateRow(id, name, language, status, category, positional, changed);
    }

    /** The same with another text in its body. */
    public TemplateRow withText(String text) {
        var parts = components.map(ArrayNode::deepCopy).orElseGet(SandboxJson::array);
        var body = bodyIn(parts).findFirst().orElseGet(() -> parts.addObject().put("type", "BODY"));
        body.put("text", text);
        return withComponents(Optional.of(parts));
    }

    /** The components of one type, such as {@code HEADER}. */
    public List<ObjectNode> parts(String type) {
        return components.stream()
                .flatMap(parts -> partsIn(parts, type))
                .map(ObjectNode::deepCopy)
                .toList();
    }

    private static Stream<ObjectNode> bodyIn(ArrayNode parts) {
        return partsIn(parts, "BODY");
    }

    private static Stream<ObjectNode> partsIn(ArrayNode parts, String type) {
        return parts.values().stream()
                .filter(ObjectNode.class::isInstance)
                .map(ObjectNode.class::cast)
                .filter(part -> part.path("type").asString("").equals(type));
    }

    /** The body as WhatsApp writes it, with {@code {{name}}}; empty where there is none. */
    public String body() {
        return parts("BODY").stream()
                .map(part -> part.path("text"))
                .filter(JsonNode::isString)
                .map(JsonNode::stringValue)
                .findFirst()
                .orElse("");
    }

    /** SeaX writes {@code {name}} where the template has {@code {{name}}}. */
    public String text() {
        return body().replace("{{", "{").replace("}}", "}");
    }

    /** Whether a campaign by labels has this template's text, however its braces are written. */
    public boolean says(String message) {
        return !body().isEmpty() && text().equals(message.replace("{{", "{").replace("}}", "}"));
    }
}
