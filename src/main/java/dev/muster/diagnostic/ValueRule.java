package dev.muster.diagnostic;

/** What can be wrong with the values of people that fill an approved template. Whoever has such a value cannot get it. */
public enum ValueRule implements Rule {
    CODE("message/value-code", Severity.DANGER, """
            Some people have a coupon code that WhatsApp does not take. It is a warning where the code is only long.
            Mend: use codes of at most 15 letters and digits"""),
    CODE_TWICE("message/value-code-twice", Severity.WARNING, """
            Several people have the same coupon code. Whoever uses it first may leave nothing to the others.
            Mend: give each contact a code of its own, or write one code for all"""),
    FORMAT("message/value-format", Severity.DANGER, """
            Some people have a value that is no date or no number, and the message wants to write it as one.
            Mend: correct the contacts in SeaX: a date is written 2026-12-31, a number 1234.5"""),
    HIDDEN("message/value-hidden", Severity.DANGER, """
            A value holds a character that cannot be seen or that deceives the reader.
            Mend: correct the contacts in SeaX"""),
    LINK("message/value-in-address", Severity.DANGER, """
            A value does not fit into the web address of a button, so the button would be refused or lead elsewhere.
            Mend: fill the button with a value that is ready for a web address, such as an id"""),
    MEDIA("message/value-media", Severity.DANGER, """
            A value is no address of a file that WhatsApp can fetch and show in the header.
            Mend: correct the contacts in SeaX: write https addresses of JPEG, PNG, MP4 or document files"""),
    MISSING("message/value-missing", Severity.DANGER, """
            Some people have no value for a slot, and there is no fallback. WhatsApp refuses a message with an empty slot.
            Mend: write a fallback such as `{first_name|there}`, fill the field in SeaX, or write
            `without_value: leave_out`"""),
    TOO_LONG("message/value-too-long", Severity.DANGER, """
            Some people have a value with which the text gets longer than WhatsApp takes.
            Mend: shorten the values of these contacts in SeaX"""),
    WHITE_SPACE("message/value-white-space", Severity.DANGER, """
            A value holds a line break, a tab or many blanks. WhatsApp refuses such a message.
            Mend: correct the contacts in SeaX""");

    @SuppressWarnings("ImmutableEnumChecker") // a record of immutable values
    private final Entry entry;

    ValueRule(String id, Severity severity, String text) {
        entry = new Entry(id, severity, text);
    }

    @Override
    public Entry entry() {
        return entry;
    }
}
