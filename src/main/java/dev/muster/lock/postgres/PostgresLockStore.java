package dev.muster.lock.postgres;

import dev.muster.lock.ExclusiveRun;
import dev.muster.lock.Lock;
import dev.muster.lock.LockEnvironment;
import dev.muster.lock.LockErrors;
import dev.muster.lock.LockStore;
import dev.muster.lock.Rescue;
import dev.muster.lock.RunIdentity;
import dev.muster.lock.RunOwner;
import dev.muster.lock.Sleeper;
import dev.muster.lock.StepMark;
import dev.muster.lock.WorkspaceIdentity;
import dev.muster.lock.file.LastSeenStep;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The record in a database that speaks PostgreSQL's protocol, for fleets of runners. One row a workspace, the head, says
 * which step is the last; a step goes through only by a compare-and-swap of that row, in one transaction with its own row in
 * a history that is only ever appended to. So of two runs that mean to send, the second is told so before it sends, with or
 * without the advisory lock that usually keeps it from starting.
 *
 * <p>A load takes one statement over the parts of the record, not over the history; a step takes one transaction, however
 * long both are. The history is walked when a run begins. What was seen from here before must still be part of it.
 */
public final class PostgresLockStore implements LockStore {
    /** A run that was killed may hold its turn until the server has noticed. */
    private static final int TRIES_FOR_A_TURN = 5;

    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);

    private final PostgresDatabase database;
    private final WorkspaceIdentity workspace;
    private final LockEnvironment surroundings;
    private final Sleeper patience;
    private final LastSeenStep seen;
    private final PostgresRefusals refusals;
    private final PostgresSchema schema;
    private final PostgresTables tables;

    public PostgresLockStore(
            PostgresDatabase database,
            WorkspaceIdentity workspace,
            LockEnvironment surroundings,
            Sleeper patience,
            LastSeenStep seen) {
        this.database = database;
        this.workspace = workspace;
        this.surroundings = surroundings;
        this.patience = patience;
        this.seen = seen;
        this.refusals = new PostgresRefusals(database, workspace.name());
        this.schema = new PostgresSchema(PostgresSchema.VERSIONS, refusals);
        this.tables = new PostgresTables(workspace, refusals);
    }

    @Override
    public Optional<Lock> load() {
        var mark = seen.mark();
        try (var connection = database.open()) {
            var kept = schema.isThere(connection) ? tables.read(connection) : Optional.<PostgresLockState>empty();
            requireSeen(connection, mark, kept);
            return kept.map(whole -> whole.draft().lock());
        } catch (SQLException e) {
            throw refusals.unreachable(e);
        }
    }

    @Override
    public List<String> otherRecords() {
        try (var connection = database.open()) {
            return new PostgresOtherSchemas(workspace)
                    .look(connection).stream()
                            .map(other -> refusals.otherSchema(other, workspace, seen.file()))
                            .toList();
        } catch (SQLException e) {
            throw refusals.unreachable(e);
        }
    }

    @Override
    public ExclusiveRun begin(RunIdentity run) {
        return begin(run, holder -> false);
    }

    /**
     * The server may take hours to notice that a connection is gone, and the turn stays with it. No step depends on the turn.
     * A run that began after the attempt, under the name that all jobs of a pipeline share, is not the one that made it.
     */
    @Override
    public ExclusiveRun beginFor(Rescue rescue, RunIdentity run) {
        return begin(
                run,
                holder -> rescue.isByRunOf(holder)
                        && !holder.since().isAfter(rescue.entry().attempt().at()));
    }

    private ExclusiveRun begin(RunIdentity run, Predicate<RunOwner> isOver) {
        try {
            return begin(database.open(), RunOwner.of(run, surroundings), isOver);
        } catch (SQLException e) {
            throw refusals.unreachable(e);
        }
    }

    private ExclusiveRun begin(Connection connection, RunOwner owner, Predicate<RunOwner> isOver) throws SQLException {
        boolean begun = false;
        try {
            var mark = seen.mark();
            var turn = new AdvisoryLock(lineage(connection, mark));
            takeTurn(connection, turn, isOver);
            tables.hold(connection, owner);
            var kept = tables.read(connection).orElseThrow(() -> refusals.damaged("its row of muster_head is gone"));
            requireSeen(connection, mark, Optional.of(kept));
            tables.requireUnbroken(connection);
            begun = true;
            return new PostgresRun(
                    new PostgresSession(database, tables, turn, connection), kept, refusals, patience, seen);
        } finally {
            if (!begun) {
                connection.close();
            }
        }
    }

    /**
     * What was seen before is part of it; from now on this is what was seen. {@code mark} was read before the record, or
     * what another run began between the two would be missed in it.
     */
    private void requireSeen(Connection connection, Optional<StepMark> mark, Optional<PostgresLockState> kept)
            throws SQLException {
        if (mark.isPresent() && !(kept.isPresent() && tables.has(connection, mark.get()))) {
            throw refusals.notTheOneSeen(mark.get(), seen.file());
        }
        kept.map(PostgresLockState::mark).ifPresent(seen::keep);
    }

    /** The lineage of the record, which is written empty where there is none. */
    private String lineage(Connection connection, Optional<StepMark> mark) throws SQLException {
        if (!schema.isThere(connection)) {
            requireSeen(connection, mark, Optional.empty());
        }
        schema.bringUpToDate(connection);
        if (tables.lineage(connection).isEmpty()) {
            requireSeen(connection, mark, tables.read(connection));
            tables.create(connection, surroundings.lineages().get());
        }
        return tables.lineage(connection).orElseThrow(() -> refusals.damaged("its row of muster_head was not written"));
    }

    private void takeTurn(Connection connection, AdvisoryLock turn, Predicate<RunOwner> isOver) throws SQLException {
        for (int tries = 1; !turn.take(connection); tries++) {
            if (tables.holder(connection).filter(isOver).isPresent()) {
                return;
            }
            if (tries == TRIES_FOR_A_TURN) {
                throw LockErrors.held(workspace.name(), tables.holder(connection));
            }
            patience.take(BETWEEN_TRIES);
        }
    }
}
