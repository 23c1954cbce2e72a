package dev.muster.model;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Consumer;

/** A SHA-256 value, written as {@code sha256:} and 64 lower-case hexadecimal digits. */
public record Sha256(String value) implements Comparable<Sha256> {
    private static final String PREFIX = "sha256:";

    public Sha256 {
        if (!hasForm(value)) {
            throw new IllegalArgumentException("not a SHA-256 value: " + value);
        }
    }

    /** By hand, because a lock of a hundred thousand entries makes a million of these. */
    private static boolean hasForm(String value) {
        if (value.length() != PREFIX.length() + 64 || !value.startsWith(PREFIX)) {
            return false;
        }
        for (int i = PREFIX.length(); i < value.length(); i++) {
            char digit = value.charAt(i);
            if ((digit < '0' || digit > '9') && (digit < 'a' || digit > 'f')) {
                return false;
            }
        }
        return true;
    }

    /** The digest of a text's UTF-8 bytes. */
    public static Sha256 of(String text) {
        return new Sha256(PREFIX + HexFormat.of().formatHex(digest(text)));
    }

    /** The digest of everything that is written. */
    public static Sha256 of(Consumer<OutputStream> writing) {
        var digest = sha256();
        writing.accept(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
        return new Sha256(PREFIX + HexFormat.of().formatHex(digest.digest()));
    }

    static byte[] digest(String text) {
        return sha256().digest(text.getBytes(StandardCharsets.UTF_8));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The first twelve hexadecimal digits, enough for people to tell two apart. */
    public String abbreviated() {
        return value.substring(0, PREFIX.length() + 12);
    }

    @Override
    public int compareTo(Sha256 other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
