package dev.muster.sandbox.world;

import java.util.List;
import java.util.Map;

/**
 * What a shop knows of its people, made from their place in the list alone. Language, customer and last order are in order
 * where they are known, and missing or blank for some. Few have the other fields, and these are as untidy as real lists are:
 * dates and amounts in several forms, and texts that cannot stand in a message or in an address.
 */
final class MadeUpFields {
    private static final long FIELDS = 0x6669656c6473L;
    private static final List<String> BLANK = List.of("", " ");
    private static final List<String> RARE_LANGUAGES = List.of("ES", "pt", "de", "es_MX", " es ", "", "Spanish", "xx");
    private static final List<String> CODES =
            List.of("spring-26", "C 17", "C/Ñ", "17\t", "https://example.com/c", "50%");
    private static final List<String> VISITS =
            List.of("2026-10-17", "17.10.2026", "10/17/26", "yesterday", "2026-02-30", "2026-10-17T09:30:00Z");
    private static final List<String> BALANCES = List.of("120.50", "1.299,00", "free", "-5", "USD 20", "1e3", "0");
    private static final List<String> GREETINGS = List.of(
            "Doña Lucía",
            "Mr & Mrs Ng",
            "Søren",
            "陳小姐",
            "👋 friend",
            "friend of the house",
            "Dear\ncustomer",
            "Dear\tcustomer",
            "Dear     customer",
            "\u200fضيفنا\u200e",
            "   ",
            "member of our circle of friends ".repeat(40).strip(),
            "{first_name}");

    private final Generator chance;
    private final int position;
    private final Map<String, String> fields;

    private MadeUpFields(int position, Map<String, String> fields) {
        this.chance = new Generator((FIELDS << 16) ^ position * 0x9e3779b97f4a7c15L);
        this.position = position;
        this.fields = fields;
    }

    /** Adds what is known of the person at this place. */
    static void add(int position, Map<String, String> fields) {
        var person = new MadeUpFields(position, fields);
        person.addTidy();
        person.addUntidy();
    }

    private void addTidy() {
        put("language", 800, chance.perMille(730) ? "en" : "es", RARE_LANGUAGES);
        put("customer_id", 960, "C-" + (100_000 + position), BLANK);
        var date = "2026-" + two(1 + chance.below(11)) + "-" + two(1 + chance.below(28));
        var amount = (5 + chance.below(495)) + "." + two(chance.below(100));
        if (chance.perMille(600)) {
            fields.put("order_number", "A-" + (200_000 + position));
            put("order_date", 980, date, BLANK);
            put("amount", 980, amount, BLANK);
        }
    }

    /** One in fifty who has a value has a rare one. */
    private void put(String field, int perMille, String usual, List<String> rare) {
        boolean isKnown = chance.perMille(perMille);
        var value = chance.perMille(20) ? chance.oneOf(rare) : usual;
        if (isKnown) {
            fields.put(field, value);
        }
    }

    private void addUntidy() {
        put("campaign_code", CODES);
        put("last_visit", VISITS);
        put("balance", BALANCES);
        put("greeting", GREETINGS);
    }

    private void put(String field, List<String> values) {
        var value = chance.oneOf(values);
        if (chance.perMille(60)) {
            fields.put(field, value);
        }
    }

    private static String two(int number) {
        return (number < 10 ? "0" : "") + number;
    }
}
