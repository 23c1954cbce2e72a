package dev.muster.diagnostic;

/** What a plan finds about campaigns that were sent before, or may have been. */
public enum PlanRule implements Rule {
    ALREADY_ON_SEAX("plan/already-on-seax", Severity.ERROR, """
            SeaX has this campaign already, and the lock does not know that it was sent. A send would be a second one.
            Mend: record it with `muster lock adopt KEY`; if others sent it, give this campaign another key"""),
    CLOCK_SKEW("plan/clock-skew", Severity.ERROR, """
            The clocks of SeaX and of this machine differ by more than five minutes. Starts would be judged wrongly.
            Mend: set this machine's clock right, and plan again"""),
    EARLIER_GENERATION_ON_SEAX("plan/earlier-generation-on-seax", Severity.DANGER, """
            SeaX has an earlier generation that the lock does not know as sent. People would get the message again.
            Mend: check in SeaX who got it; acknowledge it if they should get it again"""),
    EARLIER_OUTCOME_UNKNOWN("plan/earlier-outcome-unknown", Severity.WARNING, """
            An earlier generation may have been sent, so people may get the message twice.
            Mend: nothing, if that is accepted"""),
    EDITED_AFTER_SEND("plan/edited-after-send", Severity.DANGER, """
            The campaign was edited after it was sent. The edit changes nothing, since people have the message.
            Mend: undo the edit"""),
    FOUND_NOT_AS_ASKED("plan/found-not-as-asked", Severity.ERROR, """
            SeaX has the campaign of an interrupted send, and it is not as it was asked for.
            Mend: find out in SeaX; the next apply records it as sent"""),
    FOUND_ON_SEAX("plan/found-on-seax", Severity.NOTE, """
            The outcome of a send was unknown. SeaX has the campaign, so it was sent.
            Mend: nothing; the next apply records it"""),
    GIVEN_UP("plan/given-up", Severity.NOTE, """
            A person ended a send whose outcome is unknown. It may have been sent, and is not sent again by itself.
            Mend: raise `generation` to send it, perhaps for the second time"""),
    LOOKS_LIKE_A_RENAME("plan/looks-like-a-rename", Severity.DANGER, """
            The campaign equals one that was sent lately under another key. People would get the message again.
            Mend: undo the rename; acknowledge it if people should get the message again"""),
    NOT_SENT("plan/not-sent", Severity.ERROR, """
            A person recorded that the campaign was not sent. Muster does not send it by itself.
            Mend: raise `generation` to send it, or remove the file"""),
    OUTCOME_UNKNOWN("plan/outcome-unknown", Severity.ERROR, """
            A send may have happened, and nothing shows whether it did. A second send could message people twice.
            Mend: find out what happened, and record it: `muster resolve KEY`"""),
    REFUSED_BEFORE("plan/refused-before", Severity.ERROR, """
            SeaX refused the campaign, and it has not changed since.
            Mend: edit it; if the cause was elsewhere, raise `generation`"""),
    OUTCOME_COUNTED("outcome/counted", Severity.NOTE, """
            SeaX's figures of a send are known now: how many people were planned, and how many got it.
            Mend: nothing; `muster report` shows all of it"""),
    OUTCOME_NOT_AS_ASKED("outcome/not-as-asked", Severity.ERROR, """
            SeaX took the campaign otherwise than it was asked for. It is a warning where something is still to be
            sent.
            Mend: deal with it in SeaX, then accept it: `muster resolve KEY --accept --reason "…"`"""),
    OUTCOME_NOT_AS_PLANNED("outcome/not-as-planned", Severity.DANGER, """
            SeaX's figures differ from the plan: people did not get the message, or others got it.
            Mend: find out why in SeaX; acknowledge it with what was done about it"""),
    RECEIPT_GONE("receipt/gone", Severity.DANGER, """
            The label of those who got an earlier generation is gone, so nobody can leave them out.
            Mend: restore the label in SeaX; acknowledge it if people should get the message again"""),
    RECEIPT_NOT_POSSIBLE("receipt/not-possible", Severity.ERROR, """
            This API cannot list and make labels, so nobody can be labelled as having got the message.
            Mend: remove receipt_labels from the workspace"""),
    RECEIPT_TAKEN("receipt/taken", Severity.ERROR, """
            The receipt label of this send exists already, so somebody else may have sent it.
            Mend: find out in SeaX who sent it; to send it once more, raise `generation`"""),
    SUPPRESSION_COUNT("suppression/count", Severity.DANGER, """
            SeaX counts more contacts with a label that is always excluded than it gave. Somebody who opted out may be
            missing from the plan.
            Mend: see in SeaX who carries the label; acknowledge it with what was found"""),
    SUPPRESSION_EMPTIED("suppression/emptied", Severity.DANGER, """
            A label that protects people has no contacts any more. It would exclude nobody.
            Mend: see in SeaX who lost the label, and give it back to them"""),
    SUPPRESSION_NOT_SYSTEM("suppression/not-system", Severity.DANGER, """
            The label only has the name of one that SeaX keeps itself. SeaX puts nobody into it.
            Mend: rename it in SeaX, so that SeaX's own label of that name is found"""),
    SUPPRESSION_RECREATED("suppression/recreated", Severity.DANGER, """
            A label that protects people was made anew. People who had the old one may not have it.
            Mend: see in SeaX that everybody who carried the old label carries the new one"""),
    SUPPRESSION_SHRUNK("suppression/shrunk", Severity.DANGER, """
            A label that protects people has lost many of them.
            Mend: see in SeaX who lost the label, and give it back to them""");

    @SuppressWarnings("ImmutableEnumChecker") // a record of immutable values
    private final Entry entry;

    PlanRule(String id, Severity severity, String text) {
        entry = new Entry(id, severity, text);
    }

    @Override
    public Entry entry() {
        return entry;
    }
}
