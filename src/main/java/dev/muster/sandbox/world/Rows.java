package dev.muster.sandbox.world;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Base64;
import java.util.BitSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A set of contact rows by their position in the world. Rows are only ever appended, so a position never changes its
 * meaning; written as base64, an audience of thousands takes a few hundred bytes of the event log. A few rows of many thousands are listed by number instead.
 */
public record Rows(BitSet bits) {
    /** What begins a list; base64 has no such character. */
    private static final String LISTED = "@";

    private static final int SMALL = 8_192;
    /** Six bits are a character of base64, and a number with its comma is at most nine. */
    private static final int LISTED_SHARE = 6 * 9;

    public Rows {
        bits = (BitSet) bits.clone();
    }

    @JsonCreator
    static Rows parse(String text) {
        return text.startsWith(LISTED)
                ? listed(text.substring(LISTED.length()))
                : new Rows(BitSet.valueOf(Base64.getDecoder().decode(text)));
    }

    private static Rows listed(String positions) {
        var rows = new BitSet();
        Stream.of(positions.split(",", -1)).mapToInt(Integer::parseInt).forEach(rows::set);
        return new Rows(rows);
    }

    @JsonValue
    String text() {
        return bits.length() > SMALL && bits.cardinality() < bits.length() / LISTED_SHARE
                ? bits.stream().mapToObj(Integer::toString).collect(Collectors.joining(",", LISTED, ""))
                : Base64.getEncoder().encodeToString(bits.toByteArray());
    }

    IntStream positions() {
        return bits.stream();
    }

    boolean has(int position) {
        return bits.get(position);
    }

    public int count() {
        return bits.cardinality();
    }
}
