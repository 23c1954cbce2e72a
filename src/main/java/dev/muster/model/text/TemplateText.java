package dev.muster.model.text;

import java.util.ArrayList;
import java.util.List;

/**
 * A text of a template: what stands in it, and between that its slots, written {@code {{1}}} or {@code {{first_name}}}. There
 * is one piece of text more than slots; a slot can come more than once.
 */
public record TemplateText(List<String> texts, List<String> slots) {
    private static final String OPEN = "{{";
    private static final String CLOSE = "}}";

    public TemplateText {
        texts = List.copyOf(texts);
        slots = List.copyOf(slots);
    }

    /** Reads a text; braces that are no slot are an {@link IllegalArgumentException} that quotes them. */
    public static TemplateText parse(String text) {
        var texts = new ArrayList<String>();
        var slots = new ArrayList<String>();
        int from = 0;
        for (int open = text.indexOf(OPEN); open >= 0; open = text.indexOf(OPEN, from)) {
            int close = text.indexOf(CLOSE, open);
            texts.add(text.substring(from, open));
            slots.add(name(close < 0 ? text.substring(open) : text.substring(open, close + CLOSE.length())));
            from = close + CLOSE.length();
        }
        texts.add(text.substring(from));
        return new TemplateText(texts, slots);
    }

    private static String name(String braces) {
        boolean isClosed = braces.endsWith(CLOSE) && braces.length() > OPEN.length() + CLOSE.length();
        var name = isClosed
                ? braces.substring(OPEN.length(), braces.length() - CLOSE.length())
                        .strip()
                : "";
        if (name.isEmpty() || !name.chars().allMatch(TemplateText::isOfName)) {
            throw new IllegalArgumentException(braces);
        }
        return name;
    }

    private static boolean isOfName(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
    }

    /** The slots, each once, in the order of the text. */
    public List<String> names() {
        return slots.stream().distinct().toList();
    }
}
