package dev.muster.plan;

import dev.muster.diagnostic.Diagnostic;
import dev.muster.lock.SendState;
import dev.muster.model.CampaignIdentity;
import dev.muster.model.Schedule;
import dev.muster.policy.MessagingLimitGuard;
import dev.muster.resolve.Reach;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How many people a plan and the sends before it message, and when: held against what WhatsApp allows. */
record MessagingLimitCheck(PlanContext context, List<PlannedChange> planned) {
    List<Diagnostic> findings() {
        var limit = context.policy().restrictions().messagingLimit();
        return limit.isEmpty()
                ? List.of()
                : MessagingLimitGuard.check(
                        creates(), sent(), limit.getAsInt(), context.places().of("project.policy.messaging_limit"));
    }

    private List<MessagingLimitGuard.Batch> creates() {
        return planned.stream()
                .map(PlannedChange::action)
                .filter(Action.Create.class::isInstance)
                .map(action -> batch((Action.Create) action))
                .toList();
    }

    private MessagingLimitGuard.Batch batch(Action.Create create) {
        var roster = create.campaign().reach() instanceof Reach.Known known
                ? Optional.of(known.funnel().roster())
                : Optional.<dev.muster.audience.Roster>empty();
        return new MessagingLimitGuard.Batch(create.start(context.now()), create.people(), roster);
    }

    /** What may have been sent, by its start where its definition is still there, else by when it was posted. */
    private List<MessagingLimitGuard.Batch> sent() {
        var starts = starts();
        return context.lock().stream()
                .flatMap(lock -> lock.entries().values().stream())
                .filter(entry -> SendState.of(entry).mayHaveReachedPeople())
                .map(entry -> new MessagingLimitGuard.Batch(
                        starts.getOrDefault(entry.identity(), entry.attempt().at()),
                        entry.attempt().audience().people(),
                        Optional.empty()))
                .toList();
    }

    private Map<CampaignIdentity, Instant> starts() {
        var starts = new HashMap<CampaignIdentity, Instant>();
        planned.stream()
                .flatMap(change -> change.change().definition().stream())
                .forEach(campaign -> {
                    if (campaign.schedule() instanceof Schedule.Window window) {
                        starts.put(campaign.identity(), window.start());
                    }
                });
        return starts;
    }
}
