package dev.muster.plan;

import dev.muster.diagnostic.Diagnostic;
import dev.muster.diagnostic.PlanRule;
import dev.muster.diff.Change;
import dev.muster.doubt.OpenSendEvidence;
import dev.muster.lock.Lock;
import dev.muster.lock.LockEntry;
import dev.muster.model.Campaign;
import dev.muster.model.CampaignIdentity;
import dev.muster.model.ParallelMap;
import dev.muster.model.RemoteCampaign;
import dev.muster.policy.Guards;
import dev.muster.policy.RecipientZones;
import dev.muster.resolve.Resolution;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Station 7: decides what to do about each change and says why. It is given facts and returns a value; it has no way to
 * send, and what it decides in a plan it decides in an apply.
 */
public final class Planner {
    private final PlanContext context;
    private final Optional<Resolution> resolution;
    private final RecipientZones whereabouts = new RecipientZones();
    private final EarlierSendLookup sentBefore;
    private final Map<CampaignIdentity, OpenSendEvidence> doubts = new HashMap<>();

    private Planner(PlanContext context, Optional<Resolution> resolution, List<OpenSendEvidence> doubts) {
        this.context = context;
        doubts.forEach(doubt -> this.doubts.put(doubt.entry().identity(), doubt));
        this.resolution = resolution;
        this.sentBefore = new EarlierSendLookup(context, resolution);
    }

    /**
     * The plan for these changes; without a resolution it is an offline plan, which cannot be applied.
     *
     * @param doubts the open sends in the light of what SeaX shows
     * @param listed what SeaX lists, where it was read: also where nothing is to be sent
     */
    public static Plan plan(
            List<Change> changes,
            PlanContext context,
            Optional<Resolution> resolution,
            List<OpenSendEvidence> doubts,
            Optional<List<RemoteCampaign>> listed) {
        var planner = new Planner(context, resolution, doubts);
        var outcomes = new OutcomeCheck(context, listed.orElse(List.of()));
        var decision = planner.new ChangeDecision();
        return planner.assemble(ParallelMap.map(changes, change -> outcomes.check(change.match(decision))));
    }

    private Plan assemble(List<PlannedChange> decided) {
        var planned = new FrequencyCap(context, whereabouts, resolution).hold(decided);
        var plan = new Plan(
                context.workspace(),
                context.lock().map(Lock::lineage),
                context.lock().map(Lock::revision).orElse(0L),
                context.now(),
                resolution.isEmpty(),
                context.policy(),
                planned,
                crowd(),
                runFindings(planned));
        SuppressionCheck.require(plan.creates(), plan.crowd().suppression(), resolution.flatMap(Resolution::contacts));
        return plan;
    }

    private List<Diagnostic> runFindings(List<PlannedChange> planned) {
        return Stream.of(
                        Guards.checkRun(Plan.messages(planned), context.policy(), context.places()).stream(),
                        new MessagingLimitCheck(context, planned).findings().stream(),
                        resolution.stream().flatMap(known -> known.findings().stream()))
                .flatMap(found -> found)
                .toList();
    }

    private RunAudience crowd() {
        return resolution.map(this::crowd).orElse(RunAudience.NOBODY);
    }

    private RunAudience crowd(Resolution known) {
        var earlier = EarlierSends.of(context.lock(), context.now(), EarlierSends.MEMORY, Optional.of(known));
        return new RunAudience(
                known.suppression(), earlier.counted(), earlier.uncounted().size());
    }

    /** What is planned for each kind of change. */
    private final class ChangeDecision implements Change.Cases<PlannedChange> {
        @Override
        public PlannedChange added(Change.Added change) {
            return sendable(change, change.campaign(), Reason.NEW);
        }

        @Override
        public PlannedChange unchanged(Change.Unchanged change) {
            return noOp(change, Reason.ALREADY_SENT, List.of());
        }

        @Override
        public PlannedChange edited(Change.Edited change) {
            return noOp(change, Reason.EDITED_AFTER_SEND, List.of(editedAfterSend(change)));
        }

        @Override
        public PlannedChange removed(Change.Removed change) {
            return noOp(change, Reason.NO_LONGER_DEFINED, List.of());
        }

        @Override
        public PlannedChange interrupted(Change.Interrupted change) {
            return doubt(change);
        }

        @Override
        public PlannedChange refused(Change.Refused change) {
            return mayRetry(change)
                    ? sendable(change, change.campaign(), Reason.RETRY_AFTER_REFUSAL)
                    : refusedBefore(change);
        }

        @Override
        public PlannedChange partial(Change.Partial change) {
            return sendable(change, change.campaign(), Reason.PARTS_LEFT);
        }

        @Override
        public PlannedChange givenUp(Change.GivenUp change) {
            return new EndedByPerson(context, change).decide();
        }
    }

    private PlannedChange sendable(Change change, Campaign campaign, Reason reason) {
        var candidate =
                resolution.map(known -> new CreateDecision(context, whereabouts, sentBefore, known, change, campaign));
        // a window that passed is the expected end of what was sent, so that SeaX has it is told first
        if (EarliestCreateTime.isOver(campaign, context.now())
                && candidate.filter(CreateDecision::isOnSeax).isEmpty()) {
            return new PlannedChange(change, new Action.Blocked(Reason.WINDOW_PASSED), Optional.empty(), List.of());
        }
        return candidate.map(known -> known.decide(reason)).orElseGet(() -> unresolved(change, campaign));
    }

    private PlannedChange unresolved(Change change, Campaign campaign) {
        var due = EarliestCreateTime.of(campaign, context.settings().horizon());
        var action = due.filter(context.now()::isBefore)
                .<Action>map(when -> new Action.Wait(Reason.early(campaign), when))
                .orElse(new Action.Unresolved(Reason.OFFLINE));
        return new PlannedChange(change, action, Optional.empty(), List.of());
    }

    private boolean mayRetry(Change.Refused refused) {
        Optional<Instant> retryAt = refused.entry().retryAt();
        return refused.edited()
                || retryAt.filter(at -> !at.isAfter(context.now())).isPresent();
    }

    private PlannedChange refusedBefore(Change.Refused refused) {
        var entry = refused.entry();
        var cure = entry.retryAt().map(at -> "it may be tried again from " + at);
        var finding = PlanRule.REFUSED_BEFORE.at(
                context.places().of(refused.key().value()), entry.reason(), cure.orElse(cureOf(refused)));
        return new PlannedChange(
                refused, new Action.Blocked(Reason.REFUSED_BEFORE), Optional.empty(), List.of(finding));
    }

    /** Where other parts are sent, an edit comes too late for all of them. */
    private String cureOf(Change.Refused refused) {
        boolean isPart = refused.entry().identity().part().isPresent();
        boolean hasOthers = context.lock().stream()
                .flatMap(lock -> lock.generations(refused.key()))
                .anyMatch(entry -> entry.identity()
                                .whole()
                                .equals(refused.entry().identity().whole())
                        && !(entry instanceof LockEntry.Rejected));
        return isPart && hasOthers
                ? "other parts are sent, so an edit reaches nobody: write another campaign for those who are left"
                : Reason.REFUSED_BEFORE.cure();
    }

    private PlannedChange doubt(Change.Interrupted interrupted) {
        var outcome = new OpenSendPlanner(context, evidence(interrupted.entry())).decide();
        return new PlannedChange(interrupted, outcome.action(), Optional.empty(), outcome.findings());
    }

    private OpenSendEvidence evidence(LockEntry open) {
        return Optional.ofNullable(doubts.get(open.identity())).orElseGet(() -> listed(open));
    }

    /** Where nobody looked any further, the list is all the evidence. */
    private OpenSendEvidence listed(LockEntry open) {
        var lock = context.lock().orElseGet(() -> Lock.empty("", context.workspace()));
        var now = OpenSendEvidence.judgedAt(context.now(), resolution.flatMap(Resolution::skew));
        return new OpenSendEvidence(open, lock, resolution.flatMap(Resolution::remote), now);
    }

    private Diagnostic editedAfterSend(Change.Edited edited) {
        var danger = PlanRule.EDITED_AFTER_SEND.at(
                context.places().of(edited.key().value()),
                String.join(", ", edited.parts()) + " edited after it was sent: no effect",
                Reason.EDITED_AFTER_SEND.cure());
        return danger.acceptedBy(edited.campaign().acknowledged());
    }

    private static PlannedChange noOp(Change change, Reason reason, List<Diagnostic> findings) {
        return new PlannedChange(change, new Action.NoOp(reason), Optional.empty(), findings);
    }
}
