package dev.muster.lock.postgres;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/**
 * What to do where a database cannot be used, by the SQLSTATE that the server sent
 * (<a href="https://www.postgresql.org/docs/current/errcodes-appendix.html">PostgreSQL, appendix A</a>), and where it sent
 * none by what the connection failed of.
 */
enum PostgresRemedy {
    PASSWORD("The user or the password is wrong: correct them in %s."),
    USER(
            "The server does not let this user in from here: correct the user in %s, or let the server's pg_hba.conf allow it."),
    DATABASE("There is no database of that name: correct the name after the host in %s, or make the database."),
    RIGHTS("The user has no right to do that: grant it to them, or name another user in %s."),
    SCHEMA(
            "There is no schema of that name: make it, or name another one in `lock: {schema: NAME}`. The database is that"
                    + " of %s."),
    HOST("There is no host of that name: correct the host in %s."),
    PORT("No database listens there: correct host and port in %s, or start the database."),
    TLS("The encrypted connection could not be made: correct `sslmode` and `sslrootcert` in %s."),
    LATER("Run again when the database of %s answers.");

    private final String sentence;

    PostgresRemedy(String sentence) {
        this.sentence = sentence;
    }

    /** What is wrong and what to do; {@code variable} is the environment variable that names the database. */
    String sentence(String variable) {
        return String.format(sentence, variable);
    }

    static PostgresRemedy of(SQLException problem) {
        return switch (Optional.ofNullable(problem.getSQLState()).orElse("")) {
            case "28P01" -> PASSWORD;
            case "28000" -> USER;
            case "3D000" -> DATABASE;
            case "3F000" -> SCHEMA;
            case "42501" -> RIGHTS;
            default -> ofConnection(problem);
        };
    }

    private static PostgresRemedy ofConnection(SQLException problem) {
        if (isCausedBy(problem, UnknownHostException.class)) {
            return HOST;
        }
        if (isCausedBy(problem, SSLException.class)
                || isCausedBy(problem, CertificateException.class)
                || String.valueOf(problem.getMessage()).contains("SSL")) {
            return TLS;
        }
        return isCausedBy(problem, ConnectException.class) ? PORT : LATER;
    }

    private static boolean isCausedBy(Throwable problem, Class<? extends Exception> kind) {
        return Stream.iterate(problem, cause -> cause != null, Throwable::getCause)
                .limit(LONGEST_CHAIN)
                .anyMatch(kind::isInstance);
    }

    /** A chain of causes may lead back to itself. */
    private static final int LONGEST_CHAIN = 20;
}
