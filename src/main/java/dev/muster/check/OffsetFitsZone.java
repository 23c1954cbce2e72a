package dev.muster.check;

import dev.muster.definition.Documents;
import dev.muster.definition.Quoted;
import dev.muster.diagnostic.Diagnostic;
import dev.muster.diagnostic.ScheduleRule;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** An offset that the zone beside it does not have at that time: often the offset of the other half of the year. */
final class OffsetFitsZone implements Check {
    @Override
    public List<Diagnostic> check(Documents documents) {
        return new ScheduledTimes(documents)
                .each((time, schedule) -> schedule.part("zone", ZoneId.class)
                        .flatMap(zone -> time.written().offset().flatMap(offset -> finding(time, zone, offset))));
    }

    private static Optional<Diagnostic> finding(ScheduledTimes.Time time, ZoneId zone, ZoneOffset offset) {
        return time.zoneOffsets().contains(offset)
                ? Optional.empty()
                : Optional.of(ScheduleRule.OFFSET_NOT_OF_ZONE.at(
                        time.schedule().at(time.key()),
                        Quoted.of(offset.getId()) + " is not the offset of " + zone
                                + " at that time; the offset counts"));
    }
}
