package dev.muster.plan;

import dev.muster.diagnostic.Diagnostic;
import dev.muster.diagnostic.PlanRule;
import dev.muster.diff.Change;
import dev.muster.lock.LockEntry;
import dev.muster.model.Campaign;
import dev.muster.model.CampaignIdentity;
import dev.muster.model.CampaignRequest;
import dev.muster.model.Marker;
import dev.muster.model.Phone;
import dev.muster.model.ReceiptLabel;
import dev.muster.model.RemoteCampaign;
import dev.muster.model.Schedule;
import dev.muster.policy.Guards;
import dev.muster.policy.RecipientZones;
import dev.muster.resolve.EarlierWaves;
import dev.muster.resolve.Resolution;
import dev.muster.resolve.ResolvedCampaign;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One campaign that the lock does not know as sent: may it be created now? The first objection decides. */
final class CreateDecision {
    private final PlanContext context;
    private final RecipientZones whereabouts;
    private final EarlierSendLookup sentBefore;
    private final Resolution resolution;
    private final Change change;
    private final Campaign campaign;
    private final Optional<ResolvedCampaign> resolved;
    private final List<Diagnostic> findings;

    CreateDecision(
            PlanContext context,
            RecipientZones whereabouts,
            EarlierSendLookup sentBefore,
            Resolution resolution,
            Change change,
            Campaign campaign) {
        this.context = context;
        this.whereabouts = whereabouts;
        this.sentBefore = sentBefore;
        this.resolution = resolution;
        this.change = change;
        this.campaign = campaign;
        var found = Objects.requireNonNull(resolution.campaigns().get(campaign.identity()));
        this.findings = new ArrayList<>(found.diagnostics());
        this.resolved = found.value().map(ready -> PartPlanner.withoutLate(context, campaign, ready));
    }

    PlannedChange decide(Reason reason) {
        var action = decision(reason);
        return new PlannedChange(change, action, resolved, findings);
    }

    private Action decision(Reason reason) {
        var found = onSeax().map(this::alreadyOnSeax);
        found.ifPresent(findings::add);
        if (found.filter(Diagnostic::stops).isPresent()) {
            return new Action.Blocked(Reason.ALREADY_ON_SEAX);
        }
        var due = EarliestCreateTime.of(campaign, context.settings().horizon()).filter(context.now()::isBefore);
        if (due.isPresent()) {
            return new Action.Wait(Reason.early(campaign), due.get());
        }
        if (resolved.isEmpty()) {
            return new Action.Blocked(Reason.UNRESOLVED);
        }
        if (change instanceof Change.Partial && isDone(resolved.get())) {
            return new Action.NoOp(Reason.ALREADY_SENT);
        }
        var gate = new WaveGate(context, resolution);
        var opens = gate.due(campaign);
        if (opens.isPresent()) {
            return new Action.Wait(Reason.EARLIER_WAVE, opens.get());
        }
        var closed = gate.check(campaign);
        findings.addAll(closed);
        if (closed.stream().anyMatch(Diagnostic::stops)) {
            return new Action.Blocked(Reason.GATE_CLOSED);
        }
        return judged(resolved.get(), reason);
    }

    /** Whether nobody is left for the parts that are not recorded. */
    private static boolean isDone(ResolvedCampaign ready) {
        return ready.numbered().filter(numbered -> numbered.members().isEmpty()).isPresent();
    }

    private Action judged(ResolvedCampaign ready, Reason reason) {
        findings.addAll(Guards.check(context.proposal(ready, whereabouts)));
        findings.addAll(new SuppressionCheck(context, resolution.suppression()).check(campaign));
        findings.addAll(new ReceiptCheck(context, resolution).check(campaign));
        new ClockCheck(context, resolution.skew()).check(campaign).ifPresent(findings::add);
        var twin = sentBefore.underAnotherKey(campaign).map(this::looksLikeARename);
        twin.ifPresent(findings::add);
        earlierOutcomeUnknown().ifPresent(findings::add);
        if (twin.filter(Diagnostic::stops).isPresent()) {
            return new Action.Blocked(Reason.LOOKS_LIKE_A_RENAME);
        }
        if (findings.stream().anyMatch(Diagnostic::stops)) {
            return new Action.Blocked(Reason.GUARD);
        }
        var request = request(ready);
        if (campaign.isByNumbers()) {
            return byNumbers(ready, request, reason);
        }
        var body = RequestBody.of(
                request, context.settings().api(), context.settings().account());
        return new Action.Create(reason, ready, request, body, completion());
    }

    private Action byNumbers(ResolvedCampaign ready, CampaignRequest request, Reason reason) {
        if (ready.numbered().isEmpty()) {
            return new Action.Blocked(Reason.UNRESOLVED);
        }
        var numbered = ready.numbered().get();
        var review = NumbersReview.of(request, ready, numbered);
        var numbers = new PartPlanner(context, campaign, ready, numbered).plan();
        return new Action.Create(reason, ready, request, review, RequestFinalizer.NONE, Optional.of(numbers));
    }

    private RequestFinalizer completion() {
        var settings = context.settings();
        var precautions = settings.precautions();
        boolean isImmediate = campaign.schedule() instanceof Schedule.Immediately;
        return new RequestFinalizer(
                settings.api(),
                settings.account(),
                Optional.of(ReceiptLabel.nameOf(campaign.identity())).filter(name -> precautions.receiptLabels()),
                precautions.hold().filter(length -> isImmediate),
                resolution
                        .before(campaign.identity())
                        .map(EarlierWaves::leftOut)
                        .orElse(List.of()));
    }

    private CampaignRequest request(ResolvedCampaign ready) {
        var marker = marker(campaign.identity());
        return new CampaignRequest(
                campaign.identity(),
                marker,
                campaign.name() + marker.suffix(),
                campaign.message(),
                ready.senders().stream().map(Phone::id).toList(),
                ready.audience(),
                campaign.schedule(),
                ready.attachLabels());
    }

    /** A campaign on SeaX that bears the marker of this generation or of an earlier one that the lock does not know as sent. */
    private Optional<RemoteCampaign> onSeax() {
        var generations = IntStream.rangeClosed(1, campaign.identity().generation())
                .mapToObj(generation -> new CampaignIdentity(campaign.key(), generation));
        var parts = resolved.flatMap(ResolvedCampaign::numbered).stream()
                .flatMap(numbered -> PartPlanner.identities(context, campaign, numbered));
        var markers = Stream.concat(generations, parts)
                .filter(identity -> !isConfirmed(identity))
                .map(this::marker)
                .toList();
        return sentBefore.onSeax(markers);
    }

    private boolean isConfirmed(CampaignIdentity identity) {
        return context.lock()
                .flatMap(lock -> lock.entry(identity))
                .filter(LockEntry.Confirmed.class::isInstance)
                .isPresent();
    }

    private Marker marker(CampaignIdentity identity) {
        return Marker.of(context.workspace().workspaceId(), identity);
    }

    private Diagnostic alreadyOnSeax(RemoteCampaign remote) {
        return new FoundOnSeax(context, resolution, campaign, resolved).finding(remote);
    }

    /** Whether SeaX has it already, as far as that speaks against a send. */
    boolean isOnSeax() {
        return onSeax().map(this::alreadyOnSeax).filter(Diagnostic::stops).isPresent();
    }

    private Diagnostic looksLikeARename(LockEntry twin) {
        var danger = PlanRule.LOOKS_LIKE_A_RENAME.at(
                context.places().of(campaign.key().value()),
                "same message, senders and audience as " + twin.identity().key()
                        + (twin instanceof LockEntry.Confirmed ? ", sent " : ", which may have been sent ")
                        + twin.since(),
                Reason.LOOKS_LIKE_A_RENAME.cure());
        return danger.acceptedBy(campaign.acknowledged());
    }

    private Optional<Diagnostic> earlierOutcomeUnknown() {
        var unknown = context.lock().stream()
                .flatMap(lock -> lock.generations(campaign.key()))
                .filter(EarlierSendLookup::isGivenUpUnknown)
                .findFirst();
        return unknown.map(entry -> PlanRule.EARLIER_OUTCOME_UNKNOWN.at(
                context.places().of(campaign.key().value()),
                entry.identity() + " may have been sent: people may get the message twice"));
    }
}
