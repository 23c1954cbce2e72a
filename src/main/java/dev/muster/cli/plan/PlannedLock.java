package dev.muster.cli.plan;

import dev.muster.cli.command.CommandContext;
import dev.muster.cli.command.UnreadLock;
import dev.muster.diagnostic.Diagnostic;
import dev.muster.diagnostic.EnvironmentException;
import dev.muster.diagnostic.Place;
import dev.muster.diagnostic.ProjectRule;
import dev.muster.lock.Lock;
import dev.muster.lock.LockException;
import dev.muster.lock.LockStore;
import dev.muster.model.project.WorkspaceSettings;
import java.util.Optional;

/**
 * The record that a plan is held against. A pipeline that judges a stranger's proposal may have no way to it: an offline
 * plan, by which nothing can be sent, is made all the same and says so. A record that must not be relied on is refused as
 * ever.
 */
record PlannedLock(LockStore store, Optional<Lock> lock, Optional<Diagnostic> gap) {
    static PlannedLock of(CommandContext session, WorkspaceSettings settings, PreparedPlan.Reach reach) {
        try {
            var store = session.lockStore(settings, reach.clock());
            return new PlannedLock(store, store.look().orRefuse(), Optional.empty());
        } catch (LockException refused) {
            throw refused;
        } catch (EnvironmentException outOfReach) {
            if (reach.workspace().isPresent()) {
                throw outOfReach;
            }
            return new PlannedLock(new UnreadLock(outOfReach), Optional.empty(), Optional.of(said(outOfReach)));
        }
    }

    private static Diagnostic said(EnvironmentException outOfReach) {
        var why = String.valueOf(outOfReach.getMessage()).lines().findFirst().orElse("no reason is known");
        return ProjectRule.LOCK_NOT_READ.at(
                Place.NOWHERE, "the lock was not read, so what was sent already is shown as new: " + why);
    }
}
