package dev.muster.lock.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The tables, made and brought up to date by the first run that needs them. Each version is one transaction that ends with
 * its row in {@code muster_schema}; of two runs that do it at once, one waits for the other and then finds it done.
 *
 * <p>Plain SQL that PostgreSQL 14 to 18 and its relatives understand. The one exception is the trigger that keeps the
 * history append-only: a database without triggers goes without it, and a change of the history still shows in its chain.
 */
record PostgresSchema(List<List<String>> versions, PostgresRefusals refusals) {
    static final List<List<String>> VERSIONS = List.of(List.of("""
                CREATE TABLE muster_head (
                    workspace text PRIMARY KEY,
                    workspace_id text NOT NULL,
                    base_url text NOT NULL,
                    lineage text NOT NULL,
                    serial bigint NOT NULL,
                    digest text NOT NULL,
                    tally text NOT NULL,
                    UNIQUE (workspace_id, base_url))\
                """, """
                CREATE TABLE muster_history (
                    workspace text NOT NULL,
                    serial bigint NOT NULL,
                    slot text NOT NULL,
                    previous text NOT NULL,
                    digest text NOT NULL,
                    line text NOT NULL,
                    PRIMARY KEY (workspace, serial))\
                """, """
                CREATE TABLE muster_current (
                    workspace text NOT NULL,
                    slot text NOT NULL,
                    serial bigint NOT NULL,
                    digest text NOT NULL,
                    PRIMARY KEY (workspace, slot))\
                """, """
                CREATE TABLE muster_holder (
                    workspace text PRIMARY KEY,
                    owner text NOT NULL)\
                """));

    private static final List<String> APPEND_ONLY = List.of("""
            CREATE OR REPLACE FUNCTION muster_append_only() RETURNS trigger LANGUAGE plpgsql AS
            'BEGIN RAISE EXCEPTION ''muster_history is append-only: it is the memory of what was sent''; END'\
            """, """
            CREATE TRIGGER muster_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON muster_history
            FOR EACH STATEMENT EXECUTE FUNCTION muster_append_only()\
            """);

    private static final String UNDEFINED_TABLE = "42P01";

    /** How the second of two runs learns that the first made the same thing. */
    private static final Set<String> MADE_BY_ANOTHER =
            Set.of("23505", "42P07", "42710", "42723", "40001", "40P01", "XX000");

    private static final Set<String> WITHOUT_TRIGGERS = Set.of("0A000", "42601", "42704", "42883");

    private static final int TRIES = 10;

    /** Whether there is anything to read. Writes nothing. */
    boolean isThere(Connection connection) throws SQLException {
        return version(connection).isPresent();
    }

    void bringUpToDate(Connection connection) throws SQLException {
        for (int tries = 1; version(connection).orElse(0) < versions.size(); tries++) {
            try {
                migrate(connection, version(connection).orElse(0));
            } catch (SQLException e) {
                connection.rollback();
                if (tries == TRIES || !MADE_BY_ANOTHER.contains(e.getSQLState())) {
                    throw e;
                }
            }
        }
    }

    private OptionalInt version(Connection connection) throws SQLException {
        try (var query = connection.prepareStatement("SELECT max(version) FROM muster_schema");
                var rows = query.executeQuery()) {
            var version = rows.next() ? rows.getInt(1) : 0;
            if (version > versions.size()) {
                throw refusals.newerSchema(version, versions.size());
            }
            return version == 0 ? OptionalInt.empty() : OptionalInt.of(version);
        } catch (SQLException e) {
            if (UNDEFINED_TABLE.equals(e.getSQLState())) {
                return OptionalInt.empty();
            }
            throw e;
        } finally {
            connection.rollback();
        }
    }

    private void migrate(Connection connection, int from) throws SQLException {
        execute(connection, "CREATE TABLE IF NOT EXISTS muster_schema (version integer PRIMARY KEY)");
        for (int version = from + 1; version <= versions.size(); version++) {
            for (var statement : versions.get(version - 1)) {
                execute(connection, statement);
            }
            try (var insert = connection.prepareStatement("INSERT INTO muster_schema (version) VALUES (?)")) {
                insert.setInt(1, version);
                insert.executeUpdate();
            }
        }
        if (from == 0) {
            keepAppendOnly(connection);
        }
        connection.commit();
    }

    /** Behind a savepoint, so that a database without triggers keeps the tables all the same. */
    private static void keepAppendOnly(Connection connection) throws SQLException {
        var tables = connection.setSavepoint();
        try {
            for (var statement : APPEND_ONLY) {
                execute(connection, statement);
            }
        } catch (SQLException e) {
            if (!WITHOUT_TRIGGERS.contains(e.getSQLState())) {
                throw e;
            }
            connection.rollback(tables);
        }
    }

    private static void execute(Connection connection, String statement) throws SQLException {
        try (var prepared = connection.prepareStatement(statement)) {
            prepared.execute();
        }
    }
}
