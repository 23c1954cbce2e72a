package dev.muster.report;

import dev.muster.diagnostic.Characters;
import dev.muster.lock.LockEntry;

/** What a look on SeaX made of a send whose outcome was unknown. */
public final class SettledText {
    private SettledText() {}

    /** One line, and one more for each thing that is not as it should be. */
    public static String of(LockEntry entry) {
        var key = entry.identity().key();
        if (entry instanceof LockEntry.Confirmed confirmed) {
            var text = new StringBuilder("= " + key + "  was sent: SeaX has it as "
                    + Characters.visible(confirmed.remote().id().value()) + ", found by its marker; recorded\n");
            confirmed
                    .anomalies()
                    .forEach(anomaly -> text.append("    look at this: ")
                            .append(Characters.visible(anomaly))
                            .append('\n'));
            return text.toString();
        }
        return "? " + key + "  may have been sent: the run of "
                + Times.minute(entry.attempt().at()) + " ended before the outcome was recorded; recorded as in doubt\n";
    }
}
