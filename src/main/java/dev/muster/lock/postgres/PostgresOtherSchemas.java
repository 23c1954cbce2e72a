package dev.muster.lock.postgres;

import dev.muster.lock.WorkspaceIdentity;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Looks for a record of the same workspace in the other schemas of the database: each of two records knows nothing of what
 * was sent by the other. It sees what the user may read. What it may not or cannot read is left out, and is no error.
 */
final class PostgresOtherSchemas {
    /** All that bear the table's name, but the one that this connection uses and temporary ones of other sessions. */
    private static final String CANDIDATES = """
            SELECT n.nspname, quote_ident(n.nspname)
            FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relname = 'muster_head' AND c.relkind IN ('r', 'p') AND c.relpersistence <> 't'
            AND NOT pg_catalog.pg_table_is_visible(c.oid)
            ORDER BY n.nspname\
            """;

    private final WorkspaceIdentity workspace;

    PostgresOtherSchemas(WorkspaceIdentity workspace) {
        this.workspace = workspace;
    }

    /**
     * A record that was found.
     *
     * @param schema as it was named when it was made
     * @param name what the workspace is called there
     * @param serial its last step; 0 while it is empty
     */
    record Found(String schema, String name, long serial) {}

    private record Candidate(String schema, String quoted) {}

    List<Found> look(Connection connection) throws SQLException {
        var found = new ArrayList<Found>();
        for (var candidate : candidates(connection)) {
            read(connection, candidate).ifPresent(found::add);
        }
        return found;
    }

    private static List<Candidate> candidates(Connection connection) throws SQLException {
        var candidates = new ArrayList<Candidate>();
        try (var query = connection.prepareStatement(CANDIDATES);
                var rows = query.executeQuery()) {
            while (rows.next()) {
                candidates.add(new Candidate(rows.getString(1), rows.getString(2)));
            }
        } finally {
            connection.rollback();
        }
        return candidates;
    }

    /** A table that may not be read, has other columns, or is gone by now, tells nothing. */
    private Optional<Found> read(Connection connection, Candidate candidate) throws SQLException {
        try (var query = connection.prepareStatement("SELECT workspace, serial FROM " + candidate.quoted()
                + ".muster_head WHERE workspace_id = ? AND base_url = ?")) {
            query.setString(1, workspace.workspaceId());
            query.setString(2, workspace.baseUrl());
            try (var rows = query.executeQuery()) {
                return rows.next()
                        ? Optional.of(new Found(candidate.schema(), rows.getString(1), rows.getLong(2)))
                        : Optional.empty();
            }
        } catch (SQLException unreadable) {
            return Optional.empty();
        } finally {
            connection.rollback();
        }
    }
}
