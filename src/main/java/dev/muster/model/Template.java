package dev.muster.model;

import dev.muster.model.text.Placeholder;
import java.util.ArrayList;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A message template of a sender, as SeaX lists it. Only an approved one is sent. {@code body} is absent for a template
 * without text, {@code content} where SeaX lists no components; {@code positional} ones number what is filled in
 * ({@code {{1}}}) where others name it ({@code {{name}}}).
 */
public record Template(
        String id,
        String name,
        String language,
        String status,
        String category,
        boolean positional,
        Optional<String> body,
        Optional<TemplateContent> content) {
    private static final Pattern DOUBLE_BRACES = Pattern.compile("\\{\\{\\s*([A-Za-z0-9_]+)\\s*}}");

    /** Of which only the text is known. */
    public Template(
            String id,
            String name,
            String language,
            String status,
            String category,
            boolean positional,
            Optional<String> body) {
        this(id, name, language, status, category, positional, body, Optional.empty());
    }

    public boolean isApproved() {
        return status.equals("APPROVED");
    }

    /** The text as SeaX writes it, with single braces. */
    public String text() {
        return DOUBLE_BRACES.matcher(body.orElse("")).replaceAll("{$1}");
    }

    /** Whether a message is this template's text, however its placeholders are written. */
    public boolean says(String message) {
        return body.isPresent() && text().equals(written(message));
    }

    /** The message as this template would write it: a positional one numbers the placeholders in their order. */
    public String written(String message) {
        if (!positional) {
            return message;
        }
        var order = new ArrayList<String>();
        return Placeholder.replaced(message, name -> {
            if (!order.contains(name)) {
                order.add(name);
            }
            return Placeholder.raw(String.valueOf(order.indexOf(name) + 1));
        });
    }
}
