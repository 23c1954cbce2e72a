package dev.muster.definition;

import java.time.ZoneId;
import java.time.zone.ZoneRulesProvider;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The names of time zones, and what people write instead. An abbreviation such as {@code CST} means several zones, or only a
 * part of the year in one: it is refused, and the zones that it is used for are named. Two zones that are spelt alike are
 * hours apart, so only a mistyped city is guessed, and only in its own region.
 */
final class ZoneNames {
    /** Abbreviations in use, by the tz database (2025b) and the usage of the countries. */
    private static final Map<String, List<String>> ABBREVIATIONS = Stream.of(
                    "EST EDT ET: America/New_York",
                    "CST: America/Chicago America/Mexico_City America/Havana Asia/Shanghai",
                    "CDT: America/Chicago America/Havana",
                    "CT: America/Chicago",
                    "MST: America/Denver America/Phoenix",
                    "MDT MT: America/Denver",
                    "PST: America/Los_Angeles Asia/Manila",
                    "PDT PT: America/Los_Angeles",
                    "AKST AKDT: America/Anchorage",
                    "HST HDT: Pacific/Honolulu",
                    "AST: America/Halifax America/Puerto_Rico Asia/Riyadh",
                    "ADT: America/Halifax",
                    "NST NDT: America/St_Johns",
                    "BRT: America/Sao_Paulo",
                    "ART: America/Argentina/Buenos_Aires",
                    "CLT CLST: America/Santiago",
                    "COT: America/Bogota",
                    "PET: America/Lima",
                    "VET: America/Caracas",
                    "BST: Europe/London Asia/Dhaka",
                    "IST: Asia/Kolkata Europe/Dublin Asia/Jerusalem",
                    "IDT: Asia/Jerusalem",
                    "CEST MEZ MESZ: Europe/Berlin Europe/Paris Europe/Madrid",
                    "EEST: Europe/Athens Europe/Helsinki Africa/Cairo",
                    "WEST: Europe/Lisbon",
                    "MSK: Europe/Moscow",
                    "TRT: Europe/Istanbul",
                    "GST: Asia/Dubai",
                    "IRST: Asia/Tehran",
                    "PKT: Asia/Karachi",
                    "NPT: Asia/Kathmandu",
                    "ICT: Asia/Bangkok Asia/Ho_Chi_Minh",
                    "WIB: Asia/Jakarta",
                    "WITA: Asia/Makassar",
                    "WIT: Asia/Jayapura",
                    "SGT SST: Asia/Singapore",
                    "MYT: Asia/Kuala_Lumpur",
                    "HKT: Asia/Hong_Kong",
                    "PHT: Asia/Manila",
                    "JST: Asia/Tokyo",
                    "KST: Asia/Seoul",
                    "AEST: Australia/Sydney Australia/Brisbane",
                    "AEDT: Australia/Sydney",
                    "ACST: Australia/Adelaide Australia/Darwin",
                    "ACDT: Australia/Adelaide",
                    "AWST: Australia/Perth",
                    "NZST NZDT NZT: Pacific/Auckland",
                    "SAST: Africa/Johannesburg",
                    "EAT: Africa/Nairobi",
                    "CAT: Africa/Maputo",
                    "WAT: Africa/Lagos")
            .map(row -> row.split(": ", 2))
            .flatMap(row ->
                    Stream.of(row[0].split(" ", -1)).map(word -> Map.entry(word, List.of(row[1].split(" ", -1)))))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private ZoneNames() {}

    /** The zone; an abbreviation is none, although some versions of Java know {@code EST} as a zone without summer time. */
    static ZoneId zone(String text) {
        if (ABBREVIATIONS.containsKey(text)
                || !ZoneRulesProvider.getAvailableZoneIds().contains(text)) {
            throw new IllegalArgumentException("not the name of a zone");
        }
        return ZoneId.of(text);
    }

    /** What somebody meant who wrote this, in words. */
    static Optional<String> meant(String text) {
        var zones = ABBREVIATIONS.getOrDefault(text.toUpperCase(Locale.ROOT), List.of());
        if (zones.size() == 1) {
            return Optional.of("write the zone that it is used for: `" + zones.get(0) + "`");
        } else if (!zones.isEmpty()) {
            return Optional.of(
                    "it is used for several zones; write the one that you mean: `" + String.join("`, `", zones) + "`");
        }
        return near(text.replace(' ', '_')).map(zone -> "did you mean `" + zone + "`?");
    }

    private static Optional<String> near(String text) {
        return known().filter(zone -> zone.equalsIgnoreCase(text) || city(zone).equalsIgnoreCase(text))
                .findFirst()
                .or(() -> text.contains("/") ? Suggestions.to(text, inRegion(text)) : Optional.empty());
    }

    private static List<String> inRegion(String text) {
        var regions = known().map(ZoneNames::region).distinct().toList();
        var region = Suggestions.to(region(text), regions).orElse("");
        return known().filter(zone -> region(zone).equals(region)).toList();
    }

    private static String region(String zone) {
        return zone.contains("/") ? zone.substring(0, zone.indexOf('/')) : "";
    }

    private static String city(String zone) {
        return zone.substring(zone.lastIndexOf('/') + 1);
    }

    /** In the order of their names; {@code Etc/…} and {@code SystemV/…} are no places. */
    private static Stream<String> known() {
        return ZoneRulesProvider.getAvailableZoneIds().stream()
                .filter(zone -> zone.contains("/") && !zone.startsWith("Etc/") && !zone.startsWith("SystemV/"))
                .sorted();
    }
}
