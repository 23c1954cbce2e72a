package dev.muster.resolve;

import dev.muster.diagnostic.AudienceRule;
import dev.muster.diagnostic.Diagnostic;
import dev.muster.diagnostic.Place;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a reading of the contacts saw change, in words. */
record MovementFindings(PeopleReading people, Place place) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    List<Diagnostic> all() {
        var findings = new ArrayList<Diagnostic>();
        var movement = people.movement();
        if (movement.changes() > 0) {
            findings.add(AudienceRule.CONTACTS_MOVED.at(place, moved(movement)));
        }
        if (people.optedOut() > 0) {
            findings.add(AudienceRule.OPTED_OUT_MEANWHILE.at(
                    place,
                    count(people.optedOut(), "person", "people")
                            + " opted out while the workspace was read; they get no message"));
        }
        return findings;
    }

    private String moved(Movement movement) {
        var parts = new ArrayList<String>();
        add(movement.added(), "added", parts);
        add(movement.removed(), "removed", parts);
        add(movement.relabelled(), "relabelled", parts);
        return "contacts changed while they were read" + times(movement) + ": at least " + String.join(", ", parts);
    }

    private static void add(int count, String word, List<String> parts) {
        if (count > 0) {
            parts.add(count(count, word, word));
        }
    }

    private static String count(int count, String one, String several) {
        return String.format(Locale.ROOT, "%,d %s", count, count == 1 ? one : several);
    }

    private static String times(Movement movement) {
        return movement.from().isPresent() && movement.to().isPresent()
                ? ", " + time(movement.from().get()) + " to "
                        + time(movement.to().get()) + " UTC"
                : "";
    }

    private static String time(Instant instant) {
        return TIME.format(instant);
    }
}
