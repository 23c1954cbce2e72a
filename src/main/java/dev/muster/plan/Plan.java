package dev.muster.plan;

import dev.muster.audience.MessagesPerPerson;
import dev.muster.audience.Overlap;
import dev.muster.audience.SharedPairs;
import dev.muster.audience.SharedPeople;
import dev.muster.diagnostic.Diagnostic;
import dev.muster.diff.Change;
import dev.muster.lock.Lock;
import dev.muster.lock.WorkspaceIdentity;
import dev.muster.model.CampaignIdentity;
import dev.muster.model.Sha256;
import dev.muster.model.project.Fingerprint;
import dev.muster.model.project.Policy;
import dev.muster.resolve.Reach;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What would be sent, to how many people, and why not the rest. Immutable and complete: it can be printed, saved, compared
 * and hashed, and cannot send anything.
 *
 * @param policy what the campaigns were judged by
 * @param crowd the people of all campaigns together
 * @param findings about the run as a whole; one that stops refuses the whole plan
 */
public record Plan(
        WorkspaceIdentity workspace,
        Optional<String> lineage,
        long serial,
        Instant at,
        boolean offline,
        Policy policy,
        List<PlannedChange> changes,
        RunAudience crowd,
        List<Diagnostic> findings) {
    public Plan {
        changes = List.copyOf(changes);
        findings = List.copyOf(findings);
    }

    /** The campaigns that would be posted, in order. */
    public List<Action.Create> creates() {
        return actions(Action.Create.class).toList();
    }

    public <A extends Action> Stream<A> actions(Class<A> kind) {
        return actions(changes, kind);
    }

    private static <A extends Action> Stream<A> actions(List<PlannedChange> changes, Class<A> kind) {
        return changes.stream()
                .map(PlannedChange::action)
                .filter(kind::isInstance)
                .map(kind::cast);
    }

    public PlanBinding binding() {
        return new PlanBinding(
                workspace,
                lineage,
                serial,
                Fingerprint.of(policy),
                creates().stream().map(Plan::send).toList());
    }

    /** Until when a saved copy of it may be applied. */
    public Instant validUntil() {
        return at.plus(policy.planValidFor());
    }

    /** The same with one more finding about the run as a whole. */
    public Plan noting(Diagnostic finding) {
        var all = Stream.concat(Stream.of(finding), findings.stream()).toList();
        return new Plan(workspace, lineage, serial, at, offline, policy, changes, crowd, all);
    }

    public Sha256 digest() {
        return binding().digest();
    }

    /** The number a person confirms. */
    public long messages() {
        return messages(changes);
    }

    static long messages(List<PlannedChange> changes) {
        return actions(changes, Action.Create.class)
                .mapToLong(Action.Create::messages)
                .sum();
    }

    /** All campaigns of known reach seen together. */
    public Overlap overlap() {
        return Overlap.of(creates().stream()
                .map(create -> create.campaign().reach())
                .filter(Reach.Known.class::isInstance)
                .map(reach -> ((Reach.Known) reach).funnel().roster())
                .toList());
    }

    /** Whether nothing was recorded since it was made; a lock that did not exist then is still empty. */
    public boolean isMadeFor(Lock lock) {
        return lineage.map(then -> then.equals(lock.lineage()) && serial == lock.revision())
                .orElseGet(() -> lock.entries().isEmpty());
    }

    /** Pairs of campaigns that would reach the same people, most people first; at most so many, and how many there are. */
    public SharedPairs sharedPeople(int atMost) {
        return crowd.sharedBy(creates(), atMost);
    }

    /** The same among some of its campaigns, all pairs. */
    public List<SharedPeople> sharedPeople(List<Action.Create> among) {
        return crowd.sharedBy(among, Integer.MAX_VALUE).most();
    }

    /** What the people reached get in all. */
    public MessagesPerPerson messagesPerPerson() {
        return crowd.messagesTo(creates());
    }

    /** Whether anything would change: something is to be created now. */
    public boolean hasCreates() {
        return changes.stream()
                .map(PlannedChange::action)
                .anyMatch(action -> action instanceof Action.Create || action instanceof Action.Unresolved);
    }

    /** Whether a guard over the run refuses all of it. */
    public boolean isRefused() {
        return findings.stream().anyMatch(Diagnostic::stops);
    }

    /** Whether some campaign waits for a person: blocked, or with a danger that nobody accepted. */
    public boolean needsAttention() {
        return changes.stream().anyMatch(PlannedChange::needsAttention);
    }

    /** Whether the lock has sends whose outcome it does not know. */
    public boolean hasOpenSends() {
        return changes.stream().anyMatch(change -> change.change() instanceof Change.Interrupted);
    }

    /** Whether an apply would record that something was sent after all. */
    public boolean hasAdoptions() {
        return actions(Action.Adopt.class).findAny().isPresent();
    }

    /** The rest of the plan, once these open sends are settled. */
    public Plan without(Set<CampaignIdentity> settled) {
        var left = changes.stream()
                .filter(change -> !(change.change() instanceof Change.Interrupted open
                        && settled.contains(open.entry().identity())))
                .toList();
        return new Plan(workspace, lineage, serial, at, offline, policy, left, crowd, findings);
    }

    /** Whether an outcome is unknown, or not what was asked: nothing else matters as much. */
    public boolean hasDoubt() {
        return changes.stream().anyMatch(PlannedChange::isInDoubt);
    }

    private static PlanBinding.Send send(Action.Create create) {
        var request = create.request();
        return new PlanBinding.Send(
                request.identity(), request.marker(), create.payload(), create.people(), create.messages());
    }
}
