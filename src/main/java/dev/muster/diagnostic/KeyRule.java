package dev.muster.diagnostic;

/** What can be wrong with the keys and values of any definition. */
public enum KeyRule implements Rule {
    DUPLICATE("key/duplicate", Severity.ERROR, """
            A key is written two times in one block. YAML readers disagree on which one counts.
            Mend: keep one of the two"""),
    FORM("key/form", Severity.ERROR, """
            A key names a send for ever. Two keys that look alike would be two sends.
            Mend: write lower-case letters, digits and inner hyphens, 64 at most"""),
    MISSING("key/missing", Severity.ERROR, """
            The block lacks a key that it needs.
            Mend: add the key; the finding shows an example"""),
    NOT_AVAILABLE("key/not-available", Severity.ERROR, """
            People expect this key here, and this version of Muster cannot do what it says.
            Mend: remove the key"""),
    NOT_UNIQUE("key/not-unique", Severity.ERROR, """
            Two files use one key, so it is not clear which of them is sent.
            Mend: give one of the two another key"""),
    RESERVED("key/reserved", Severity.ERROR, """
            This word has a meaning of its own in Muster.
            Mend: choose another key"""),
    UNKNOWN("key/unknown", Severity.ERROR, """
            The block has no such key. It is probably misspelt, and what it says would have no effect.
            Mend: write one of the keys that the finding names"""),
    KIND_UNKNOWN("kind/unknown", Severity.ERROR, """
            Muster does not know this kind of definition.
            Mend: write one of the kinds that the finding names"""),
    REFERENCE_CYCLE("reference/cycle", Severity.ERROR, """
            An audience extends itself through others, so it is not clear whom it means.
            Mend: remove one `extends`; put what they share into an audience that extends none"""),
    REFERENCE_DANGLING("reference/dangling", Severity.ERROR, """
            The campaign names a part that no file defines.
            Mend: correct the name, or write the part"""),
    VALUE_CONTROL_CHARACTER("value/control-character", Severity.ERROR, """
            A value holds a character that cannot be seen in review.
            Mend: remove the character"""),
    VALUE_RANGE("value/range", Severity.ERROR, """
            The number is out of range.
            Mend: write a number within the range that the finding names"""),
    VALUE_REPEATED("value/repeated", Severity.WARNING, """
            A list names one thing two times. Probably another one was meant.
            Mend: remove one of the two, or write the one that was meant"""),
    VALUE_TYPE("value/type", Severity.ERROR, """
            The value has another form than the key needs, such as text in the place of a number.
            Mend: write the value in the form that the finding names"""),
    VALUE_UUID("value/uuid", Severity.ERROR, """
            This is not an id of SeaX.
            Mend: copy the id from SeaX: 8-4-4-4-12 hexadecimal digits""");

    @SuppressWarnings("ImmutableEnumChecker") // a record of immutable values
    private final Entry entry;

    KeyRule(String id, Severity severity, String text) {
        entry = new Entry(id, severity, text);
    }

    @Override
    public Entry entry() {
        return entry;
    }
}
