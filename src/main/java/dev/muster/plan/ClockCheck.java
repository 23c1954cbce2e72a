package dev.muster.plan;

import dev.muster.diagnostic.Diagnostic;
import dev.muster.diagnostic.PlanRule;
import dev.muster.model.Campaign;
import java.time.Duration;
import java.util.Optional;

/**
 * SeaX starts campaigns by its clock, and every check of a time is made by ours; other runs judge by theirs how long a claim
 * lasts. Where our clock and SeaX's are far apart, a start that looks safe may have passed, and another run may think that
 * this one is gone while it sends. Nothing is sent then: a clock can be set right.
 */
record ClockCheck(PlanContext context, Optional<Duration> skew) {
    /** More than what delays and coarse headers explain, and well below every lead that a schedule needs. */
    private static final Duration MOST = Duration.ofMinutes(5);

    Optional<Diagnostic> check(Campaign campaign) {
        return skew.filter(ahead -> ahead.abs().compareTo(MOST) > 0).map(ahead -> finding(campaign, ahead));
    }

    private Diagnostic finding(Campaign campaign, Duration ahead) {
        return PlanRule.CLOCK_SKEW.at(
                context.places().of(campaign.key() + ".schedule"),
                "SeaX's clock is " + ahead.abs().toMinutes() + " minutes "
                        + (ahead.isNegative() ? "behind" : "ahead of")
                        + " this machine's: starts, quiet hours and claims are judged by a clock that SeaX does not go by");
    }
}
