package dev.muster.template;

import java.util.Comparator;

/** Why somebody's message cannot be sent: one slot, or the whole text that it belongs to. */
public record ValueFault(Kind kind, Slot slot) {
    static final Comparator<ValueFault> ORDER =
            Comparator.comparing(ValueFault::slot, Slot.ORDER).thenComparing(ValueFault::kind);

    /** What is wrong with what fills a slot. */
    public enum Kind {
        /** No value, or a blank one, and no fallback. */
        MISSING("nothing"),
        /** The value has no field that is missing, and is blank all the same. */
        EMPTY("only blanks"),
        LINE_BREAK_OR_TAB("a line break or a tab"),
        SPACES("more than four blanks in a row"),
        CONTROL_OR_BIDI("a character that cannot be seen or that deceives the reader"),
        TOO_LONG_HEADER("a header of more than 60 characters"),
        TOO_LONG_BODY("a text of more than 1,024 characters"),
        URL_UNSAFE("a character that no web address has"),
        URL_WHOLE("a whole web address where its end belongs"),
        URL_HOST("another host than the template's"),
        URL_TOO_LONG("a web address of more than 2,000 characters"),
        COUPON_FORM("a code of other signs than letters and digits, or of more than 20"),
        MEDIA_ADDRESS("an address that is not a public https address"),
        MEDIA_KIND("a file of another kind"),
        BAD_DATE("a date of another form than 2026-12-31"),
        BAD_NUMBER("a number of another form than 1234.5");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** Whether there is nothing in the slot. */
        public boolean isMissing() {
            return this == MISSING || this == EMPTY;
        }

        /** What the value has, as the end of a sentence: {@code a line break or a tab}. */
        public String words() {
            return words;
        }
    }
}
