package dev.muster.plan;

import dev.muster.diagnostic.Diagnostic;
import dev.muster.diagnostic.Severity;
import dev.muster.model.Campaign;
import dev.muster.model.Schedule;
import java.time.Duration;
import java.util.Optional;

/**
 * SeaX starts campaigns by its clock, and every check of a time is made by ours. Where the two are far apart, a start that
 * looks safe may have passed, and SeaX may send at once: a scheduled campaign is then refused, since a clock can be set
 * right. An immediate one goes out when it is posted, whatever the clocks say; quiet hours may be judged wrongly.
 */
record ClockCheck(PlanContext context, Optional<Duration> skew) {
    /** More than what delays and coarse headers explain, and well below every lead that a schedule needs. */
    private static final Duration MOST = Duration.ofMinutes(5);

    Optional<Diagnostic> check(Campaign campaign) {
        return skew.filter(ahead -> ahead.abs().compareTo(MOST) > 0).map(ahead -> finding(campaign, ahead));
    }

    private Diagnostic finding(Campaign campaign, Duration ahead) {
        boolean depends = campaign.schedule() instanceof Schedule.Window
                || context.settings().precautions().hold().isPresent();
        return Diagnostic.of(
                depends ? Severity.ERROR : Severity.WARNING,
                "plan/clock-skew",
                context.places().of(campaign.key() + ".schedule"),
                "SeaX's clock is " + ahead.abs().toMinutes() + " minutes "
                        + (ahead.isNegative() ? "behind" : "ahead of")
                        + " this machine's: starts and quiet hours are judged by a clock that SeaX does not go by",
                "set this machine's clock right, and plan again");
    }
}
