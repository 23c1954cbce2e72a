package dev.muster.definition;

import java.time.ZoneId;
import java.util.Optional;

/**
 * When a campaign goes out, in a document of its own or inside a campaign. To send on apply, a campaign writes
 * {@code schedule: immediately}.
 *
 * <pre>{@code
 * kind: schedule                       # these two in a document only
 * key: first-of-december
 * start: 2026-12-01T10:00
 * end: 2026-12-01T18:00
 * zone: America/New_York               # or offsets in start and end
 * }</pre>
 */
public record ScheduleDefinition(
        @Doc(value = "When sending starts, in `zone` or with an offset", example = "2026-12-01T10:00")
        WrittenTime start,

        @Doc(value = "When sending must be over, in `zone` or with an offset", example = "2026-12-01T18:00")
        Optional<WrittenTime> end,

        @Doc(value = "The time zone of times without an offset", example = "America/New_York")
        Optional<ZoneId> zone) {}
