package dev.muster.report;

import dev.muster.diagnostic.Characters;
import dev.muster.lock.LockEntry;
import dev.muster.outcome.Doubt;

/** The evidence about a send in doubt, and what a person can do with it. */
public final class DoubtText {
    private DoubtText() {}

    public static String of(Doubt doubt) {
        var entry = doubt.entry();
        var attempt = entry.attempt();
        var key = entry.identity().key();
        return "It is not known whether " + entry.identity() + " was sent.\n\n"
                + "  attempt   " + Times.minute(attempt.at()) + ", run "
                + Characters.visible(attempt.run().id()) + " by "
                + Characters.visible(attempt.run().actor()) + "\n"
                + "  audience  " + Numbers.of(attempt.audience().messages(), "message") + " to "
                + Numbers.of(attempt.audience().people(), "person", "people") + "\n"
                + "  what is known  " + Characters.visible(known(entry)) + "\n"
                + "  in SeaX look for a name that ends with" + attempt.marker().suffix() + "\n"
                + found(doubt)
                + "\nThen one of:\n"
                + "  muster resolve " + key + " --sent ID --reason …      it is on SeaX, as ID\n"
                + "  muster resolve " + key + " --not-sent --reason …     it is not; possible from "
                + Times.minute(doubt.notSentFrom()) + "\n"
                + "  muster resolve " + key
                + " --abandon --reason …      nobody can tell; never send this generation\n";
    }

    private static String known(LockEntry entry) {
        return entry instanceof LockEntry.InDoubt inDoubt
                ? inDoubt.reason()
                : "the run ended before the outcome was recorded";
    }

    private static String found(Doubt doubt) {
        if (doubt.listed().isEmpty()) {
            return "  this API cannot list campaigns: look into SeaX's dashboard\n";
        }
        if (doubt.found().isEmpty()) {
            return "  SeaX does not list it now, which proves nothing: it may still appear\n";
        }
        var text = new StringBuilder();
        doubt.found()
                .forEach(campaign -> text.append("  SeaX has it: ")
                        .append(Characters.visible(campaign.id().value()))
                        .append(", status ")
                        .append(Characters.visible(campaign.status()))
                        .append('\n'));
        return text.toString();
    }
}
