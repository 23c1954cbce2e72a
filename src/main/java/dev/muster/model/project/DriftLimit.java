package dev.muster.model.project;

/**
 * How far an audience may move between review and apply. A share of those who were reviewed, or a number of people, whichever
 * is more, may join: in a small audience it is the number that decides. {@code suppressed} of those who were reviewed may have
 * opted out; they are not messaged in any case, so this is about looking again. Others who leave are no harm.
 */
public record DriftLimit(double share, int people, int suppressed) {
    /** What holds where the policy says nothing. */
    public static final DriftLimit DEFAULT = new DriftLimit(0.01, 10, 0);

    /** How many may join an audience of so many. */
    public int joiners(int reviewed) {
        return Math.max(people, (int) Math.floor(share * reviewed));
    }
}
