package dev.muster.report.text;

import dev.muster.diagnostic.Characters;
import dev.muster.lock.LockEntry;
import dev.muster.lock.SendAnomalies;
import dev.muster.report.Times;
import java.util.Optional;

/** What a look on SeaX made of a send whose outcome was unknown. */
public final class ResolvedText {
    private ResolvedText() {}

    /** One line, and one more for each thing that is not as it should be. */
    public static String of(LockEntry entry) {
        var key = entry.identity().key();
        if (entry instanceof LockEntry.Confirmed confirmed) {
            var text = new StringBuilder("= " + key + "  was sent: SeaX has it as "
                    + Characters.visible(confirmed.remote().id().value()) + ", found by its marker; recorded\n");
            confirmed
                    .anomalies()
                    .forEach(anomaly -> text.append("    warning: ")
                            .append(Characters.visible(anomaly))
                            .append('\n'));
            return text.toString();
        }
        return "? " + key + "  may have been sent: the run of "
                + Times.minute(entry.attempt().at()) + " ended before the outcome was recorded; recorded as in doubt\n";
    }

    /** What stands against a campaign that was sent, and the command that ends it. */
    public static String concerned(LockEntry.Confirmed entry, SendAnomalies concerns) {
        var text = new StringBuilder(entry.identity() + " was sent as "
                + Characters.visible(entry.remote().id().value()) + ", but not as asked:\n");
        concerns.all()
                .forEach(thing -> text.append("    warning: ")
                        .append(Characters.visible(thing))
                        .append('\n'));
        return text + "\n" + next(entry);
    }

    /** What to do about what stands against a campaign. */
    public static String next(LockEntry.Confirmed entry) {
        return "Deal with it in SeaX's dashboard. Then record what was done; the lock keeps it:\n  muster resolve "
                + entry.identity().key() + " --accept --reason \"…\"\n";
    }

    /** What was accepted, and whether more is left. */
    public static String accepted(LockEntry.Confirmed entry, Optional<LockEntry.Confirmed> next) {
        return "accepted of " + entry.identity() + ": "
                + Characters.visible(String.join("; ", entry.accepted())) + "\n"
                + more(next);
    }

    /** What to do about a further generation that something stands against. */
    public static String more(Optional<LockEntry.Confirmed> next) {
        return next.map(more -> "More is open for " + more.identity() + ": run it again.\n")
                .orElse("");
    }
}
