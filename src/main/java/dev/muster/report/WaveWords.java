package dev.muster.report;

import dev.muster.lock.LockEntry;
import dev.muster.model.ReceiptLabel;

/** What a person's word about one wave means for the others. */
public final class WaveWords {
    private WaveWords() {}

    /** What becomes of the rest of a campaign with so many waves, and how to go on. */
    public static String ended(LockEntry.Abandoned entry, int waves) {
        int wave = entry.identity().generation();
        var which = "It was wave " + wave + " of " + waves + ". ";
        return which + (entry.outcomeKnown() ? notSent(wave, waves) : givenUp(entry));
    }

    private static String notSent(int wave, int waves) {
        return "Nobody got it, and wave " + wave + " is not sent again.\n"
                + (wave < waves
                        ? "To send it after all, copy wave " + wave
                                + " in `waves` below itself and give the copy an `after`.\n"
                        : "To send it after all, give wave " + wave
                                + " an `only`, and write the last wave once more below" + " it.\n")
                + "Then run `muster plan`.\n";
    }

    private static String givenUp(LockEntry entry) {
        return "It is not known whom it reached, so no other wave is sent.\n"
                + "To reach the others, write a campaign with another key. Exclude the label "
                + ReceiptLabel.nameOf(entry.identity())
                + " in it;\nwhoever got the message and does not carry the label gets it"
                + " again.\n";
    }
}
