package dev.muster.diagnostic;

/** What keeps the parts of a campaign by numbers from being sent. */
public enum PartRule implements Rule {
    OTHER_KEY("parts/other-key", Severity.ERROR, """
            The lists of the earlier parts were made with another API key. Nobody can tell whom they reached, so people
            could get the message twice.
            Mend: use the API key that the earlier parts were sent with, or raise `generation` for an audience that
            excludes them"""),
    PEOPLE_NOT_SHOWN("parts/people-not-shown", Severity.ERROR, """
            This API does not show which labels a contact has, so Muster cannot find the people of a campaign by numbers.
            Mend: remove `send_by: numbers`; SeaX then finds the people by labels"""),
    TEMPLATES_NOT_LISTED("parts/templates-not-listed", Severity.ERROR, """
            SeaX does not list the templates of the sender. What a template wants filled in cannot be checked.
            Mend: use an API key and a sender for which SeaX lists templates""");

    @SuppressWarnings("ImmutableEnumChecker") // a record of immutable values
    private final Entry entry;

    PartRule(String id, Severity severity, String text) {
        entry = new Entry(id, severity, text);
    }

    @Override
    public Entry entry() {
        return entry;
    }
}
