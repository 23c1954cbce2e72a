package dev.muster.lock.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** The connection of one run, opened again after it was lost. */
final class PostgresSession implements AutoCloseable {
    private final PostgresDatabase database;
    private final PostgresTables tables;
    private final AdvisoryLock turn;
    private Optional<Connection> connection;

    PostgresSession(PostgresDatabase database, PostgresTables tables, AdvisoryLock turn, Connection connection) {
        this.database = database;
        this.tables = tables;
        this.turn = turn;
        this.connection = Optional.of(connection);
    }

    PostgresTables tables() {
        return tables;
    }

    boolean isOpen() {
        return connection.isPresent();
    }

    /** The connection; a new one asks for its turn again, but does not depend on it. */
    Connection connection() throws SQLException {
        if (connection.isEmpty()) {
            var opened = database.open();
            connection = Optional.of(opened);
            turn.take(opened);
        }
        return connection.get();
    }

    /** After an error nobody knows what the other end did with the last statements. */
    void drop() {
        connection.ifPresent(PostgresSession::closeQuietly);
        connection = Optional.empty();
    }

    @Override
    public void close() {
        try {
            if (connection.isPresent()) {
                turn.giveBack(connection.get());
            }
        } catch (SQLException e) {
            // the turn ends with the session
        } finally {
            drop();
        }
    }

    private static void closeQuietly(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            // what was committed is durable; there is nothing else to save
        }
    }
}
