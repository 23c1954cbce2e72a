package dev.muster.part;

/**
 * How much one request may carry. SeaX publishes no limit and says "not too many".
 *
 * @param people at most so many in one request
 * @param bytes at most about so many bytes of members
 */
public record PartLimits(int people, int bytes) {
    /** What a body may have where nothing else is known. */
    public static final int DEFAULT_BYTES = 256 * 1024;
}
