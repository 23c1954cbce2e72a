package dev.muster.check;

import dev.muster.definition.Block;
import dev.muster.definition.Documents;
import dev.muster.definition.ProjectDefinition.Defaults;
import dev.muster.definition.ScheduleDefinition;
import dev.muster.definition.WrittenTime;
import dev.muster.diagnostic.Diagnostic;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** What the times of schedules mean: in their own offset, else in the schedule's zone, else in the project's. */
record ScheduledTimes(Documents documents) {
    static final List<String> KEYS = List.of("start", "end");

    /** One written time of a schedule, its key, and the zone it is read in. */
    record Time(Block<ScheduleDefinition> schedule, String key, WrittenTime written, Optional<ZoneId> zone) {
        /** The offsets that the zone knows for this time: one, none in a gap, two in an overlap. */
        List<ZoneOffset> zoneOffsets() {
            return zone.map(z -> z.getRules().getValidOffsets(written.local())).orElse(List.of());
        }

        /** The moment, if there is exactly one. */
        Optional<Instant> instant() {
            return written.offset()
                    .or(() -> zoneOffsets().size() == 1
                            ? Optional.of(zoneOffsets().get(0))
                            : Optional.empty())
                    .map(written.local()::toInstant);
        }

        boolean isReadInZone() {
            return written.offset().isEmpty();
        }
    }

    /** Judges every time of every schedule. */
    List<Diagnostic> each(BiFunction<Time, Block<ScheduleDefinition>, Optional<Diagnostic>> judge) {
        return documents
                .blocks(ScheduleDefinition.class)
                .flatMap(schedule -> times(schedule).flatMap(time -> judge.apply(time, schedule).stream()))
                .toList();
    }

    Stream<Time> times(Block<ScheduleDefinition> schedule) {
        return KEYS.stream().flatMap(key -> time(schedule, key).stream());
    }

    Optional<Time> time(Block<ScheduleDefinition> schedule, String key) {
        return schedule.part(key, WrittenTime.class).map(written -> new Time(schedule, key, written, zone(schedule)));
    }

    /** The zone of a schedule: its own, or the project's default. */
    Optional<ZoneId> zone(Block<ScheduleDefinition> schedule) {
        return schedule.part("zone", ZoneId.class)
                .or(() -> defaults().flatMap(defaults -> defaults.part("zone", ZoneId.class)));
    }

    /** Whether a schedule without a zone really has none, and not one that could not be read. */
    boolean knowsZones(Block<ScheduleDefinition> schedule) {
        return schedule.isBound("zone")
                && documents
                        .project()
                        .filter(project -> project.isBound("defaults"))
                        .isPresent()
                && defaults().map(defaults -> defaults.isBound("zone")).orElse(true);
    }

    private Optional<Block<Defaults>> defaults() {
        return documents.inProject(Defaults.class);
    }
}
