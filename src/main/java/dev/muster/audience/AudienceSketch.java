package dev.muster.audience;

import dev.muster.model.KeyedHash;
import dev.muster.model.LabelId;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.roaringbitmap.RoaringBitmap;

/**
 * A roster reduced to what it takes to count who joins and who leaves: the smallest hundred thousand of its people's keyed
 * hashes, cut to forty bits. Smaller rosters are complete, so the count is exact; of larger ones it is a fair sample. It names
 * nobody: without the key, a hash cannot be tied to a number.
 *
 * <p>{@code hashes} is the text form: the differences between sorted hashes as variable-length bytes, in base64. Around five
 * characters a person.
 */
public record AudienceSketch(int people, String hashes) {
    /** Up to so many people are compared exactly. */
    static final int MOST = 100_000;

    static final int BITS = 40;

    /** The sketch of a roster. */
    public static AudienceSketch of(Roster roster, KeyedHash hash) {
        return of(roster, hash, Set.of());
    }

    /**
     * The sketch of a roster to compare with this one, which may have been made by a version that took a number as SeaX wrote
     * it: whoever is in this one in any spelling is the same person. {@code plain} gives the sketch of a roster where all
     * have one spelling.
     */
    public AudienceSketch later(Roster roster, KeyedHash hash, Function<Roster, AudienceSketch> plain) {
        return roster.contacts().spellings().exist() ? of(roster, hash, decoded()) : plain.apply(roster);
    }

    /** The sketch of those who carry one of the labels on any of their contacts and can be messaged at all. */
    public static AudienceSketch ofCarrying(List<LabelId> labels, ContactIndex contacts, KeyedHash hash) {
        return of(named(contacts, labels), contacts, hash, Set.of());
    }

    static RoaringBitmap named(ContactIndex contacts, List<LabelId> labels) {
        return RoaringBitmap.and(contacts.named(contacts.labelledAny(labels)), contacts.withWhatsapp());
    }

    /** The sketch of these numbers, in E.164 and each once. */
    public static AudienceSketch ofNumbers(Collection<String> numbers, KeyedHash hash) {
        var smallest = numbers.stream()
                .map(number -> cut(number, hash))
                .sorted()
                .distinct()
                .limit(MOST)
                .toList();
        return new AudienceSketch(numbers.size(), text(smallest));
    }

    private static AudienceSketch of(Roster roster, KeyedHash hash, Set<Long> then) {
        return of(roster.peopleBits(), roster.contacts(), hash, then);
    }

    private static AudienceSketch of(RoaringBitmap people, ContactIndex contacts, KeyedHash hash, Set<Long> then) {
        var smallest = new TreeSet<Long>();
        people.forEach((int person) -> {
            long cut = cut(contacts, person, hash, then);
            if (smallest.size() < MOST || cut < smallest.last()) {
                smallest.add(cut);
            }
            if (smallest.size() > MOST) {
                smallest.pollLast();
            }
        });
        return new AudienceSketch(people.getCardinality(), text(smallest));
    }

    /** The sketches of rosters from one {@link ContactIndex}, made once for each audience however many campaigns share it. */
    public static Function<Roster, AudienceSketch> ofEach(KeyedHash hash) {
        var made = new HashMap<RoaringBitmap, AudienceSketch>();
        return roster -> made.computeIfAbsent(roster.peopleBits(), people -> of(roster, hash));
    }

    /** What is kept of a person, in the spelling that is among the others, if one is. */
    static long cut(ContactIndex contacts, int person, KeyedHash hash, Set<Long> others) {
        return contacts.spellings().exist()
                ? contacts.keptAs(person)
                        .map(number -> cut(number, hash))
                        .filter(others::contains)
                        .findFirst()
                        .orElseGet(() -> cut(contacts.number(person), hash))
                : cut(contacts.number(person), hash);
    }

    /** What is kept of a person. */
    static long cut(String number, KeyedHash hash) {
        return hash.of(number) >>> (Long.SIZE - BITS);
    }

    /** A text that is not a sketch of so many people is an {@link IllegalArgumentException}. */
    public AudienceSketch {
        var count = decoded(hashes).size();
        if (people < 0 || count > Math.min(people, MOST)) {
            throw new IllegalArgumentException("not a sketch of " + people + " people");
        }
    }

    /** Who joined and who left from this sketch to a later one, made with the same key. */
    public Drift to(AudienceSketch later) {
        var leavers = leavers(later);
        return isWhole() && later.isWhole()
                ? new Drift(
                        people,
                        later.people,
                        later.leavers(this).hashes().size(),
                        leavers.hashes().size(),
                        true)
                : estimate(later, leavers.estimate(leavers.hashes()));
    }

    /** Who is in this sketch and not in a later one, as far as both reach. */
    OptedOut.Leavers leavers(AudienceSketch later) {
        var then = decoded(hashes);
        var now = decoded(later.hashes);
        long reach = Math.min(reach(then), later.reach(now));
        var left = new HashSet<>(then.headSet(reach, true));
        left.removeAll(now);
        boolean isSample = reach != Long.MAX_VALUE;
        return new OptedOut.Leavers(left, isSample ? scale(reach) : 1);
    }

    /** How many people stand for one, where only the hashes up to there are known. */
    static double scale(long reach) {
        return Math.scalb(1.0, BITS) / (reach + 1);
    }

    /** The hashes themselves. */
    NavigableSet<Long> decoded() {
        return decoded(hashes);
    }

    /** The net growth is known exactly, so an estimate of those who left gives one of those who joined. */
    private Drift estimate(AudienceSketch later, int left) {
        int joined = Math.max(0, later.people - people + left);
        return new Drift(people, later.people, joined, people - later.people + joined, false);
    }

    /** Up to which hash this sketch knows everybody. */
    long reach(NavigableSet<Long> decoded) {
        return isWhole() ? Long.MAX_VALUE : decoded.last();
    }

    boolean isWhole() {
        return people <= MOST;
    }

    static String text(Collection<Long> sorted) {
        var bytes = new ByteArrayOutputStream();
        long before = -1;
        for (long hash : sorted) {
            variable(hash - before - 1, bytes);
            before = hash;
        }
        return Base64.getEncoder().withoutPadding().encodeToString(bytes.toByteArray());
    }

    private static void variable(long number, ByteArrayOutputStream bytes) {
        long rest = number;
        while (rest > 0x7f) {
            bytes.write((int) (rest & 0x7f) | 0x80);
            rest >>>= 7;
        }
        bytes.write((int) rest);
    }

    private static NavigableSet<Long> decoded(String text) {
        var hashes = new TreeSet<Long>();
        long before = -1;
        for (long gap : gaps(Base64.getDecoder().decode(text))) {
            before += gap + 1;
            if (before >>> BITS != 0) {
                throw new IllegalArgumentException("not a sketch: a hash of more than " + BITS + " bits");
            }
            hashes.add(before);
        }
        return hashes;
    }

    private static List<Long> gaps(byte[] bytes) {
        var gaps = new ArrayList<Long>();
        long gap = 0;
        int shift = 0;
        for (byte next : bytes) {
            gap |= (next & 0x7fL) << shift;
            shift = next < 0 ? shift + 7 : 0;
            if (shift > BITS) {
                throw new IllegalArgumentException("not a sketch: a number without end");
            }
            if (next >= 0) {
                gaps.add(gap);
                gap = 0;
            }
        }
        return gaps;
    }
}
