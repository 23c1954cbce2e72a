package dev.muster.sandbox;

/** A WhatsApp message template; only an approved one may be sent. */
record TemplateRow(String id, String name, String text, String status, String category) {
    static final String APPROVED = "APPROVED";

    boolean isApproved() {
        return status.equals(APPROVED);
    }

    /** SeaX writes {@code {name}} where the template has {@code {{name}}}: both are the same text. */
    boolean says(String message) {
        return text.equals(message.replace("{{", "{").replace("}}", "}"));
    }
}
