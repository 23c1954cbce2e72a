package dev.muster.lock.postgres;

import dev.muster.model.Sha256;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;

/**
 * Whose turn it is: an advisory lock of the database session, which ends with the session, however that ends. It is a
 * courtesy that spares runs from getting in each other's way. Where a database has no such locks, or a pool between gives
 * each transaction another session, every run gets its turn, and the compare-and-swap of the head row alone decides.
 */
final class AdvisoryLock {
    private static final Set<String> NOT_OFFERED = Set.of("0A000", "42883");

    private final long key;

    AdvisoryLock(String lineage) {
        var digest = Sha256.of("exclusive run " + lineage).value();
        this.key = Long.parseUnsignedLong(digest.substring("sha256:".length(), "sha256:".length() + 16), 16);
    }

    /** Never waits. */
    boolean take(Connection connection) throws SQLException {
        return call(connection, "SELECT pg_try_advisory_lock(?)");
    }

    void giveBack(Connection connection) throws SQLException {
        call(connection, "SELECT pg_advisory_unlock(?)");
    }

    private boolean call(Connection connection, String sql) throws SQLException {
        try (var call = connection.prepareStatement(sql)) {
            call.setLong(1, key);
            try (var rows = call.executeQuery()) {
                return rows.next() && rows.getBoolean(1);
            }
        } catch (SQLException e) {
            if (NOT_OFFERED.contains(e.getSQLState())) {
                return true;
            }
            throw e;
        } finally {
            connection.rollback();
        }
    }
}
