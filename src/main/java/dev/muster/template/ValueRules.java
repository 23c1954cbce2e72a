package dev.muster.template;

import dev.muster.diagnostic.Characters;
import dev.muster.template.ValueFault.Kind;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What WhatsApp takes in a slot, and how long a text may get with it. White space in parameters is refused with code 132018
 * ("Param text cannot have new-line/tab characters or more than 4 consecutive spaces"), a text that gets too long with 132005
 * (Meta's error codes; 60 characters of a header from Meta's page on components, 1,024 of a body from copies of it).
 */
final class ValueRules {
    static final int LONGEST_HEADER = 60;
    static final int LONGEST_BODY = 1024;
    private static final int MOST_BLANKS = 4;

    private final TemplateLayout layout;
    private final List<ValueFault> faults;

    /** Faults are added to these, each once. */
    ValueRules(TemplateLayout layout, List<ValueFault> faults) {
        this.layout = layout;
        this.faults = faults;
    }

    /** What each slot has by itself. */
    void check(List<Filled> values) {
        for (var value : values) {
            if (isWhole(value.slot())) {
                check(value);
            }
        }
    }

    /** What is missing or could not be formatted is not judged again. */
    private boolean isWhole(Slot slot) {
        for (var fault : faults) {
            if (fault.slot().equals(slot)) {
                return false;
            }
        }
        return true;
    }

    private void check(Filled value) {
        var slot = value.slot();
        if (Blanks.isBlank(value.text())) {
            add(Kind.EMPTY, slot);
            return;
        }
        switch (slot.part()) {
            case HEADER_TEXT, FILENAME, BODY -> characters(value);
            case URL_BUTTON ->
                LinkRules.ofButton(layout.address(slot), value.text()).ifPresent(kind -> add(kind, slot));
            case COUPON_BUTTON -> LinkRules.ofCoupon(value.text()).ifPresent(kind -> add(kind, slot));
            case HEADER_MEDIA ->
                layout.media()
                        .flatMap(kind -> LinkRules.ofMedia(kind, value.text()))
                        .ifPresent(kind -> add(kind, slot));
        }
    }

    /** Whether a text has more blanks in a row than WhatsApp takes. */
    static boolean hasManySpaces(String text) {
        int blanks = 0;
        for (int i = 0; i < text.length(); i++) {
            blanks = Blanks.isSpace(text.charAt(i)) ? blanks + 1 : 0;
            if (blanks > MOST_BLANKS) {
                return true;
            }
        }
        return false;
    }

    private void characters(Filled value) {
        var text = value.text();
        if (hasManySpaces(text)) {
            add(Kind.SPACES, value.slot());
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c >= 0x7F) {
                character(text, i, value.slot());
            }
        }
    }

    private void character(String text, int index, Slot slot) {
        if (Blanks.isLineBreakOrTab(text.charAt(index))) {
            add(Kind.LINE_BREAK_OR_TAB, slot);
        } else if (!isSecondHalf(text, index) && Characters.isUnsafe(text, index)) {
            add(Kind.CONTROL_OR_BIDI, slot);
        }
    }

    private static boolean isSecondHalf(String text, int index) {
        return index > 0
                && Character.isLowSurrogate(text.charAt(index))
                && Character.isHighSurrogate(text.charAt(index - 1));
    }

    /** How long the texts get with them. The units of UTF-16 are never fewer than the code points, so they decide. */
    void lengths(List<Filled> values, Shown shown) {
        if (shown.body().length() > LONGEST_BODY) {
            longest(values, Slot.Part.BODY).ifPresent(slot -> add(Kind.TOO_LONG_BODY, slot));
        }
        if (shown.header().filter(text -> text.length() > LONGEST_HEADER).isPresent()) {
            longest(values, Slot.Part.HEADER_TEXT).ifPresent(slot -> add(Kind.TOO_LONG_HEADER, slot));
        }
    }

    /** The slot whose value is the longest: the one to shorten. */
    private static Optional<Slot> longest(List<Filled> values, Slot.Part part) {
        return values.stream()
                .filter(value -> value.slot().part() == part)
                .max(Comparator.comparingInt(value -> value.text().length()))
                .map(Filled::slot);
    }

    private void add(Kind kind, Slot slot) {
        var fault = new ValueFault(kind, slot);
        if (!faults.contains(fault)) {
            faults.add(fault);
        }
    }
}
