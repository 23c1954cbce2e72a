package dev.muster.report;

import dev.muster.model.Schedule;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Times as people read them, always with their zone and never in the machine's own. */
public final class Times {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

    private Times() {}

    /** {@code Tue 1 Dec 2026 10:00 → 18:00 America/New_York}, or what an immediate campaign does. */
    public static String of(Schedule schedule) {
        if (schedule instanceof Schedule.Window window) {
            var start = window.start().atZone(window.zone());
            var end = window.end().map(at -> " → " + end(start, at.atZone(window.zone())));
            return minute(start) + end.orElse("") + " " + window.zone();
        }
        return "SENDS NOW, on apply";
    }

    public static String day(Instant at, ZoneId zone) {
        return DAY.format(at.atZone(zone));
    }

    public static String minute(Instant at) {
        return minute(at.atZone(ZoneOffset.UTC)) + " UTC";
    }

    /** For lines of a log, where many are of one minute: {@code 2026-12-01T15:00:10Z}. */
    public static String second(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static String minute(ZonedDateTime at) {
        return DAY.format(at) + " " + MINUTE.format(at);
    }

    private static String end(ZonedDateTime start, ZonedDateTime end) {
        return start.toLocalDate().equals(end.toLocalDate()) ? MINUTE.format(end) : minute(end);
    }
}
