package dev.muster.sandbox.world;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Base64;
import java.util.BitSet;
import java.util.stream.IntStream;

/**
 * A set of contact rows by their position in the world. Rows are only ever appended, so a position never changes its
 * meaning; written as base64, an audience of thousands takes a few hundred bytes of the event log.
 */
public record Rows(BitSet bits) {
    public Rows {
        bits = (BitSet) bits.clone();
    }

    @JsonCreator
    static Rows parse(String text) {
        return new Rows(BitSet.valueOf(Base64.getDecoder().decode(text)));
    }

    @JsonValue
    String text() {
        return Base64.getEncoder().encodeToString(bits.toByteArray());
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
