package dev.muster.lock.format;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what some of the last texts stood for. What a record says again and again (labels, runs, senders) is then one
 * object, and is found without being taken out of the reader's buffer, checked and understood again.
 */
final class ValueCache<T> {
    /** How much to remember while a whole record is read. */
    static final int OF_A_RECORD = 1024;

    /** How much to remember while one line is read. */
    static final int OF_A_LINE = 4;

    /** Longer texts are evidence, and hardly come twice. */
    private static final int LONGEST = 128;

    /** At the end of identities, digests and times is what tells them apart. */
    private static final int TELLING = 12;

    private final Function<String, T> form;
    private final @Nullable Meaning<?>[] meanings;

    /** {@code size} is a power of two. */
    ValueCache(int size, Function<String, T> form) {
        this.form = form;
        this.meanings = new Meaning<?>[size];
    }

    /** A text and what it stands for. */
    private static final class Meaning<T> {
        private final char[] text;
        private final Optional<T> value;

        Meaning(char[] text, Optional<T> value) {
            this.text = text;
            this.value = value;
        }

        boolean isOf(char[] buffer, int from, int to) {
            return Arrays.equals(text, 0, text.length, buffer, from, to);
        }
    }

    /** What the text at this place of a buffer stands for, if that is remembered. */
    @SuppressWarnings("unchecked") // only what the form made is in here
    Optional<T> known(char[] buffer, int from, int length) {
        var found = meanings[place(buffer, from, from + length)];
        return found != null && found.isOf(buffer, from, from + length) ? (Optional<T>) found.value : Optional.empty();
    }

    /** What a text stands for, from now on in the place of another one. */
    Optional<T> learn(String text) {
        var value = Optional.of(form.apply(text));
        if (text.length() <= LONGEST) {
            var letters = text.toCharArray();
            meanings[place(letters, 0, letters.length)] = new Meaning<>(letters, value);
        }
        return value;
    }

    private int place(char[] buffer, int from, int to) {
        int hash = to - from;
        for (int at = Math.max(from, to - TELLING); at < to; at++) {
            hash = 31 * hash + buffer[at];
        }
        return (hash ^ hash >>> 16) & (meanings.length - 1);
    }
}
