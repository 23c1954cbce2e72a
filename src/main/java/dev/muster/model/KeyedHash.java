package dev.muster.model;

/**
 * Turns a text into 64 bits under a key that stays where it is: equal texts give equal numbers, and without the key a number
 * says nothing about its text. An instance is used by one thread at a time.
 */
@FunctionalInterface
public interface KeyedHash {
    long of(String text);

    /** Stands beside what is kept, and tells later whether that was made with the same key. */
    default String check() {
        return Long.toHexString(of("made with this key"));
    }
}
