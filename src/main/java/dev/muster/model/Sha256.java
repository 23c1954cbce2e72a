package dev.muster.model;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A SHA-256 value, written as {@code sha256:} and 64 lower-case hexadecimal digits. Kept as four numbers, because a lock of a
 * hundred thousand entries has a million of these, and their texts would take three times the room.
 */
public final class Sha256 implements Comparable<Sha256> {
    private static final String PREFIX = "sha256:";
    private static final int DIGITS_IN_A_NUMBER = 16;

    private final long first;
    private final long second;
    private final long third;
    private final long fourth;

    /** Reads the written form; anything else is an {@link IllegalArgumentException}. */
    public Sha256(String value) {
        if (value.length() != PREFIX.length() + 4 * DIGITS_IN_A_NUMBER || !value.startsWith(PREFIX)) {
            throw notOne(value);
        }
        first = number(value, 0);
        second = number(value, 1);
        third = number(value, 2);
        fourth = number(value, 3);
    }

    private Sha256(byte[] digest) {
        this(PREFIX + HexFormat.of().formatHex(digest));
    }

    private static long number(String value, int place) {
        long number = 0;
        int from = PREFIX.length() + place * DIGITS_IN_A_NUMBER;
        for (int at = from; at < from + DIGITS_IN_A_NUMBER; at++) {
            number = number << 4 | digit(value, at);
        }
        return number;
    }

    private static int digit(String value, int at) {
        char digit = value.charAt(at);
        if (digit >= '0' && digit <= '9') {
            return digit - '0';
        }
        if (digit >= 'a' && digit <= 'f') {
            return digit - 'a' + 10;
        }
        throw notOne(value);
    }

    private static IllegalArgumentException notOne(String value) {
        return new IllegalArgumentException("not a SHA-256 value: " + value);
    }

    /** The digest of a text's UTF-8 bytes. */
    public static Sha256 of(String text) {
        return new Sha256(digest(text));
    }

    /** The digest of everything that is written. */
    public static Sha256 of(Consumer<OutputStream> writing) {
        var hash = hash();
        writing.accept(new DigestOutputStream(OutputStream.nullOutputStream(), hash));
        return of(hash);
    }

    /** The digest of everything that was put into a {@link #hash}, which is empty afterwards. */
    public static Sha256 of(MessageDigest hash) {
        return new Sha256(hash.digest());
    }

    /** What takes in bytes as they come. */
    public static MessageDigest hash() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    static byte[] digest(String text) {
        return hash().digest(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The written form. */
    public String value() {
        var hex = HexFormat.of();
        return PREFIX
                + hex.toHexDigits(first)
                + hex.toHexDigits(second)
                + hex.toHexDigits(third)
                + hex.toHexDigits(fourth);
    }

    /** The first twelve hexadecimal digits, enough for people to tell two apart. */
    public String abbreviated() {
        return value().substring(0, PREFIX.length() + 12);
    }

    /** As the written forms compare. */
    @Override
    public int compareTo(Sha256 other) {
        int difference = Long.compareUnsigned(first, other.first);
        if (difference == 0) {
            difference = Long.compareUnsigned(second, other.second);
        }
        if (difference == 0) {
            difference = Long.compareUnsigned(third, other.third);
        }
        return difference == 0 ? Long.compareUnsigned(fourth, other.fourth) : difference;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Sha256 that && compareTo(that) == 0;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(first ^ second ^ third ^ fourth);
    }

    @Override
    public String toString() {
        return value();
    }
}
