package dev.muster.sandbox.world;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * A person made from a position alone: the same whenever asked for, so that a workspace of millions keeps none of them. No two
 * positions have the same number. All numbers cannot exist: the area code 555 is nobody's, and no Indian number begins with 52.
 */
record MadeUpPerson(int position) {
    /** The labels that they can have, in the order of the bits of {@link #marks}. */
    static final List<String> LABELS = List.of(
            DefaultWorld.PREMIUM,
            DefaultWorld.NEW,
            DefaultWorld.VIP,
            DefaultWorld.NEWSLETTER,
            DefaultWorld.OPT_IN,
            DefaultWorld.RECENT,
            DefaultWorld.DNC,
            DefaultWorld.UNSUBSCRIBED,
            DefaultWorld.INVALID,
            DefaultWorld.UNREACHABLE);

    private static final int WHATSAPP = LABELS.size();
    private static final long MARKS = 0x6d61726b73L;
    private static final long NAMES = 0x6e616d6573L;
    /** From here on the seven digits after the area code are used up. */
    private static final int AREA_CODE_FULL = 8_000_000;

    private Generator chance(long what) {
        return new Generator((what << 32) ^ position * 0x9e3779b97f4a7c15L);
    }

    /**
     * One bit for each label, and one more for a WhatsApp number: as frequent as among the first customers. Six lots of 1,024
     * are cut from each random number, because millions of people draw.
     */
    int marks() {
        var chance = chance(MARKS);
        long some = chance.next();
        long more = chance.next();
        boolean optedIn = lot(some, 0) < 911;
        int kind = lot(some, 1);
        boolean isPremium = kind < 635;
        int marks = mark(isPremium, 0) | mark(kind >= 563, 1) | mark(isPremium && lot(some, 2) < 123, 2);
        marks |= mark(lot(some, 3) < 358, 3) | mark(optedIn, 4) | mark(lot(some, 4) < 143, 5);
        marks |= mark(lot(some, 5) < 15, 6) | mark(lot(more, 0) < 51, 7);
        marks |= mark(lot(more, 1) < 5, 8) | mark(lot(more, 2) < 5, 9);
        return marks | mark(optedIn || lot(more, 3) < 922, WHATSAPP);
    }

    private static int lot(long random, int place) {
        return (int) (random >>> (10 * place)) & 1023;
    }

    private static int mark(boolean condition, int bit) {
        return condition ? 1 << bit : 0;
    }

    static boolean hasWhatsapp(int marks) {
        return (marks & 1 << WHATSAPP) != 0;
    }

    List<String> labels() {
        int marks = marks();
        return IntStream.range(0, LABELS.size())
                .filter(label -> (marks & 1 << label) != 0)
                .mapToObj(LABELS::get)
                .toList();
    }

    ContactRow row(String id, Instant created) {
        var chance = chance(NAMES);
        var first = chance.oneOf(DefaultPeople.FIRST_NAMES);
        var last = chance.oneOf(DefaultPeople.LAST_NAMES);
        var number = Optional.of(number(chance.perMille(100)));
        return new ContactRow(
                id,
                first + " " + last,
                number,
                hasWhatsapp(marks()) ? number : Optional.empty(),
                fields(first, position, chance),
                created);
    }

    private String number(boolean isAbroad) {
        if (isAbroad || position >= AREA_CODE_FULL) {
            var text = Integer.toString(position);
            return "+9152" + "0".repeat(8 - text.length()) + text;
        }
        return "+1555" + (2_000_000 + position);
    }

    /** Who would have this number. */
    static Optional<Integer> position(String number) {
        if (number.matches("\\+1555[2-9][0-9]{6}")) {
            return Optional.of(Integer.parseInt(number.substring("+1555".length())) - 2_000_000);
        }
        return Optional.of(number)
                .filter(text -> text.matches("\\+9152[0-9]{8}"))
                .map(text -> Integer.valueOf(text.substring("+9152".length())));
    }

    private static Map<String, String> fields(String first, int position, Generator chance) {
        var fields = new TreeMap<String, String>();
        if (chance.perMille(960)) {
            fields.put("first_name", first);
        }
        if (chance.perMille(930)) {
            fields.put("city", chance.oneOf(DefaultPeople.TOWNS));
        }
        if (chance.perMille(500)) {
            fields.put("customer_since", Integer.toString(2018 + chance.below(8)));
        }
        MadeUpFields.add(position, fields);
        return fields;
    }
}
