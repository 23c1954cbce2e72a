package dev.muster.check;

import dev.muster.definition.Block;
import dev.muster.definition.Documents;
import dev.muster.definition.ScheduleDefinition;
import dev.muster.diagnostic.Diagnostic;
import dev.muster.diagnostic.ScheduleRule;
import java.util.List;
import java.util.Optional;

/** A schedule that ends before it starts reaches nobody, or everybody: the API document does not say. */
final class StartIsBeforeEnd implements Check {
    @Override
    public List<Diagnostic> check(Documents documents) {
        var times = new ScheduledTimes(documents);
        return documents
                .blocks(ScheduleDefinition.class)
                .flatMap(schedule -> finding(times, schedule).stream())
                .toList();
    }

    private static Optional<Diagnostic> finding(ScheduledTimes times, Block<ScheduleDefinition> schedule) {
        var start = times.time(schedule, "start").flatMap(ScheduledTimes.Time::instant);
        var end = times.time(schedule, "end").flatMap(ScheduledTimes.Time::instant);
        return start.isPresent() && end.isPresent() && !start.orElseThrow().isBefore(end.orElseThrow())
                ? Optional.of(ScheduleRule.START_NOT_BEFORE_END.at(
                        schedule.at("end"),
                        "the schedule ends at " + end.orElseThrow() + ", which is not after its start at "
                                + start.orElseThrow()))
                : Optional.empty();
    }
}
