package dev.muster.plan;

import dev.muster.audience.Drift;
import dev.muster.audience.Sketch;
import dev.muster.model.CampaignIdentity;
import dev.muster.model.DriftLimit;
import dev.muster.model.KeyedHash;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Measures how the audiences of a plan moved since it was reviewed, and says when that is too much. Only those who joined
 * count against the limit: nobody saw them in the review. Whoever left, by an opt-out too, is simply not messaged.
 */
public record DriftGauge(KeyedHash hash, DriftLimit limit) {

    /** What a saved plan keeps of its rosters; a campaign of unknown reach has no sketch. */
    SortedMap<CampaignIdentity, Sketch> sketches(Plan plan) {
        var sketches = new TreeMap<CampaignIdentity, Sketch>();
        Crowd.rosters(plan.creates()).forEach((identity, roster) -> sketches.put(identity, Sketch.of(roster, hash)));
        return sketches;
    }

    /** How each audience moved that was reviewed and can be counted. */
    List<Moved> since(SavedPlan saved, Plan plan) {
        return sketches(plan).entrySet().stream()
                .filter(now -> saved.sketches().containsKey(now.getKey()))
                .map(now -> new Moved(now.getKey(), drift(saved, now.getKey(), now.getValue())))
                .toList();
    }

    private static Drift drift(SavedPlan saved, CampaignIdentity identity, Sketch now) {
        return Objects.requireNonNull(saved.sketches().get(identity)).to(now);
    }

    /** Why the plan must be reviewed again, if it must. */
    Optional<String> refusal(List<Moved> moved) {
        var beyond = moved.stream()
                .filter(one -> one.drift().joined() > limit.joiners(one.drift().then()))
                .map(this::tooMany)
                .collect(Collectors.joining("; "));
        return beyond.isEmpty() ? Optional.empty() : Optional.of(beyond + "; plan and review again");
    }

    private String tooMany(Moved moved) {
        var drift = moved.drift();
        return String.format(
                Locale.ROOT,
                "%s: %,d joined, %,d left since the review of %,d people; policy.drift allows %,d to join",
                moved.identity().key(),
                drift.joined(),
                drift.left(),
                drift.then(),
                limit.joiners(drift.then()));
    }
}
