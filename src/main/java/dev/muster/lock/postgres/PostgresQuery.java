package dev.muster.lock.postgres;

import dev.muster.lock.CurrentStepIndex;
import dev.muster.lock.Lock;
import dev.muster.lock.LockBuilder;
import dev.muster.lock.LockException;
import dev.muster.lock.LockException.Why;
import dev.muster.lock.WorkspaceIdentity;
import dev.muster.lock.format.Journal;
import dev.muster.lock.format.JournalHeader;
import dev.muster.model.Sha256;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Function;

/**
 * One look at a record in a database: one statement, whose rows are taken in as they arrive, one for each part of the
 * record. All that can be seen of an edit, a missing row or an older version is refused here: each line carries its digest,
 * the tally says which lines there must be, and the head must stand on the newest step of the history.
 */
final class PostgresQuery {
    private static final String QUERY = """
        SELECT h.workspace_id, h.base_url, h.lineage, h.serial, h.digest, h.tally,
            (SELECT max(serial) FROM muster_history WHERE workspace = ?) AS newest,
            (SELECT digest FROM muster_history WHERE workspace = ? ORDER BY serial DESC LIMIT 1) AS newest_digest,
            (SELECT count(*) FROM muster_history WHERE workspace = ? AND slot LIKE 'seen %') AS observations,
            (SELECT count(*) FROM muster_history WHERE workspace = ? AND slot LIKE 'single %') AS singles,
            c.slot, c.serial AS slot_serial, c.digest AS slot_digest, s.line
        FROM muster_head h
        LEFT JOIN muster_current c ON c.workspace = h.workspace
        LEFT JOIN muster_history s
            ON s.workspace = c.workspace AND s.serial = c.serial AND c.slot NOT LIKE 'plan %'
        WHERE h.workspace = ?\
        """;

    private static final int ROWS_AT_ONCE = 1000;

    private final WorkspaceIdentity workspace;
    private final PostgresRefusals refusals;
    private final CurrentStepIndex slots = new CurrentStepIndex();
    private final LockBuilder record;
    private Optional<JournalHeader> first = Optional.empty();

    private PostgresQuery(WorkspaceIdentity workspace, String lineage, PostgresRefusals refusals) {
        this.workspace = workspace;
        this.refusals = refusals;
        this.record = new LockBuilder(Lock.empty(lineage, workspace));
    }

    /** The record; empty when this database has none of this workspace. */
    static Optional<PostgresLockState> of(Connection connection, WorkspaceIdentity workspace, PostgresRefusals refusals)
            throws SQLException {
        try (var query = connection.prepareStatement(QUERY)) {
            query.setFetchSize(ROWS_AT_ONCE);
            for (int parameter = 1; parameter <= 5; parameter++) {
                query.setString(parameter, workspace.name());
            }
            try (var rows = query.executeQuery()) {
                return rows.next() ? Optional.of(read(rows, workspace, refusals)) : Optional.empty();
            }
        } finally {
            connection.rollback();
        }
    }

    private static PostgresLockState read(ResultSet rows, WorkspaceIdentity workspace, PostgresRefusals refusals)
            throws SQLException {
        return new PostgresQuery(workspace, rows.getString("lineage"), refusals).read(rows);
    }

    private PostgresLockState read(ResultSet rows) throws SQLException {
        requireSameWorkspace(rows);
        requireNewest(rows);
        var lineage = rows.getString("lineage");
        long serial = rows.getLong("serial");
        var last = sha256(rows, "digest");
        var tally = rows.getString("tally");
        long observations = rows.getLong("observations");
        long singleSteps = rows.getLong("singles");
        do {
            take(rows);
        } while (rows.next());
        requireWhole(lineage, tally);
        return new PostgresLockState(
                record.at(serial, observations, singleSteps).lock(), slots, last);
    }

    private void requireSameWorkspace(ResultSet rows) throws SQLException {
        var recorded =
                new WorkspaceIdentity(workspace.name(), rows.getString("workspace_id"), rows.getString("base_url"));
        if (!recorded.isSameAs(workspace)) {
            throw refusals.otherWorkspace(recorded, workspace);
        }
    }

    /** A dump of some tables that was put back is older than the history, or the history is older than it. */
    private void requireNewest(ResultSet rows) throws SQLException {
        long serial = rows.getLong("serial");
        var newest = Optional.ofNullable(rows.getString("newest"));
        if (!newest.equals(Optional.of(String.valueOf(serial)))) {
            throw refusals.rolledBack("muster_head has serial " + serial + ", and the newest step of muster_history is "
                    + newest.orElse("missing"));
        }
        if (!rows.getString("digest").equals(rows.getString("newest_digest"))) {
            throw refusals.damaged("muster_head does not stand on step " + serial + " of muster_history");
        }
    }

    private void take(ResultSet row) throws SQLException {
        var slot = row.getString("slot");
        if (slot == null) {
            return; // no part at all; the tally refuses it
        }
        var digest = sha256(row, "slot_digest");
        slots.put(slot, digest);
        if (slot.startsWith(CurrentStepIndex.PLAN)) {
            record.consume(readable(slot, text -> new Sha256(text.substring(CurrentStepIndex.PLAN.length()))));
        } else {
            take(slot, digest, row.getLong("slot_serial"), Optional.ofNullable(row.getString("line")));
        }
    }

    private void take(String slot, Sha256 digest, long serial, Optional<String> text) {
        var place = "step " + serial;
        var line = text.orElseThrow(() -> refusals.damaged(place + " is missing in muster_history"));
        if (slot.equals(CurrentStepIndex.RECORD)) {
            first = Optional.of(readable(line, whole -> JournalHeader.read(place, whole)));
            require(first.get().digest().equals(digest), place, slot);
            return;
        }
        var step = readable(line, whole -> Journal.line(place, whole));
        require(step.digest().equals(digest) && step.serial() == serial, place, slot);
        require(slot.equals(slots.change(step.step()).subject()), place, slot);
        record.take(step.step());
    }

    private void require(boolean holds, String place, String slot) {
        if (!holds) {
            throw refusals.damaged(
                    place + " of muster_history is not the one that muster_current names for \"" + slot + "\"");
        }
    }

    private void requireWhole(String lineage, String tally) {
        if (!slots.tally().equals(tally)) {
            throw refusals.damaged("a row of muster_current is missing, was added or was changed");
        }
        var begun = first.orElseThrow(() -> refusals.damaged("its first step is missing"));
        if (!begun.lineage().equals(lineage) || !begun.workspace().isSameAs(workspace)) {
            throw refusals.damaged("muster_head and the first step of muster_history name different records");
        }
    }

    private Sha256 sha256(ResultSet row, String column) throws SQLException {
        return readable(row.getString(column), Sha256::new);
    }

    /** What is wrong with one line, told as what is wrong with the record. */
    private <T> T readable(String text, Function<String, T> read) {
        try {
            return read.apply(text);
        } catch (LockException e) {
            throw e.why() == Why.NEWER_FORMAT ? e : refusals.damaged(firstLineOf(e));
        } catch (IllegalArgumentException e) {
            throw refusals.damaged(String.valueOf(e.getMessage()));
        }
    }

    private static String firstLineOf(LockException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("").replaceFirst("\\.$", "");
    }
}
