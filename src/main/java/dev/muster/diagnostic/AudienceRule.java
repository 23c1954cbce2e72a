package dev.muster.diagnostic;

/** What can be wrong with whom a campaign reaches. */
public enum AudienceRule implements Rule {
    ANY_WITH_ALL("audience/any-with-all", Severity.DANGER, """
            Muster reads `any` with `all` as both. SeaX may read them as either, and then it messages more people. It
            is a note where SeaX's own count confirms it.
            Mend: write all labels in `all`, or use `any` alone"""),
    CONTACTS_MISSING("audience/contacts-missing", Severity.DANGER, """
            SeaX has more contacts than it lists, by its own count or by a label. So a send may reach more people than
            the plan says.
            Mend: plan again; if it stays, ask SeaX which contacts its list leaves out, and acknowledge it with the answer"""),
    CONTACTS_MOVED("audience/contacts-moved", Severity.NOTE, """
            Contacts came, went or got other labels while they were read. The plan has everybody who was there all the
            time.
            Mend: nothing"""),
    EXCLUDED_ON_ANOTHER_ROW("audience/excluded-on-another-row", Severity.DANGER, """
            A person has two contacts with one number, and only one of them is excluded. SeaX messages the person
            through the other one.
            Mend: merge the contacts in SeaX, or list the spare ones under `exclude_contacts`"""),
    INCLUDED_AND_EXCLUDED("audience/included-and-excluded", Severity.ERROR, """
            The audience includes a label that it or the project excludes. Exclusion wins, so it reaches fewer people
            than its author believes.
            Mend: exclusion wins, so remove the label from one of the two"""),
    LIKELY_SAME_PERSON("audience/likely-same-person", Severity.DANGER, """
            Two numbers are probably one person, and only one of them is excluded, or both are messaged.
            Mend: merge the contacts in SeaX if they are one person, or list the spare ones under `exclude_contacts`"""),
    NO_SELECTOR("audience/no-selector", Severity.ERROR, """
            The audience does not say whom it means. SeaX may read that as everyone.
            Mend: write whom you mean, such as `all: [whatsapp_opt_in]`"""),
    NOBODY("audience/nobody", Severity.ERROR, """
            The audience reaches nobody. That is a mistake in its labels, and SeaX may read it as everybody.
            Mend: find the step that leaves nobody with `muster audience KEY`"""),
    OPTED_OUT_MEANWHILE("audience/opted-out-meanwhile", Severity.NOTE, """
            Contacts got a label that is always excluded while the workspace was read. They are left out.
            Mend: nothing"""),
    SAME_PERSON_TWICE("audience/same-person-twice", Severity.DANGER, """
            A person has two contacts in the audience, so the message arrives twice.
            Mend: merge the contacts in SeaX, exclude its label `duplicate`, or list the spare contacts under
            `exclude_contacts`"""),
    SERVER_DISAGREES("audience/server-disagrees", Severity.ERROR, """
            SeaX counts other people than Muster for this audience, so the plan would not tell the truth. It is a note
            where contacts changed meanwhile, and the counts differ by no more than that and `policy.drift`.
            Mend: plan again, since contacts may have changed; if it stays, do not send"""),
    SUPPRESSED_ON_ANOTHER_ROW("audience/suppressed-on-another-row", Severity.ERROR, """
            A person who must not be messaged has another contact with the same number, and would be reached through
            it.
            Mend: give the label to both contacts in SeaX, or list the contacts under `exclude_contacts`"""),
    UNREADABLE_NUMBER("audience/unreadable-number", Severity.WARNING, """
            Some numbers cannot be read, so Muster cannot tell whether two contacts are one person.
            Mend: correct the numbers in SeaX: write them as +12025550123"""),
    UNVERIFIED("audience/unverified", Severity.DANGER, """
            This API does not show contacts, so Muster does not know whom the audience reaches.
            Mend: check the audience in SeaX's dashboard and accept this in writing: `accept_unverified_audiences` on
            the workspace"""),
    UNVERIFIED_WITHOUT_LIMIT("audience/unverified-without-limit", Severity.ERROR, """
            It is not known how many people the audience reaches, and the campaign sets no limit.
            Mend: write `expect: {at_most: …}` with the number of people that you expect"""),
    EXPECT_AT_LEAST_OVER_AT_MOST("expect/at-least-over-at-most", Severity.ERROR, """
            No number of people is between these two limits, so the campaign could never be sent.
            Mend: swap the two numbers"""),
    EXPECT_REACH_OUTSIDE("expect/reach-outside", Severity.ERROR, """
            The audience reaches more or fewer people than its author expects.
            Mend: find out why with `muster audience KEY`, then correct the labels or the expectation""");

    @SuppressWarnings("ImmutableEnumChecker") // a record of immutable values
    private final Entry entry;

    AudienceRule(String id, Severity severity, String text) {
        entry = new Entry(id, severity, text);
    }

    @Override
    public Entry entry() {
        return entry;
    }
}
