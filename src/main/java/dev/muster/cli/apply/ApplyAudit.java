package dev.muster.cli.apply;

import dev.muster.apply.ApplyReport;
import dev.muster.apply.ApplyResult;
import dev.muster.cli.command.CommandContext;
import dev.muster.cli.env.WorkspaceClient;
import dev.muster.cli.plan.PreparedPlan;
import dev.muster.diagnostic.EnvironmentException;
import dev.muster.doubt.Audit;
import dev.muster.lock.ExclusiveRun;
import dev.muster.lock.Lock;
import dev.muster.lock.LockEntry;
import dev.muster.lock.RunIdentity;
import dev.muster.model.CampaignIdentity;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.function.BiConsumer;

/**
 * Holds what an apply sent, and what earlier ones did, against SeaX's list, and keeps in the lock what stands against it.
 *
 * @param reconcile records what SeaX proves about sends that are open
 */
record ApplyAudit(
        CommandContext session,
        PreparedPlan planning,
        WorkspaceClient connection,
        BiConsumer<ExclusiveRun, RunIdentity> reconcile) {
    private static final Duration CLOCK_SKEW = Duration.ofHours(1);

    /** What stands against what a run tried, a sentence each. */
    List<String> after(ApplyReport report, Lock lock) {
        var tried = report.effects().stream()
                .filter(effect -> effect instanceof ApplyResult.Sent || effect instanceof ApplyResult.Refused)
                .flatMap(effect -> lock.entry(effect.identity()).stream())
                .toList();
        var workspace = connection.workspace();
        if (tried.isEmpty() || !workspace.capabilities().campaigns()) {
            return List.of();
        }
        try {
            var found = Audit.of(tried, workspace.campaigns(planning.plan().at().minus(CLOCK_SKEW)));
            keep(found);
            return List.copyOf(found.values());
        } catch (EnvironmentException unreadable) {
            // where all was refused, as by a wrong key, there is nothing that could be there twice
            return report.all(ApplyResult.Sent.class).isEmpty()
                    ? List.of()
                    : List.of("whether SeaX has each campaign once could not be checked: " + unreadable.getMessage());
        }
    }

    /** So that it is said until a person accepts it; where the lock is not to be had now, it was said once at least. */
    private void keep(SortedMap<CampaignIdentity, String> found) {
        if (found.isEmpty()) {
            return;
        }
        var who = session.who();
        try (var run = planning.store().begin(who)) {
            found.forEach((identity, what) -> run.entry(identity)
                    .filter(LockEntry.Confirmed.class::isInstance)
                    .map(LockEntry.Confirmed.class::cast)
                    .ifPresent(entry -> run.record(
                            entry.found(List.of(what), connection.clock().instant(), who.id()))));
            if (found.keySet().stream()
                    .flatMap(identity -> run.entry(identity).stream())
                    .anyMatch(LockEntry.Rejected.class::isInstance)) {
                reconcile.accept(run, who);
            }
        } catch (EnvironmentException refused) {
            session.console().comment("What was found is not kept in the lock", refused);
        }
    }

    /** What the plan found in SeaX's list is said until a person accepts it, however long the list shows it. */
    void keepListed() {
        var plan = planning.plan();
        if (!plan.hasDoubt() || plan.offline()) {
            return;
        }
        var entries = planning.lock().stream()
                .flatMap(lock -> plan.changes().stream().flatMap(change -> lock.generations(change.key())))
                .filter(LockEntry.Confirmed.class::isInstance)
                .toList();
        try {
            connection.lookout().listing(entries).ifPresent(listed -> keep(Audit.of(entries, listed)));
        } catch (EnvironmentException unread) {
            // the plan has said it, and the next one says it again
        }
    }
}
