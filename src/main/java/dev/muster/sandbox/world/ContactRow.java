package dev.muster.sandbox.world;

import java.time.Instant;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One row of the contact list; a person may stand on two. The label memberships are kept by the world. */
public record ContactRow(
        String id,
        String name,
        Optional<String> phone,
        Optional<String> whatsapp,
        Map<String, String> fields,
        Instant created) {
    public ContactRow {
        fields = Collections.unmodifiableMap(new TreeMap<>(fields));
    }

    /** The number that identifies the person: digits only, so that blanks and a missing {@code +} make no second one. */
    Optional<String> person() {
        return whatsapp.map(ContactRow::digits);
    }

    private static String digits(String number) {
        var digits = new StringBuilder("+");
        number.chars().filter(Character::isDigit).forEach(digit -> digits.append((char) digit));
        return digits.toString();
    }

    public boolean mentions(String lowerCaseKeyword) {
        return name.toLowerCase(Locale.ROOT).contains(lowerCaseKeyword)
                || phone.filter(number -> number.contains(lowerCaseKeyword)).isPresent()
                || whatsapp.filter(number -> number.contains(lowerCaseKeyword)).isPresent();
    }
}
