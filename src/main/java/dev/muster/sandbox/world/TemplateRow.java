package dev.muster.sandbox.world;

/** A WhatsApp message template; only an approved one may be sent. */
public record TemplateRow(String id, String name, String text, String status, String category) {
    static final String APPROVED = "APPROVED";

    public boolean isApproved() {
        return status.equals(APPROVED);
    }

    TemplateRow judged(Event.TemplateJudged event) {
        return event.template().equals(name) ? new TemplateRow(id, name, text, event.status(), category) : this;
    }

    /** SeaX writes {@code {name}} where the template has {@code {{name}}}: both are the same text. */
    public boolean says(String message) {
        return text.equals(message.replace("{{", "{").replace("}}", "}"));
    }
}
