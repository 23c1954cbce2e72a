package dev.muster.sandbox.world;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The people at the positions {@code from} to before {@code to}, none of whom is kept. They came evenly between two moments,
 * and the position of one can be worked out from the id and from the number.
 */
record MadeUpPeople(int from, int to, Instant after, Instant before) {
    private static final int HEX_DIGITS_OF_THE_POSITION = 8;

    static MadeUpPeople none() {
        return new MadeUpPeople(0, 0, Instant.EPOCH, Instant.EPOCH);
    }

    int size() {
        return to - from;
    }

    boolean isEmpty() {
        return to == from;
    }

    boolean has(int position) {
        return position >= from && position < to;
    }

    ContactRow row(int position) {
        return new MadeUpPerson(position).row(id(position), created(position));
    }

    private Instant created(int position) {
        long span = Math.max(0, Duration.between(after, before).toMillis());
        return after.plusMillis(span / (size() + 1) * (position - from + 1));
    }

    /** Sets who has which label, in the order of the labels that they can have, and who has a WhatsApp number. */
    void mark(List<BitSet> labels, BitSet whatsapp) {
        var sets = new ArrayList<>(labels);
        sets.add(whatsapp);
        for (int position = from; position < to; position++) {
            for (int marks = new MadeUpPerson(position).marks(); marks != 0; marks &= marks - 1) {
                sets.get(Integer.numberOfTrailingZeros(marks)).set(position);
            }
        }
    }

    /** The id begins with the position, mixed so that neighbours do not look alike. */
    static String id(int position) {
        var rest = new Generator(position);
        long high = Integer.toUnsignedLong(mixed(position)) << 32 | (rest.next() & 0xffff0fffL) | 0x4000L;
        long low = (rest.next() & 0x3fffffffffffffffL) | 0x8000000000000000L;
        return new UUID(high, low).toString();
    }

    Optional<Integer> position(String id) {
        if (isEmpty() || !id.matches("[0-9a-f]{8}-.*")) {
            return Optional.empty();
        }
        int position = unmixed(Integer.parseUnsignedInt(id.substring(0, HEX_DIGITS_OF_THE_POSITION), 16));
        return Optional.of(position).filter(this::has).filter(found -> id(found).equals(id));
    }

    Optional<Integer> holder(String number) {
        return MadeUpPerson.position(number)
                .filter(this::has)
                .filter(position -> row(position).phone().filter(number::equals).isPresent());
    }

    /** The last step of MurmurHash3, which can be undone. */
    private static int mixed(int number) {
        int mixed = (number ^ number >>> 16) * 0x85ebca6b;
        mixed = (mixed ^ mixed >>> 13) * 0xc2b2ae35;
        return mixed ^ mixed >>> 16;
    }

    private static int unmixed(int number) {
        int unmixed = (number ^ number >>> 16) * 0x7ed1b41d;
        unmixed = (unmixed ^ unmixed >>> 13 ^ unmixed >>> 26) * 0xa5cb9243;
        return unmixed ^ unmixed >>> 16;
    }
}
