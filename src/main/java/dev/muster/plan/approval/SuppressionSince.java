package dev.muster.plan.approval;

import dev.muster.audience.AudienceSketch;
import dev.muster.audience.Released;
import dev.muster.audience.Roster;
import dev.muster.model.KeyedHash;
import dev.muster.plan.Plan;
import dev.muster.plan.RunAudience;
import dev.muster.plan.Shrinkage;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Whether those who were kept out at a review still are. Nobody reviewed a message to them, so they are no joiners whom
 * {@code policy.drift} could allow.
 */
record SuppressionSince(ReviewedSuppression reviewed, Plan plan, KeyedHash hash) {
    private static final String CURE = ": see in SeaX who lost the label and give it back, or plan and review again";

    /** What a review of this plan saw. */
    static ReviewedSuppression of(Plan plan, KeyedHash hash) {
        var suppression = plan.crowd().suppression();
        var contacts = RunAudience.rosters(plan.creates()).values().stream()
                .findFirst()
                .map(Roster::contacts)
                .filter(known -> !suppression.labels().isEmpty());
        return new ReviewedSuppression(
                plan.crowd().suppressionAt(plan.at()),
                contacts.map(known -> AudienceSketch.ofCarrying(suppression.ids(), known, hash)));
    }

    /** Why the plan must be reviewed again, if it must. */
    Optional<String> refusal() {
        return released().or(this::shrunk).map(why -> why + CURE);
    }

    private Optional<String> released() {
        var rosters = RunAudience.rosters(plan.creates()).values();
        var ids = plan.crowd().suppression().ids();
        return reviewed.people()
                .flatMap(then ->
                        rosters.stream().findFirst().map(roster -> Released.since(then, ids, roster.contacts(), hash)))
                .map(released -> released.among(rosters))
                .filter(people -> people > 0)
                .map(SuppressionSince::words);
    }

    private static String words(int people) {
        return String.format(
                Locale.ROOT,
                people == 1
                        ? "%,d person was suppressed at the review and is not any more"
                        : "%,d people were suppressed at the review and are not any more",
                people);
    }

    private Optional<String> shrunk() {
        var found = plan.crowd().suppression().labels().stream()
                .flatMap(
                        label -> Optional.ofNullable(reviewed.labels().get(label.name()))
                                .flatMap(then -> Shrinkage.since(then, label))
                                .stream())
                .map(shrinkage -> shrinkage.words("the review"))
                .collect(Collectors.joining("; "));
        return found.isEmpty() ? Optional.empty() : Optional.of(found);
    }
}
