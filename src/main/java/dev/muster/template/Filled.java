package dev.muster.template;

import java.util.List;

/**
 * What fills one slot for one person. {@code personal} are the parts of the text that come from the person's fields, and
 * {@code fallbacks} the fields that had nothing. Its text is never in {@code toString}.
 */
record Filled(Slot slot, String text, List<Span> personal, List<String> fallbacks) {
    /** A part of the text, from here to there. */
    record Span(int from, int to) {}

    /** The text with what is personal masked. */
    String masked() {
        if (personal.isEmpty()) {
            return text;
        }
        var masked = new StringBuilder();
        int from = 0;
        for (var span : personal) {
            masked.append(text, from, span.from).append(Masked.of(text.substring(span.from, span.to)));
            from = span.to;
        }
        return masked.append(text.substring(from)).toString();
    }

    @Override
    public String toString() {
        return "Filled[" + slot.words() + "]";
    }
}
