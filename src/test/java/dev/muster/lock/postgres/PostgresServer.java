package dev.muster.lock.postgres;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** A real PostgreSQL, started once for all tests of this process and stopped with it; each test gets a schema of its own. */
public final class PostgresServer {
    private static final AtomicInteger SCHEMAS = new AtomicInteger();
    private static Optional<EmbeddedPostgres> server = Optional.empty();

    private PostgresServer() {}

    /** The URL of an empty schema. */
    public static String freshUrl() {
        var schema = "test_" + SCHEMAS.incrementAndGet();
        var url = "postgresql://postgres:wrong-is-fine@127.0.0.1:" + port() + "/postgres?currentSchema=" + schema;
        execute(url, "CREATE SCHEMA " + schema);
        return url;
    }

    /** A database of its own, for tests that are about its schemas. */
    public static Database freshDatabase() {
        var name = "test_" + SCHEMAS.incrementAndGet();
        var before = "postgresql://postgres:wrong-is-fine@127.0.0.1:" + port() + "/";
        execute(before + "postgres", "CREATE DATABASE " + name);
        return new Database(name, before + name);
    }

    /** The URL says no schema. */
    public record Database(String name, String url) {
        public void execute(String statement) {
            PostgresServer.execute(url, statement);
        }

        /** The URL of a new schema in it. */
        public String schema(String schema) {
            execute("CREATE SCHEMA " + schema);
            return url + "?currentSchema=" + schema;
        }

        /** The same, of a user who has no rights but to this schema. */
        public String schemaOfStranger(String schema) {
            execute("CREATE ROLE stranger_of_" + name + " LOGIN");
            execute("CREATE SCHEMA " + schema + " AUTHORIZATION stranger_of_" + name);
            return url.replace("//postgres:", "//stranger_of_" + name + ":") + "?currentSchema=" + schema;
        }
    }

    /** The same schema as a database would show it that grants every advisory lock, as some relatives of PostgreSQL do. */
    public static String withoutTurns(String url) {
        execute(
                url,
                "CREATE OR REPLACE FUNCTION pg_try_advisory_lock(bigint) RETURNS boolean LANGUAGE sql AS 'SELECT"
                        + " true'");
        return url + "%2Cpg_catalog";
    }

    static void execute(String url, String statement) {
        try (var connection = connect(url);
                var prepared = connection.prepareStatement(statement)) {
            prepared.execute();
        } catch (SQLException e) {
            throw new IllegalStateException(statement, e);
        }
    }

    static int port() {
        return running().getPort();
    }

    /** For looking at the rows, and for breaking them. */
    static Connection connect(String url) throws SQLException {
        var connection = PostgresDatabase.of("TEST", url, Optional.empty()).open();
        connection.setAutoCommit(true);
        return connection;
    }

    private static synchronized EmbeddedPostgres running() {
        assumeTrue(
                PostgresServer.class.getResource("/postgres-linux-x86_64.txz") != null
                        && System.getProperty("os.name").equals("Linux")
                        && System.getProperty("os.arch").equals("amd64"),
                "the PostgreSQL that these tests start is built for Linux on amd64 only");
        if (server.isEmpty()) {
            try {
                server = Optional.of(EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off") // no test cuts the power
                        .start());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return server.get();
    }
}
