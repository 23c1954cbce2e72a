package dev.muster.plan;

import dev.muster.audience.Funnel;
import dev.muster.lock.LockEntry;
import dev.muster.model.Campaign;
import dev.muster.model.CampaignIdentity;
import dev.muster.model.Marker;
import dev.muster.model.PartName;
import dev.muster.model.Schedule;
import dev.muster.model.Template;
import dev.muster.part.PartLimits;
import dev.muster.part.PartMember;
import dev.muster.part.Partition;
import dev.muster.resolve.NumberedAudience;
import dev.muster.resolve.ResolvedCampaign;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Cuts the people of a campaign by numbers into the parts that are posted. */
final class PartPlanner {
    private final PlanContext context;
    private final Campaign campaign;
    private final ResolvedCampaign ready;
    private final NumberedAudience numbered;

    PartPlanner(PlanContext context, Campaign campaign, ResolvedCampaign ready, NumberedAudience numbered) {
        this.context = context;
        this.campaign = campaign;
        this.ready = ready;
        this.numbered = numbered;
    }

    NumbersPlan plan() {
        var partition = partition(context, campaign, numbered);
        return new NumbersPlan(
                campaign.message().byNumbers().orElseThrow(),
                numbered.values(),
                ready.senders().get(0).number(),
                partition.parts().entrySet().stream()
                        .map(part -> part(part.getKey(), part.getValue()))
                        .toList(),
                numbered.excluded(),
                partition.chunks(),
                campaign.schedule() instanceof Schedule.Window window ? window.end() : Optional.empty());
    }

    /** Whoever belongs to a part that is sent or given up joined too late: that part is never posted again. */
    static ResolvedCampaign withoutLate(PlanContext context, Campaign campaign, ResolvedCampaign ready) {
        var over = over(context, campaign);
        if (over.isEmpty() || ready.numbered().isEmpty()) {
            return ready;
        }
        var parts = partition(context, campaign, ready.numbered().get()).parts();
        var late = parts.entrySet().stream()
                .filter(part -> over.contains(part.getKey()))
                .flatMap(part -> part.getValue().stream())
                .toList();
        return ready.without(late, Funnel.Kind.JOINED_TOO_LATE);
    }

    private static Set<PartName> over(PlanContext context, Campaign campaign) {
        return context.lock().stream()
                .flatMap(lock -> lock.generations(campaign.key()))
                .filter(entry -> !(entry instanceof LockEntry.Rejected))
                .filter(entry -> entry.identity().whole().equals(campaign.identity()))
                .flatMap(entry -> entry.identity().part().stream())
                .collect(Collectors.toSet());
    }

    /** What each part of these people is recorded as. */
    static Stream<CampaignIdentity> identities(PlanContext context, Campaign campaign, NumberedAudience numbered) {
        return partition(context, campaign, numbered).parts().keySet().stream().map(campaign.identity()::part);
    }

    private static Partition partition(PlanContext context, Campaign campaign, NumberedAudience numbered) {
        return Partition.of(
                numbered.members(),
                context.workspace().workspaceId(),
                campaign.identity(),
                numbered.templates().size() > 1,
                numbered.chunks(),
                new PartLimits(context.settings().maxDestinations(), PartLimits.DEFAULT_BYTES));
    }

    private PlannedPart part(PartName name, List<PartMember> people) {
        var identity = campaign.identity().part(name);
        var marker = Marker.of(context.workspace().workspaceId(), identity);
        return new PlannedPart(identity, marker, campaign.name() + marker.suffix(), template(people), people);
    }

    private Template template(List<PartMember> people) {
        return Objects.requireNonNull(numbered.templates().get(people.get(0).language()));
    }
}
