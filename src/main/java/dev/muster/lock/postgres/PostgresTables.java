package dev.muster.lock.postgres;

import dev.muster.lock.CurrentStepIndex;
import dev.muster.lock.LockEvent;
import dev.muster.lock.RunOwner;
import dev.muster.lock.StepMark;
import dev.muster.lock.WorkspaceIdentity;
import dev.muster.lock.format.DigestedText;
import dev.muster.lock.format.JournalHeader;
import dev.muster.lock.format.OwnerJson;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;

/**
 * The rows of one workspace. Everything that changes them is one transaction that begins with the compare-and-swap of the
 * head row: it goes through only if the record is still the one that the step was made for.
 */
record PostgresTables(WorkspaceIdentity workspace, PostgresRefusals refusals) {
    /** The whole transaction was refused for the sake of another one: nothing of it was done. */
    private static final Set<String> LOST_TO_ANOTHER = Set.of("40001", "40P01", "23505");

    Optional<PostgresLockState> read(Connection connection) throws SQLException {
        var kept = PostgresQuery.of(connection, workspace, refusals);
        if (kept.isEmpty()) {
            requireNoTrace(connection);
        }
        return kept;
    }

    /** What tells this record from every other; empty when there is none. */
    Optional<String> lineage(Connection connection) throws SQLException {
        return text(connection, "SELECT lineage FROM muster_head WHERE workspace = ?", workspace.name());
    }

    /**
     * A record without its head is never an empty one, and a new name for a workspace is no new record. One statement each,
     * so that a record which another run makes at this moment is seen whole or not at all.
     */
    private void requireNoTrace(Connection connection) throws SQLException {
        text(connection, """
                        SELECT max(serial) FROM muster_history WHERE workspace = ?
                        AND NOT EXISTS (SELECT 1 FROM muster_head WHERE workspace = ?)\
                        """, workspace.name(), workspace.name()).ifPresent(serial -> {
            throw refusals.rolledBack(
                    "its row of muster_head is missing, and muster_history goes up to serial " + serial);
        });
        text(connection, """
                        SELECT max(workspace) FROM muster_head
                        WHERE workspace_id = ? AND base_url = ? AND workspace <> ?\
                        """, workspace.workspaceId(), workspace.baseUrl(), workspace.name())
                .ifPresent(name -> {
                    throw refusals.otherName(name, workspace);
                });
    }

    /** Writes an empty record, unless another run was faster. */
    void create(Connection connection, String lineage) throws SQLException {
        requireNoTrace(connection);
        var first = JournalHeader.write(lineage, workspace);
        var slots = new CurrentStepIndex();
        var change = CurrentStepIndex.Change.of(CurrentStepIndex.RECORD);
        slots.take(change, first.digest());
        transaction(connection, () -> {
            int made = update(
                    connection,
                    """
                    INSERT INTO muster_head (workspace, workspace_id, base_url, lineage, serial, digest, tally)
                    VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING\
                    """,
                    workspace.name(),
                    workspace.workspaceId(),
                    workspace.baseUrl(),
                    lineage,
                    0L,
                    first.digest().value(),
                    slots.tally());
            if (made == 1) {
                append(connection, 0, change, "", first);
            }
            return made == 1;
        });
    }

    /** Writes the next step; false when the record is no longer the one that it was made for. */
    boolean write(Connection connection, PostgresLockState kept, LockEvent step, DigestedText line)
            throws SQLException {
        var change = kept.slots().change(step);
        kept.slots().take(change, line.digest());
        return transaction(connection, () -> {
            int swapped = update(
                    connection,
                    """
                    UPDATE muster_head SET serial = ?, digest = ?, tally = ?
                    WHERE workspace = ? AND lineage = ? AND serial = ? AND digest = ?\
                    """,
                    kept.serial() + 1,
                    line.digest().value(),
                    kept.slots().tally(),
                    workspace.name(),
                    kept.draft().lineage(),
                    kept.serial(),
                    kept.last().value());
            if (swapped == 1) {
                append(connection, kept.serial() + 1, change, kept.last().value(), line);
            }
            return swapped == 1;
        });
    }

    private void append(
            Connection connection, long serial, CurrentStepIndex.Change change, String previous, DigestedText line)
            throws SQLException {
        update(
                connection,
                """
                INSERT INTO muster_history (workspace, serial, slot, previous, digest, line)
                VALUES (?, ?, ?, ?, ?, ?)\
                """,
                workspace.name(),
                serial,
                change.subject(),
                previous,
                line.digest().value(),
                line.line());
        for (var slot : change.clears()) {
            update(connection, "DELETE FROM muster_current WHERE workspace = ? AND slot = ?", workspace.name(), slot);
        }
        for (var slot : change.puts()) {
            update(
                    connection,
                    """
                    INSERT INTO muster_current (workspace, slot, serial, digest) VALUES (?, ?, ?, ?)
                    ON CONFLICT (workspace, slot) DO UPDATE SET serial = excluded.serial, digest = excluded.digest\
                    """,
                    workspace.name(),
                    slot,
                    serial,
                    line.digest().value());
        }
    }

    /** Whether the history has this step, and with it all that came before. */
    boolean has(Connection connection, StepMark step) throws SQLException {
        return text(
                        connection,
                        "SELECT digest FROM muster_history WHERE workspace = ? AND serial = ?",
                        workspace.name(),
                        step.serial())
                .filter(step.digest().value()::equals)
                .isPresent();
    }

    /** Walks the whole history inside the database: every step follows the one before, and no entry fell behind it. */
    void requireUnbroken(Connection connection) throws SQLException {
        text(connection, """
                            SELECT min(serial) FROM (
                                SELECT serial, previous, lag(serial) OVER (ORDER BY serial) AS before,
                                    lag(digest) OVER (ORDER BY serial) AS expected
                                FROM muster_history WHERE workspace = ?) AS steps
                            WHERE CASE WHEN before IS NULL THEN serial <> 0
                                ELSE serial <> before + 1 OR previous <> expected END\
                            """, workspace.name()).ifPresent(serial -> {
            throw refusals.damaged("step " + serial + " of muster_history does not follow the one before it");
        });
        text(connection, """
                        SELECT min(newest.slot) FROM (
                            SELECT slot, max(serial) AS serial FROM muster_history
                            WHERE workspace = ? AND (slot LIKE 'entry %' OR slot LIKE 'single %') GROUP BY slot) AS newest
                        LEFT JOIN muster_current c ON c.workspace = ? AND c.slot = newest.slot
                        WHERE c.serial IS NULL OR c.serial <> newest.serial\
                        """, workspace.name(), workspace.name()).ifPresent(slot -> {
            throw refusals.rolledBack("muster_current does not have the newest step of \"" + slot + "\"");
        });
    }

    /** Notes who holds the exclusive run, for the message to everyone else. */
    void hold(Connection connection, RunOwner owner) throws SQLException {
        transaction(connection, () -> update(connection, """
                        INSERT INTO muster_holder (workspace, owner) VALUES (?, ?)
                        ON CONFLICT (workspace) DO UPDATE SET owner = excluded.owner\
                        """, workspace.name(), OwnerJson.write(owner)) == 1);
    }

    Optional<RunOwner> holder(Connection connection) throws SQLException {
        return text(connection, "SELECT owner FROM muster_holder WHERE workspace = ?", workspace.name())
                .flatMap(OwnerJson::read);
    }

    private interface Work {
        boolean isDone() throws SQLException;
    }

    private static boolean transaction(Connection connection, Work work) throws SQLException {
        try {
            if (work.isDone()) {
                connection.commit();
                return true;
            }
        } catch (SQLException e) {
            if (!LOST_TO_ANOTHER.contains(e.getSQLState())) {
                throw e;
            }
        }
        connection.rollback();
        return false;
    }

    private static int update(Connection connection, String sql, Object... parameters) throws SQLException {
        try (var statement = prepared(connection, sql, parameters)) {
            return statement.executeUpdate();
        }
    }

    /** The one value that a query has, as a text; empty when it is null or there is no row. */
    private static Optional<String> text(Connection connection, String sql, Object... parameters) throws SQLException {
        try (var statement = prepared(connection, sql, parameters);
                var rows = statement.executeQuery()) {
            return rows.next() ? Optional.ofNullable(rows.getString(1)) : Optional.empty();
        } finally {
            connection.rollback();
        }
    }

    private static PreparedStatement prepared(Connection connection, String sql, Object... parameters)
            throws SQLException {
        var statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }
}
