package dev.muster.audience;

/**
 * How an audience moved between two moments: how many people joined it and how many left. When it is not {@code exact}, both
 * are estimates, and only their difference is certain.
 */
public record Drift(int then, int now, int joined, int left, boolean exact) {
    /** Whether these are the same people. */
    public boolean isNone() {
        return joined == 0 && left == 0 && then == now;
    }
}
