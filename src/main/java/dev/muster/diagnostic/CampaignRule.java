package dev.muster.diagnostic;

/** What can be wrong with a campaign, its labels and its senders. */
public enum CampaignRule implements Rule {
    NO_SENDER("campaign/no-sender", Severity.ERROR, """
            Neither the campaign nor the project says which phone sends the message.
            Mend: add for example `senders: [Sales Line]`; `muster phones` lists them"""),
    ACKNOWLEDGE_NO_REASON("acknowledge/no-reason", Severity.ERROR, """
            A danger is accepted without a reason, so nobody can review it later.
            Mend: write why this danger is accepted; reviewers and auditors read it"""),
    ACKNOWLEDGE_UNKNOWN_RULE("acknowledge/unknown-rule", Severity.WARNING, """
            The campaign accepts something that is not a danger. A wrong name accepts nothing.
            Mend: write the id of a danger, as `muster plan` prints it"""),
    LABEL_AMBIGUOUS("label/ambiguous", Severity.ERROR, """
            Several labels of the workspace look the same, so it is not clear which people are meant.
            Mend: rename or merge them in SeaX, so that one is left"""),
    LABEL_COMMA("label/comma", Severity.ERROR, """
            A comma joins two labels to one name, which no label has.
            Mend: write one item for each label: `[first, second]`"""),
    LABEL_EMPTY("label/empty", Severity.ERROR, """
            An item of the list has no label name.
            Mend: write the label's name, or remove the item"""),
    LABEL_LOOK_ALIKE("label/look-alike", Severity.WARNING, """
            Two names in the files look alike and are different labels. One of them probably means the other.
            Mend: if one label is meant, write it the same everywhere; copy its name from SeaX"""),
    LABEL_UNKNOWN("label/unknown", Severity.ERROR, """
            The workspace has no label of this name, so the audience cannot be counted.
            Mend: correct the name, or create the label in SeaX; `muster labels` lists them"""),
    NAME_EMPTY("name/empty", Severity.ERROR, """
            SeaX shows a campaign by its name, and this one has none.
            Mend: write the name that SeaX shows"""),
    NAME_MARKER_INSIDE("name/marker-inside", Severity.ERROR, """
            Muster finds its campaigns by a marker in their names. A marker that is written by hand makes a send look
            like another.
            Mend: remove `[m:` from the name"""),
    NAME_TOO_LONG("name/too-long", Severity.ERROR, """
            SeaX takes 100 characters, and Muster's marker needs 15 of them.
            Mend: shorten the name to 85 characters"""),
    NOT_BY_NUMBERS("campaign/not-by-numbers", Severity.ERROR, """
            The campaign asks for something that SeaX does not do for campaigns by numbers. It would be left out.
            Mend: remove the key, or write `send_by: labels`"""),
    OWNER_EMPTY("owner/empty", Severity.ERROR, """
            The campaign names nobody who answers for it.
            Mend: write a team, or remove the key"""),
    SEND_BY_UNCLEAR("campaign/send-by-unclear", Severity.ERROR, """
            The campaign leaves it to the workspaces how it is sent, and they differ. A message fits one way only.
            Mend: write `send_by: labels` or `send_by: numbers` in the campaign"""),
    SENDER_AMBIGUOUS("sender/ambiguous", Severity.ERROR, """
            Several phones have this name, so it is not clear which one sends.
            Mend: write the number of the one you mean, such as +15550100100"""),
    SENDER_DISABLED("sender/disabled", Severity.ERROR, """
            SeaX does not send from this phone.
            Mend: enable it in SeaX, or choose another sender"""),
    SENDER_EMPTY("sender/empty", Severity.ERROR, """
            An item of the list has no sender.
            Mend: write the phone's name in SeaX, or its number such as `"+15550100100"`"""),
    SENDER_NOT_WHATSAPP("sender/not-whatsapp", Severity.ERROR, """
            This phone cannot send WhatsApp messages.
            Mend: choose a WhatsApp sender"""),
    SENDER_NUMBER("sender/number", Severity.ERROR, """
            The sender begins with a plus and is not a phone number. SeaX has no phone of that name.
            Mend: write a plus and digits only, such as `"+15550100100"`"""),
    SENDER_UNKNOWN("sender/unknown", Severity.ERROR, """
            The workspace has no phone of this name or number.
            Mend: write a name or number that `muster phones` lists""");

    @SuppressWarnings("ImmutableEnumChecker") // a record of immutable values
    private final Entry entry;

    CampaignRule(String id, Severity severity, String text) {
        entry = new Entry(id, severity, text);
    }

    @Override
    public Entry entry() {
        return entry;
    }
}
