package dev.muster.sandbox;

/** A WhatsApp message template; only an approved one may be sent. */
record TemplateRow(String id, String name, String text, String status, String category) {
    static final String APPROVED = "APPROVED";

    boolean isApproved() {
        return status.equals(APPROVED);
    }

    TemplateRow judged(Event.TemplateJudged event) {
        return event.template().equals(name) ? new TemplateRow(id, name, text, event.status(), category) : this;
    }

    /** SeaX writes {@code {name}} where the template has {@code {{name}}}: both are the same text. */
    boolean says(String message) {
        return text.equals(message.replace("{{", "{").replace("}}", "}"));
    }
}
