package dev.muster.report.html;

import java.util.List;

/** A piece of a message as WhatsApp shows it. */
sealed interface Span {

    /** Words as they are; line breaks count. */
    record Text(String text) implements Span {}

    /** What SeaX fills in for each person, such as {@code {name}}. */
    record Blank(String raw) implements Span {}

    /** What can be tapped on. */
    record Link(List<Span> spans) implements Span {
        public Link {
            spans = List.copyOf(spans);
        }
    }

    /** Pieces that are shown in one manner. */
    record Styled(Style style, List<Span> spans) implements Span {
        public Styled {
            spans = List.copyOf(spans);
        }
    }

    /** The manners that WhatsApp knows. */
    enum Style {
        BOLD,
        ITALIC,
        STRIKE,
        CODE,
        QUOTE,
        BULLET
    }
}
