package dev.muster.sandbox;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Made-up people, each with a number of their own that is reserved for fiction or cannot exist. */
final class DefaultPeople {
    private static final List<String> FIRST_NAMES = List.of(
            "Ada", "Alma", "Amir", "Anya", "Arun", "Bela", "Bruno", "Carla", "Chidi", "Clara", "Dara", "Diego", "Ebba",
            "Elif", "Emil", "Esme", "Farah", "Felix", "Gita", "Hana", "Hugo", "Ines", "Ivo", "Jamal", "Jonas", "Kaya",
            "Lena", "Leo", "Lina", "Luis", "Maya", "Milo", "Nadia", "Noor", "Olga", "Omar", "Paula", "Priya", "Rafa",
            "Rosa", "Sami", "Sofia", "Tariq", "Uma", "Vera", "Yusuf", "Zoe", "Zora");
    private static final List<String> LAST_NAMES = List.of(
            "Abara", "Adler", "Bauer", "Brooks", "Castro", "Chen", "Dahl", "Demir", "Evans", "Fischer", "Gupta",
            "Hayes", "Ito", "Jensen", "Kaur", "Keller", "Lopez", "Marsh", "Mehta", "Moreau", "Novak", "Okafor", "Osei",
            "Park", "Quinn", "Reyes", "Rossi", "Sato", "Silva", "Stone", "Tanaka", "Varga", "Walsh", "Weber", "Young",
            "Zhang");

    private final Generator chance;
    private final Map<Region, Integer> given = new TreeMap<>();

    /** Where numbers come from, how often, and how many of them there are. */
    private enum Region {
        FICTION("+1555011%04d", 9_999, 720, "Springfield,Riverton,Fairview,Greenville"),
        BRITAIN("+447700900%03d", 999, 120, "London,Leeds,Bristol"),
        NEW_YORK("+121255501%02d", 99, 25, "New York"),
        MIAMI("+130555501%02d", 99, 25, "Miami"),
        CHICAGO("+131255501%02d", 99, 25, "Chicago"),
        INDIA("+9155501%05d", 99_999, 60, "Mumbai,Pune,Delhi"),
        GERMANY("+4917139200%02d", 99, 25, "Berlin,Bremen");

        private final String pattern;
        private final int size;
        private final int perMille;
        private final String cities;

        Region(String pattern, int size, int perMille, String cities) {
            this.pattern = pattern;
            this.size = size;
            this.perMille = perMille;
            this.cities = cities;
        }
    }

    /** A person as one row shows them. */
    record Person(String name, String number, Map<String, String> fields) {
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
        return new Person(first + " " + last, String.format(Locale.ROOT, region.pattern, number), fields);
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
            if (lot < 0 && given.getOrDefault(region, 0) < region.size) {
                return region;
            }
        }
        return Region.FICTION;
    }
}
