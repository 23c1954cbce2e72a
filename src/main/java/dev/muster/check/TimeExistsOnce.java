package dev.muster.check;

import dev.muster.definition.Documents;
import dev.muster.definition.Quoted;
import dev.muster.diagnostic.Diagnostic;
import dev.muster.diagnostic.ScheduleRule;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * On the days when clocks change, one hour does not exist and another exists twice. A library would quietly pick one
 * reading; the author is asked instead.
 */
final class TimeExistsOnce implements Check {
    @Override
    public List<Diagnostic> check(Documents documents) {
        return new ScheduledTimes(documents)
                .each((time, schedule) -> time.isReadInZone() && time.zone().isPresent()
                        ? finding(time, time.zoneOffsets())
                        : Optional.empty());
    }

    private static Optional<Diagnostic> finding(ScheduledTimes.Time time, List<ZoneOffset> offsets) {
        var local = time.written().local();
        var when = Quoted.of(local.toString()) + (offsets.isEmpty() ? " does not exist in " : " exists twice in ")
                + time.zone().orElseThrow() + ": clocks are set " + (offsets.isEmpty() ? "forward" : "back")
                + " over it";
        return switch (offsets.size()) {
            case 1 -> Optional.empty();
            case 0 ->
                Optional.of(ScheduleRule.TIME_DOES_NOT_EXIST.at(time.schedule().at(time.key()), when));
            default ->
                Optional.of(ScheduleRule.TIME_EXISTS_TWICE.at(
                        time.schedule().at(time.key()),
                        when,
                        "write which one is meant: "
                                + offsets.stream()
                                        .map(offset -> local + "" + offset)
                                        .collect(Collectors.joining(" or "))));
        };
    }
}
