package dev.muster.report;

import dev.muster.diagnostic.Characters;
import dev.muster.doubt.DoubtVerdict;
import dev.muster.doubt.OpenSendEvidence;
import java.util.Optional;

/** What the next look makes of a send whose outcome is unknown, in the same words in every report. */
public final class VerdictWords {
    private VerdictWords() {}

    public static String of(OpenSendEvidence doubt) {
        var evidence = evidence(doubt);
        if (doubt.verdict() instanceof DoubtVerdict.Sent) {
            return evidence.orElseThrow();
        }
        var known = doubt.verdict() instanceof DoubtVerdict.Held ? "not known yet" : "not known whether it was sent";
        return known + evidence.map(words -> ": " + words).orElse("");
    }

    /** Why it is so. */
    static Optional<String> evidence(OpenSendEvidence doubt) {
        var verdict = doubt.verdict();
        if (verdict instanceof DoubtVerdict.Held held) {
            return Optional.of("its run may still be sending, until " + Times.minute(held.until()));
        }
        return verdict instanceof DoubtVerdict.Sent sent
                ? Optional.of("found, not recorded yet  "
                        + Characters.visible(sent.campaign().id().value()))
                : doubt.seen().map(words -> "SeaX " + Characters.visible(words));
    }
}
