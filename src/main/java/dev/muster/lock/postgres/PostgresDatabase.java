package dev.muster.lock.postgres;

import dev.muster.diagnostic.EnvironmentException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.postgresql.Driver;

/**
 * A database that speaks PostgreSQL's protocol, by the URL of an environment variable. The URL may hold a password, so
 * neither is ever shown: refusals call the database by its variable, and what the driver says is redacted.
 */
public final class PostgresDatabase {
    /** In seconds. Without them a connection that went silent would hold up a run for ever. */
    private static final int CONNECT_TIMEOUT = 10;

    private static final int SOCKET_TIMEOUT = 30;

    /** The driver logs a URL that it cannot read, password included. Held here, or the setting would be collected. */
    private static final Logger DRIVER_LOG = Logger.getLogger("org.postgresql");

    private final String variable;
    private final String url;
    private final Properties properties;
    private final Set<String> secrets;

    private PostgresDatabase(String variable, String url, Properties properties, Set<String> secrets) {
        this.variable = variable;
        this.url = url;
        this.properties = properties;
        this.secrets = secrets;
    }

    /**
     * Takes {@code postgresql://USER:PASSWORD@HOST:5432/DATABASE} and what JDBC takes; reaches for nothing yet. Without a
     * schema it is the one that the URL or the server says.
     */
    public static PostgresDatabase of(String variable, String url, Optional<String> schema) {
        DRIVER_LOG.setLevel(Level.OFF);
        var written = Written.of(url);
        var properties = new Properties();
        written.user().ifPresent(user -> properties.setProperty("user", user));
        written.password().ifPresent(password -> properties.setProperty("password", password));
        schema.ifPresent(name -> properties.setProperty("currentSchema", name));
        properties.setProperty("connectTimeout", String.valueOf(CONNECT_TIMEOUT));
        properties.setProperty("socketTimeout", String.valueOf(SOCKET_TIMEOUT));
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("ApplicationName", "muster");
        properties.setProperty("prepareThreshold", "0"); // a pool between may give each transaction another session
        var understood = Optional.ofNullable(Driver.parseURL(written.jdbc(), properties))
                .orElseThrow(() -> new EnvironmentException(variable + " is not the URL of a PostgreSQL database;"
                        + " write"
                        + " postgresql://USER:PASSWORD@HOST:5432/DATABASE,"
                        + " with other characters than letters and digits"
                        + " percent-encoded"));
        requireOneSchema(variable, schema, understood);
        return new PostgresDatabase(variable, written.jdbc(), properties, secrets(url, written, understood));
    }

    /** The driver would take the one of the URL, and what the project file says would count for nothing. */
    private static void requireOneSchema(String variable, Optional<String> schema, Properties understood) {
        schema.filter(name -> !name.equals(understood.getProperty("currentSchema")))
                .ifPresent(name -> {
                    throw new EnvironmentException("`lock.schema` says " + name + ", and the URL in " + variable
                            + " names another schema: take `currentSchema` out of the URL");
                });
    }

    private static Set<String> secrets(String url, Written written, Properties understood) {
        var secrets = new TreeSet<String>((one, other) -> {
            int longerFirst = Integer.compare(other.length(), one.length());
            return longerFirst == 0 ? one.compareTo(other) : longerFirst;
        });
        secrets.add(url);
        secrets.add(written.jdbc());
        written.encodedPassword().ifPresent(secrets::add);
        Optional.ofNullable(understood.getProperty("password")).ifPresent(secrets::add);
        secrets.remove("");
        return secrets;
    }

    Connection open() throws SQLException {
        var connection = new Driver().connect(url, properties);
        if (connection == null) {
            throw new SQLException("the driver does not know this kind of URL", "08001");
        }
        connection.setAutoCommit(false);
        return connection;
    }

    /** The environment variable that names it. */
    String variable() {
        return variable;
    }

    /** How a refusal calls it. */
    String name() {
        return "the database of " + variable;
    }

    /** What the driver or the server said, without any password. */
    String said(SQLException problem) {
        var text = String.valueOf(problem.getMessage());
        for (var secret : secrets) {
            text = text.replace(secret, "[secret]");
        }
        return text.strip() + " (SQL state " + problem.getSQLState() + ")";
    }

    /** A URL in the driver's form, with the user and the password beside it where they stood before the host. */
    private record Written(
            String jdbc, Optional<String> user, Optional<String> password, Optional<String> encodedPassword) {
        static Written of(String url) {
            var scheme = url.indexOf("://");
            if (url.startsWith("jdbc:") || scheme < 0) {
                return new Written(url, Optional.empty(), Optional.empty(), Optional.empty());
            }
            var kind = url.substring(0, scheme).equals("postgres") ? "postgresql" : url.substring(0, scheme);
            var rest = url.substring(scheme + 3);
            int end = endOfHost(rest);
            int at = rest.lastIndexOf('@', end);
            var jdbc = "jdbc:" + kind + "://" + hostAndMore(rest.substring(at + 1));
            return at < 0
                    ? new Written(jdbc, Optional.empty(), Optional.empty(), Optional.empty())
                    : of(jdbc, rest.substring(0, at));
        }

        private static Written of(String jdbc, String userInfo) {
            int colon = userInfo.indexOf(':');
            var user = colon < 0 ? userInfo : userInfo.substring(0, colon);
            var password = Optional.of(userInfo).filter(text -> colon >= 0).map(text -> text.substring(colon + 1));
            return new Written(jdbc, Optional.of(decoded(user)), password.map(Written::decoded), password);
        }

        private static int endOfHost(String rest) {
            int slash = rest.indexOf('/');
            int question = rest.indexOf('?');
            if (slash < 0) {
                return question < 0 ? rest.length() : question;
            }
            return question < 0 ? slash : Math.min(slash, question);
        }

        /** The driver wants a slash after the host also where no database is named. */
        private static String hostAndMore(String rest) {
            int end = endOfHost(rest);
            return rest.startsWith("/", end) ? rest : rest.substring(0, end) + "/" + rest.substring(end);
        }

        private static String decoded(String text) {
            try {
                return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
            } catch (IllegalArgumentException notEncoded) {
                return text;
            }
        }
    }
}
