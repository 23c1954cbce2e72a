package dev.muster.plan;

import dev.muster.diagnostic.Diagnostic;
import dev.muster.model.CampaignKey;
import dev.muster.model.project.Restrictions.Frequency;
import dev.muster.policy.EarlierOrPlannedSend;
import dev.muster.policy.MaxMessagesPerPerson;
import dev.muster.policy.RecipientZones;
import dev.muster.resolve.Reach;
import dev.muster.resolve.Resolution;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Holds back the campaigns of a plan that would message people too often. They are taken in the order of their starts: each
 * is judged after what the lock knows to have been sent and after those before it that go out, so a plan of too many
 * campaigns still sends the first ones.
 */
final class FrequencyCap {
    private final PlanContext context;
    private final RecipientZones whereabouts;
    private final Optional<Frequency> cap;
    private final List<EarlierOrPlannedSend> others = new ArrayList<>();

    FrequencyCap(PlanContext context, RecipientZones whereabouts, Optional<Resolution> resolution) {
        this.context = context;
        this.whereabouts = whereabouts;
        this.cap = context.policy().restrictions().maxMessagesPerPerson();
        cap.map(limit -> EarlierSends.of(context.lock(), context.now(), limit.within(), resolution))
                .ifPresent(earlier -> earlier.others().forEach(others::add));
    }

    /** The same changes in the same order, some of them blocked. */
    List<PlannedChange> hold(List<PlannedChange> planned) {
        if (cap.isEmpty()) {
            return planned;
        }
        Map<CampaignKey, PlannedChange> judged = new HashMap<>();
        planned.stream()
                .filter(change -> change.action() instanceof Action.Create)
                .sorted(Comparator.comparing(
                                (PlannedChange change) -> create(change).start(context.now()))
                        .thenComparing(PlannedChange::key))
                .forEach(change -> judged.put(change.key(), judge(change, create(change))));
        return planned.stream()
                .map(change -> judged.getOrDefault(change.key(), change))
                .toList();
    }

    private static Action.Create create(PlannedChange change) {
        return (Action.Create) change.action();
    }

    private PlannedChange judge(PlannedChange change, Action.Create create) {
        var finding = MaxMessagesPerPerson.check(context.proposal(create.campaign(), whereabouts), others);
        if (finding.filter(Diagnostic::stops).isPresent()) {
            return with(change, new Action.Blocked(Reason.GUARD), finding.get());
        }
        if (create.campaign().reach() instanceof Reach.Known known) {
            others.add(EarlierOrPlannedSend.planned(
                    change.key(), create.start(context.now()), known.funnel().roster()));
        }
        return finding.map(accepted -> with(change, create, accepted)).orElse(change);
    }

    private static PlannedChange with(PlannedChange change, Action action, Diagnostic finding) {
        var findings =
                Stream.concat(change.findings().stream(), Stream.of(finding)).toList();
        return new PlannedChange(change.change(), action, change.resolved(), findings);
    }
}
