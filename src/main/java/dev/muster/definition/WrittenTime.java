package dev.muster.definition;

import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;

/** A date and time as written: {@code 2026-12-01T10:00}, or with its offset {@code 2026-12-01T10:00-05:00}. */
public record WrittenTime(LocalDateTime local, Optional<ZoneOffset> offset) {
    private static final String LOCAL = "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2})?";
    private static final String OFFSET = "(Z|[+-][0-9]{2}:[0-9]{2})";

    /** What a time looks like; the published schemas use the same expression. */
    public static final String FORM = LOCAL + OFFSET + "?$";

    /** The same for a time that must have an offset. */
    public static final String FORM_WITH_OFFSET = LOCAL + OFFSET + "$";

    private static final Pattern WITH_OFFSET = Pattern.compile(FORM_WITH_OFFSET);

    /** Reads what {@link #FORM} describes; a day or an hour that does not exist is an exception. */
    static WrittenTime parse(String text) {
        if (!WITH_OFFSET.matcher(text).matches()) {
            return new WrittenTime(LocalDateTime.parse(text), Optional.empty());
        }
        var time = OffsetDateTime.parse(text);
        return new WrittenTime(time.toLocalDateTime(), Optional.of(time.getOffset()));
    }
}
