package dev.muster.resolve;

import dev.muster.audience.ContactIndex;
import dev.muster.audience.Funnel;
import dev.muster.audience.Roster;
import dev.muster.model.Audience;
import dev.muster.model.Campaign;
import dev.muster.model.LabelId;
import dev.muster.model.LabelName;
import dev.muster.model.project.Policy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** Counts whom audiences reach over one reading of the contacts, and has SeaX count them where it can. */
final class ReachCounter {
    private final Workspace workspace;
    private final Policy policy;
    private final LabelIndex labels;
    private final Optional<ContactIndex> contacts;

    /** An audience that many campaigns share is counted once. */
    private final Map<Audience<LabelId>, Reach.Known> counted = new HashMap<>();

    ReachCounter(Workspace workspace, Policy policy, LabelIndex labels, Optional<ContactIndex> contacts) {
        this.workspace = workspace;
        this.policy = policy;
        this.labels = labels;
        this.contacts = contacts;
    }

    Reach reach(Campaign campaign, Audience<LabelId> audience) {
        if (contacts.isEmpty()) {
            return new Reach.Unknown(
                    "this API does not show which labels a contact has",
                    campaign.expect().atMost().orElse(0));
        }
        return counted.computeIfAbsent(audience, once -> counted(once, contacts.get()));
    }

    private Reach.Known counted(Audience<LabelId> audience, ContactIndex index) {
        return known(audience, Funnel.of(audience, labels::name, index), index);
    }

    Reach.Known known(Audience<LabelId> audience, Funnel funnel, ContactIndex index) {
        return new Reach.Known(
                funnel, serverCount(audience), index.size(), otherRows(audience, funnel.roster(), index));
    }

    private Reach.OtherRows otherRows(Audience<LabelId> audience, Roster roster, ContactIndex index) {
        var byPolicy = audience.exclude().stream()
                .filter(labels::isAboutPeople)
                .collect(Collectors.partitioningBy(label -> isSuppression(labels.name(label))));
        var suppressed = byPolicy.getOrDefault(true, List.of());
        var excluded = byPolicy.getOrDefault(false, List.of());
        return new Reach.OtherRows(
                index.peopleCarrying(suppressed, roster),
                index.peopleCarrying(excluded, roster),
                index.likelyCarrying(suppressed, roster),
                index.likelyCarrying(excluded, roster),
                index.unreadableCarrying(suppressed));
    }

    private boolean isSuppression(String label) {
        return policy.alwaysExclude().contains(new LabelName(label));
    }

    private OptionalInt serverCount(Audience<LabelId> audience) {
        return workspace.capabilities().filters() ? OptionalInt.of(workspace.count(audience)) : OptionalInt.empty();
    }
}
