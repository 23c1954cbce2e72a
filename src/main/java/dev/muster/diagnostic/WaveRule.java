package dev.muster.diagnostic;

/** What can be wrong with waves, and what keeps the next one waiting. */
public enum WaveRule implements Rule {
    EDITED_BETWEEN("waves/edited-between", Severity.DANGER, """
            The message was edited between two waves. The numbers of the wave before are about another text.
            Mend: undo the edit"""),
    EMPTY("waves/empty", Severity.NOTE, """
            A wave reaches nobody and may be empty, so the next wave is due.
            Mend: nothing: whoever joins later gets the message in a later wave"""),
    EVERYBODY("waves/everybody", Severity.ERROR, """
            A wave that is not the last reaches all who are left, so the later ones would reach nobody.
            Mend: add the labels of those who get it in this wave: `only: [staff_test]`"""),
    GATE("waves/gate", Severity.ERROR, """
            SeaX's numbers of the wave before are not as the gate wants them.
            Mend: find out why with `muster logs --causes`; to send it all the same, change the gate in review"""),
    GATE_OF_THE_FIRST("waves/gate-of-the-first", Severity.ERROR, """
            The first wave has a gate, and no wave is before it.
            Mend: move the gate to the wave that waits"""),
    GENERATION("waves/generation", Severity.ERROR, """
            Waves count the generations themselves, so a written one has no meaning.
            Mend: remove `generation`; to send all of it again, give it another key"""),
    GIVEN_UP("waves/given-up", Severity.WARNING, """
            A wave was given up and may have reached people. No other wave is sent, since people would get the message
            twice.
            Mend: write a campaign with another key that excludes the wave's receipt label"""),
    IDS("waves/ids", Severity.ERROR, """
            People whom an earlier wave reached cannot be left out, since SeaX takes no such ids.
            Mend: tell SeaX's support; nothing is sent to them meanwhile"""),
    LABEL_BY_HAND("waves/label-by-hand", Severity.WARNING, """
            People carry the receipt label of a wave that did not reach them, so they are left out.
            Mend: take the label from them in SeaX if they should get the message"""),
    LATER("waves/later", Severity.NOTE, """
            Later waves will reach more people.
            Mend: nothing: each of them is planned and approved once its gate is open"""),
    MAY_NOT_BE_EMPTY("waves/may-not-be-empty", Severity.ERROR, """
            The first and the last wave must reach somebody.
            Mend: remove `may_be_empty`"""),
    NO_FIGURES("waves/no-figures", Severity.ERROR, """
            SeaX does not say how the wave before went, so the gate stays closed.
            Mend: plan again later; `muster status` shows what SeaX says"""),
    NO_GATE("waves/no-gate", Severity.ERROR, """
            Nothing says when this wave may be sent.
            Mend: add `after`, and what must be true of the wave before: `max_failed`, `min_delivered`"""),
    NO_RECEIPTS("waves/no-receipts", Severity.ERROR, """
            A later wave leaves out people by their receipt label, and this workspace makes none.
            Mend: set `receipt_labels: true` for the workspace"""),
    NONE_SENT("waves/none-sent", Severity.ERROR, """
            No wave before the last one was sent, so nothing says how it goes.
            Mend: write the wave that is missing once more, above the last one"""),
    NOT_EVERYBODY("waves/not-everybody", Severity.ERROR, """
            The last wave has `only`, so people would be left out.
            Mend: remove `only`, or narrow the audience"""),
    NOT_SENT("waves/not-sent", Severity.WARNING, """
            A wave was not sent. These people get the message in a later wave.
            Mend: to send it as a wave of its own, copy it in `waves` below itself"""),
    ONE("waves/one", Severity.ERROR, """
            One wave is the same as no waves.
            Mend: add what comes after it, such as `- {after: PT2H, max_failed: 2%}`"""),
    PEOPLE_NOT_SHOWN("waves/people-not-shown", Severity.ERROR, """
            This API does not show which labels a contact has, so nobody can be left out of a later wave.
            Mend: remove `waves`; the campaign is then sent to all at once"""),
    REACHED_UNKNOWN("waves/reached-unknown", Severity.ERROR, """
            It is not known whom an earlier wave reached. People could get the message twice.
            Mend: plan again later; while it is not known, nobody else gets the message"""),
    RECEIPTS_MISSING("waves/receipts-missing", Severity.ERROR, """
            Many people whom an earlier wave reached do not carry its receipt label. They would get the message twice.
            Mend: plan again later: SeaX may attach labels with delay; else give them the label again in SeaX"""),
    SCHEDULE("waves/schedule", Severity.ERROR, """
            A wave is sent when its gate is open, so it has no fixed start.
            Mend: write `schedule: immediately`; the first wave is sent when it is applied"""),
    SENT_TWICE("waves/sent-twice", Severity.DANGER, """
            SeaX has two campaigns of one wave, so people may have got it more than once.
            Mend: find out what repeated the request"""),
    UNDER_WAY("waves/under-way", Severity.ERROR, """
            An earlier wave is still being sent. People whom it has not reached yet would get the message twice.
            Mend: plan again when it is over; `muster status --watch` follows it""");

    @SuppressWarnings("ImmutableEnumChecker") // a record of immutable values
    private final Entry entry;

    WaveRule(String id, Severity severity, String text) {
        entry = new Entry(id, severity, text);
    }

    @Override
    public Entry entry() {
        return entry;
    }
}
