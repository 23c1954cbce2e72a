package dev.muster.model;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * One single message that somebody asked to send: when, to the second, and a value of its own. Each is posted at most once.
 * Written as {@code send/20261130T090000Z/1f0c9a2e}, which no campaign's key and generation can look like.
 */
public record SingleIdentity(Instant at, String nonce) implements Comparable<SingleIdentity> {
    /** What every one of them begins with. */
    public static final String PREFIX = "send/";

    private static final Pattern FORM = Pattern.compile("send/([0-9]{8}T[0-9]{6}Z)/([A-Za-z0-9-]{1,64})");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    public SingleIdentity {
        at = at.truncatedTo(ChronoUnit.SECONDS);
        if (!FORM.matcher(written(at, nonce)).matches()) {
            throw new IllegalArgumentException("not the identity of a single message: " + written(at, nonce));
        }
    }

    /** Reads the form that {@link #toString} writes; anything else is an {@link IllegalArgumentException}. */
    public static SingleIdentity parse(String text) {
        var match = FORM.matcher(text);
        if (!match.matches()) {
            throw new IllegalArgumentException("not the identity of a single message: " + text);
        }
        try {
            return new SingleIdentity(Instant.from(TIME.parse(match.group(1))), match.group(2));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("not the identity of a single message: " + text, e);
        }
    }

    private static String written(Instant at, String nonce) {
        return PREFIX + TIME.format(at) + "/" + nonce;
    }

    @Override
    public int compareTo(SingleIdentity other) {
        return Comparator.comparing(SingleIdentity::at)
                .thenComparing(SingleIdentity::nonce)
                .compare(this, other);
    }

    @Override
    public String toString() {
        return written(at, nonce);
    }
}
