package dev.muster.sandbox;

import java.time.Instant;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One row of the contact list; a person may stand on two. The label memberships are kept by the world. */
record ContactRow(
        String id,
        String name,
        Optional<String> phone,
        Optional<String> whatsapp,
        Map<String, String> fields,
        Instant created) {
    ContactRow {
        fields = Collections.unmodifiableMap(new TreeMap<>(fields));
    }

    /** The number that identifies the person: digits only, so that {@code +} and blanks make no second person. */
    Optional<String> person() {
        return whatsapp.map(number -> "+" + number.replaceAll("\\D", ""));
    }

    boolean mentions(String lowerCaseKeyword) {
        return name.toLowerCase(Locale.ROOT).contains(lowerCaseKeyword)
                || phone.filter(number -> number.contains(lowerCaseKeyword)).isPresent()
                || whatsapp.filter(number -> number.contains(lowerCaseKeyword)).isPresent();
    }
}
