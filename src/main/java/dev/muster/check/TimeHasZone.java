package dev.muster.check;

import dev.muster.definition.Documents;
import dev.muster.definition.Quoted;
import dev.muster.diagnostic.Diagnostic;
import dev.muster.diagnostic.ScheduleRule;
import java.util.List;
import java.util.Optional;

/** A time names its zone or offset: the machine that runs the apply is often in another one, and people are woken. */
final class TimeHasZone implements Check {
    @Override
    public List<Diagnostic> check(Documents documents) {
        var times = new ScheduledTimes(documents);
        return times.each((time, schedule) -> time.isReadInZone() && time.zone().isEmpty() && times.knowsZones(schedule)
                ? Optional.of(finding(time))
                : Optional.empty());
    }

    private static Diagnostic finding(ScheduledTimes.Time time) {
        var local = time.written().local();
        return ScheduleRule.NO_ZONE.at(
                time.schedule().at(time.key()),
                Quoted.of(local.toString()) + " has no time zone",
                "add `zone: America/New_York` to the schedule or the project's `defaults`, or write the offset: "
                        + local + "-05:00");
    }
}
