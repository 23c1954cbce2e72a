package dev.muster.model.project;

import dev.muster.model.LabelName;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * What holds for every campaign of a folder, whatever its author writes. {@code alwaysExclude} goes into every request and
 * cannot be switched off; one of {@code requireOptIn} must be among an audience's {@code all}; more than the share {@code
 * maxFailed} of a campaign's messages must not fail.
 */
public record Policy(
        List<LabelName> alwaysExclude,
        List<LabelName> requireOptIn,
        OptionalInt maxReach,
        OptionalInt maxReachPerRun,
        OptionalDouble maxShareOfContacts,
        Duration minLead,
        Restrictions restrictions,
        DriftLimit drift,
        Duration planValidFor,
        OptionalDouble maxFailed) {
    /** The API gives no word on a start that has passed; fifteen minutes leave room for a review and a slow run. */
    public static final Duration DEFAULT_MIN_LEAD = Duration.ofMinutes(15);

    /** A review that is older than a day was of another audience. */
    public static final Duration DEFAULT_PLAN_VALID_FOR = Duration.ofHours(24);

    public Policy {
        alwaysExclude = List.copyOf(alwaysExclude);
        requireOptIn = List.copyOf(requireOptIn);
    }

    /** The same, with the exclusions of another policy added to its own: who is left out by either is left out. */
    public Policy excludingToo(Policy other) {
        var both = Stream.concat(alwaysExclude.stream(), other.alwaysExclude.stream())
                .distinct()
                .toList();
        return new Policy(
                both,
                requireOptIn,
                maxReach,
                maxReachPerRun,
                maxShareOfContacts,
                minLead,
                restrictions,
                drift,
                planValidFor,
                maxFailed);
    }
}
