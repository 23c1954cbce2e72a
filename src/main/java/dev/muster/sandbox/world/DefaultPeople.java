package dev.muster.sandbox.world;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Made-up people, each with a number of their own that is reserved for fiction or cannot exist. */
final class DefaultPeople {
    static final List<String> FIRST_NAMES = List.of(
            "Ada", "Alma", "Amir", "Anya", "Arun", "Bela", "Bruno", "Carla", "Chidi", "Clara", "Dara", "Diego", "Ebba",
            "Elif", "Emil", "Esme", "Farah", "Felix", "Gita", "Hana", "Hugo", "Ines", "Ivo", "Jamal", "Jonas", "Kaya",
            "Lena", "Leo", "Lina", "Luis", "Maya", "Milo", "Nadia", "Noor", "Olga", "Omar", "Paula", "Priya", "Rafa",
            "Rosa", "Sami", "Sofia", "Tariq", "Uma", "Vera", "Yusuf", "Zoe", "Zora");
    static final List<String> LAST_NAMES = List.of(
            "Abara", "Adler", "Bauer", "Brooks", "Castro", "Chen", "Dahl", "Demir", "Evans", "Fischer", "Gupta",
            "Hayes", "Ito", "Jensen", "Kaur", "Keller", "Lopez", "Marsh", "Mehta", "Moreau", "Novak", "Okafor", "Osei",
            "Park", "Quinn", "Reyes", "Rossi", "Sato", "Silva", "Stone", "Tanaka", "Varga", "Walsh", "Weber", "Young",
            "Zhang");

    /** Where somebody lives whose number says nothing about it. */
    static final List<String> TOWNS = List.of("Springfield", "Riverton", "Fairview", "Greenville");

    private final Generator chance;
    private final Map<Region, Integer> given = new TreeMap<>();

    /** Where numbers come from: what they begin with, how many digits follow, how often, and from which towns. */
    private enum Region {
        FICTION("+1555011", 4, 720, "Springfield,Riverton,Fairview,Greenville"),
        BRITAIN("+447700900", 3, 120, "London,Leeds,Bristol"),
        NEW_YORK("+121255501", 2, 25, "New York"),
        MIAMI("+130555501", 2, 25, "Miami"),
        CHICAGO("+131255501", 2, 25, "Chicago"),
        INDIA("+9155501", 5, 60, "Mumbai,Pune,Delhi"),
        GERMANY("+4917139200", 2, 25, "Berlin,Bremen"),
        /** Who does not fit in anywhere else: a million numbers, of which a small world gives none. */
        ANYWHERE("+15552", 6, 0, "Springfield,Riverton,Fairview,Greenville");

        private final String prefix;
        private final int digits;
        private final int perMille;
        private final String cities;

        Region(String prefix, int digits, int perMille, String cities) {
            this.prefix = prefix;
            this.digits = digits;
            this.perMille = perMille;
            this.cities = cities;
        }

        boolean has(int number) {
            return Integer.toString(number).length() <= digits;
        }

        String number(int number) {
            var text = Integer.toString(number);
            return prefix + "0".repeat(digits - text.length()) + text;
        }
    }

    /** A person as one row shows them. */
    record Person(String name, String number, Map<String, String> fields) {
        /** Whether only name and number are known. */
        boolean isWrittenAnew() {
            return name.indexOf('.') == 1;
        }

        /** The same person typed in a second time: another spelling, the same number, nothing else known. */
        Person writtenAnew() {
            return new Person(name.charAt(0) + "." + name.substring(name.indexOf(' ')), number, Map.of());
        }
    }

    DefaultPeople(Generator chance) {
        this.chance = chance;
    }

    Person next() {
        var first = chance.oneOf(FIRST_NAMES);
        var last = chance.oneOf(LAST_NAMES);
        var region = region();
        int number = given.merge(region, 1, Integer::sum);
        var fields = new TreeMap<String, String>();
        addMostly(960, "first_name", first, fields);
        addMostly(930, "city", chance.oneOf(List.of(region.cities.split(",", -1))), fields);
        addMostly(500, "customer_since", Integer.toString(2018 + chance.below(8)), fields);
        return new Person(first + " " + last, region.number(number), fields);
    }

    private void addMostly(int perMille, String field, String value, Map<String, String> fields) {
        if (chance.perMille(perMille)) {
            fields.put(field, value);
        }
    }

    private Region region() {
        int lot = chance.below(1000);
        for (var region : Region.values()) {
            lot -= region.perMille;
            if (lot < 0 && region.has(given.getOrDefault(region, 0) + 1)) {
                return region;
            }
        }
        return Region.ANYWHERE;
    }
}
