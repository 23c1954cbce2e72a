package dev.muster.model;

/**
 * How many people may join an audience between review and apply: a share of those who were reviewed, or a number of people,
 * whichever is more. Those who leave are no harm.
 */
public record DriftLimit(double share, int people) {
    /** What holds where the policy says nothing. */
    public static final DriftLimit DEFAULT = new DriftLimit(0.01, 10);

    /** How many may join an audience of so many. */
    public int joiners(int reviewed) {
        return Math.max(people, (int) Math.floor(share * reviewed));
    }
}
