package dev.muster.outcome;

import java.util.List;
import java.util.OptionalDouble;

/** What the progress of several sends asks for, the worst first. */
public enum Alert {
    /** An outcome is unknown, or not what was asked. */
    DOUBT,
    /** Somebody was messaged who must not be. */
    DANGER,
    /** More failed than the policy allows. */
    FAILURES,
    NONE;

    public static Alert of(List<SendProgress> sends, OptionalDouble mostFailed) {
        if (sends.stream().anyMatch(send -> isInDoubt(send) || !send.anomalies().isEmpty())) {
            return DOUBT;
        }
        if (sends.stream().anyMatch(send -> !send.dangers().isEmpty())) {
            return DANGER;
        }
        return sends.stream().anyMatch(send -> send.failsTooOften(mostFailed)) ? FAILURES : NONE;
    }

    /** What SeaX shows exactly as asked is known, also before the next run records it. */
    private static boolean isInDoubt(SendProgress send) {
        return send.entry().isOpen()
                && send.doubt().filter(doubt -> doubt.verdict().isProved()).isEmpty();
    }
}
