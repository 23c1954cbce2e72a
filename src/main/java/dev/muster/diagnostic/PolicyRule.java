package dev.muster.diagnostic;

/** What the policy does not allow, and what can be wrong with the policy. */
public enum PolicyRule implements Rule {
    ALLOWED_LINK_HOSTS("policy/allowed-link-hosts", Severity.DANGER, """
            The message has a link, or something that a phone shows as one, to a host that the policy does not allow.
            Mend: link to one of `allowed_link_hosts`, or add the host to the policy"""),
    ALLOWED_SENDERS("policy/allowed-senders", Severity.DANGER, """
            The policy does not allow this phone to send.
            Mend: choose a sender of `allowed_senders`, or add this one to the policy"""),
    LINK_HOST("policy/link-host", Severity.ERROR, """
            This is not the name of a host, so it would allow no link.
            Mend: write a name such as `shop.example.com`, or `"*.example.com"` for all below it"""),
    MAX_GROWTH("policy/max-growth", Severity.DANGER, """
            The audience is much larger than at its last send. That is rarely meant.
            Mend: find out who joined and why"""),
    MAX_MESSAGES_PER_PERSON("policy/max-messages-per-person", Severity.DANGER, """
            Some people would get more messages than the policy allows. People who get too many block the business.
            Mend: move or merge the campaigns, or exclude who gets the other one"""),
    MAX_REACH("policy/max-reach", Severity.DANGER, """
            The campaign reaches more people than the policy allows.
            Mend: narrow the audience"""),
    MAX_REACH_PER_RUN("policy/max-reach-per-run", Severity.ERROR, """
            One run would send more messages than the policy allows.
            Mend: send fewer at a time: `muster plan KEY… -o plan.json`, then `muster apply plan.json`"""),
    MAX_SHARE_OF_CONTACTS("policy/max-share-of-contacts", Severity.DANGER, """
            The campaign reaches a larger part of all contacts than the policy allows.
            Mend: narrow the audience"""),
    MESSAGING_LIMIT("policy/messaging-limit", Severity.ERROR, """
            WhatsApp lets the business message so many people in 24 hours, and drops the rest. It is a warning near
            the limit.
            Mend: spread the campaigns over more days, or send fewer at a time: `muster plan KEY… -o plan.json`"""),
    MESSAGING_LIMIT_UNKNOWN("policy/messaging-limit-unknown", Severity.WARNING, """
            The limit in the policy is none of those that WhatsApp publishes.
            Mend: look the limit of the business up in SeaX or in WhatsApp's manager"""),
    MIN_LEAD("policy/min-lead", Severity.ERROR, """
            The campaign starts so soon that nobody can stop it after a review.
            Mend: move the start, or write `schedule: immediately` if that is what you want"""),
    MIN_REACH("policy/min-reach", Severity.DANGER, """
            The audience reaches fewer people than the policy asks for. A label may have lost its contacts.
            Mend: find out which step of the audience loses them with `muster audience KEY`"""),
    OF_ANOTHER_REVISION("policy/of-another-revision", Severity.WARNING, """
            The policy of another revision judges these campaigns. It is a note where both policies are the same.
            Mend: nothing; the policy of this folder judges once it is merged"""),
    OPT_IN_REQUIRED("policy/opt-in-required", Severity.DANGER, """
            The audience does not ask for an opt-in. It would message people who never agreed.
            Mend: add the opt-in label to `all` of the audience"""),
    PLAN_VALID_TOO_LONG("policy/plan-valid-too-long", Severity.ERROR, """
            A plan could be applied weeks after its review, to other people than its reviewers had in mind.
            Mend: write at most P7D; what waits longer is planned and reviewed again"""),
    QUIET_HOURS("policy/quiet-hours", Severity.DANGER, """
            Some people would be messaged in the quiet hours of the policy.
            Mend: move the start, or split the audience by country"""),
    QUIET_HOURS_EMPTY("policy/quiet-hours-empty", Severity.ERROR, """
            The quiet hours begin and end at the same time, so it is not clear what they are.
            Mend: write two different times, or remove `quiet_hours`"""),
    US_MARKETING("policy/us-marketing", Severity.DANGER, """
            WhatsApp does not deliver marketing to US numbers, so these people get nothing. It is a note where the
            category is not known.
            Mend: exclude these people, or write `us_marketing: allow` in the policy""");

    @SuppressWarnings("ImmutableEnumChecker") // a record of immutable values
    private final Entry entry;

    PolicyRule(String id, Severity severity, String text) {
        entry = new Entry(id, severity, text);
    }

    @Override
    public Entry entry() {
        return entry;
    }
}
