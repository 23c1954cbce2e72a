package dev.muster.plan;

import dev.muster.diagnostic.Diagnostic;
import dev.muster.diagnostic.PlanRule;
import dev.muster.diagnostic.WaveRule;
import dev.muster.diff.Change;
import dev.muster.model.ReceiptLabel;
import java.util.List;
import java.util.Optional;

/**
 * A campaign whose last send a person ended. One that was not sent is not done: it stands in every plan as an error until
 * somebody says in its file what becomes of it. Of one that may have been sent, every plan says so.
 */
record EndedByPerson(PlanContext context, Change.GivenUp change) {
    PlannedChange decide() {
        boolean isKnown = change.entry().outcomeKnown();
        return new PlannedChange(
                change,
                isKnown ? new Action.Blocked(Reason.NOT_SENT) : new Action.NoOp(Reason.GIVEN_UP),
                Optional.empty(),
                List.of(finding(isKnown)));
    }

    private Diagnostic finding(boolean isKnown) {
        if (!change.campaign().waves().isEmpty()) {
            return isKnown ? waveNotSent() : waveGivenUp();
        }
        return isKnown ? notSent() : givenUp();
    }

    private Diagnostic notSent() {
        return PlanRule.NOT_SENT.at(
                context.places().of(change.key().value()),
                change.entry().identity() + " was not sent; to send it, "
                        + NextGeneration.of(change.campaign(), context),
                otherwise());
    }

    private Diagnostic givenUp() {
        return PlanRule.GIVEN_UP.at(
                context.places().of(change.key().value()),
                change.entry().identity() + " may have been sent, and is never sent again; to send it, perhaps for the"
                        + " second time, " + NextGeneration.of(change.campaign(), context),
                said());
    }

    /** The last one: after any other wave that was not sent, the next one is due. */
    private Diagnostic waveNotSent() {
        return PlanRule.NOT_SENT.at(
                context.places().of(change.key() + ".waves"),
                wave() + " was not sent; to send it, give wave "
                        + change.entry().identity().generation()
                        + " an `only`, and write the last wave once more below it",
                otherwise());
    }

    private Diagnostic waveGivenUp() {
        return WaveRule.GIVEN_UP.at(
                context.places().of(change.key() + ".waves"),
                wave() + " was given up: it is not known whom it reached, so no other wave is sent",
                "to reach the others, write a campaign with another key that excludes the label "
                        + ReceiptLabel.nameOf(change.entry().identity()));
    }

    private String wave() {
        return "wave " + change.entry().identity().generation() + " of "
                + change.campaign().waves().size();
    }

    private String otherwise() {
        return "if it must not be sent, remove this file; " + said();
    }

    /** Who ended it, when, and why. */
    private String said() {
        var history = change.entry().history();
        var last = history.get(history.size() - 1);
        return "ended by " + last.by() + " at " + last.at() + ": " + last.evidence();
    }
}
