package dev.muster.sandbox.world;

import java.util.UUID;

/**
 * Ids of things that come into being here: made of a kind and a number, so that the same story gives the same ids. Mixed by
 * hand, because a message digest takes longer to load than the whole world takes to make.
 */
public final class Ids {
    private static final long OFFSET = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private Ids() {}

    public static String uuid(String kind, int number) {
        return uuid(kind, Integer.toString(number));
    }

    public static String uuid(String kind, String text) {
        var mixed = new Generator(hash(kind + "|" + text));
        long high = (mixed.next() & 0xffffffffffff0fffL) | 0x4000L;
        long low = (mixed.next() & 0x3fffffffffffffffL) | 0x8000000000000000L;
        return new UUID(high, low).toString();
    }

    /** FNV-1a. */
    private static long hash(String text) {
        long hash = OFFSET;
        for (int at = 0; at < text.length(); at++) {
            hash = (hash ^ text.charAt(at)) * PRIME;
        }
        return hash;
    }

    /** The id without the {@code campaign_} and the like that the API document puts before it. */
    public static String bare(String id) {
        return id.substring(id.indexOf('_') + 1);
    }
}
