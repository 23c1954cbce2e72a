package dev.muster.plan.approval;

import dev.muster.audience.AudienceSketch;
import dev.muster.audience.OptedOut;
import dev.muster.audience.Roster;
import dev.muster.model.CampaignIdentity;
import dev.muster.model.KeyedHash;
import dev.muster.model.KeyedRoster;
import dev.muster.model.project.DriftLimit;
import dev.muster.plan.Action;
import dev.muster.plan.Plan;
import dev.muster.plan.RunAudience;
import dev.muster.resolve.Reach;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Measures how the audiences of a plan moved since it was reviewed, and says when that is too much. Those who joined count
 * against the limit, because nobody saw them in the review, and those who opted out, because a wave of them is a reason to
 * look again. Whoever left is not messaged in any case.
 */
public record DriftGauge(KeyedHash hash, DriftLimit limit) {

    /** What is kept of a plan's rosters; a campaign of unknown reach has no sketch. */
    public SortedMap<CampaignIdentity, AudienceSketch> sketches(Plan plan) {
        var sketches = new TreeMap<CampaignIdentity, AudienceSketch>();
        var sketch = AudienceSketch.ofEach(hash);
        RunAudience.rosters(plan.creates()).forEach((identity, roster) -> sketches.put(identity, sketch.apply(roster)));
        return sketches;
    }

    /** The people of a create, where they can be counted. */
    Optional<KeyedRoster> people(Action.Create create) {
        return create.campaign().reach() instanceof Reach.Known known
                ? Optional.of(known.funnel().roster().keyed(hash))
                : Optional.empty();
    }

    /** How each audience moved that was reviewed and can be counted. */
    List<AudienceDrift> since(SavedPlan saved, Plan plan) {
        var sketch = AudienceSketch.ofEach(hash);
        return RunAudience.rosters(plan.creates()).entrySet().stream()
                .flatMap(now -> Optional.ofNullable(saved.sketches().get(now.getKey())).stream()
                        .map(then -> moved(
                                then, then.later(now.getValue(), hash, sketch), now.getKey(), now.getValue(), plan)))
                .toList();
    }

    private AudienceDrift moved(
            AudienceSketch then, AudienceSketch now, CampaignIdentity identity, Roster roster, Plan plan) {
        var labels = plan.crowd().suppression().labels();
        return new AudienceDrift(identity, then.to(now), OptedOut.between(then, now, labels, roster.contacts(), hash));
    }

    /** Why the plan must be reviewed again, if it must. */
    Optional<String> refusal(List<AudienceDrift> moved) {
        var beyond = moved.stream()
                .flatMap(one -> Stream.of(tooManyJoined(one), tooManyOptedOut(one)))
                .flatMap(Optional::stream)
                .collect(Collectors.joining("; "));
        return beyond.isEmpty() ? Optional.empty() : Optional.of(beyond + ": plan and review again");
    }

    private Optional<String> tooManyJoined(AudienceDrift moved) {
        var drift = moved.drift();
        return drift.joined() <= limit.joiners(drift.then())
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT,
                        "%s: %,d joined, %,d left since the review of %,d people, policy.drift allows %,d to join",
                        moved.identity().key(),
                        drift.joined(),
                        drift.left(),
                        drift.then(),
                        limit.joiners(drift.then())));
    }

    private Optional<String> tooManyOptedOut(AudienceDrift moved) {
        var optedOut = moved.optedOut();
        return optedOut.people() <= limit.suppressed()
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT,
                        "%s: %,d %s opted out since the review (%s), policy.drift allows %,d",
                        moved.identity().key(),
                        optedOut.people(),
                        optedOut.people() == 1 ? "person" : "people",
                        optedOut.words(),
                        limit.suppressed()));
    }
}
