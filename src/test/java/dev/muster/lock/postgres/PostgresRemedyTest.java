package dev.muster.lock.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with a database, told by what the server or the connection says. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PostgresRemedyTest {
    @ParameterizedTest
    @CsvSource({
        "28P01, PASSWORD",
        "28000, USER",
        "3D000, DATABASE",
        "3F000, SCHEMA",
        "42501, RIGHTS",
        "57P03, LATER",
        "53300, LATER",
        "08006, LATER",
    })
    void what_a_server_says(String state, PostgresRemedy cure) {
        assertThat(PostgresRemedy.of(new SQLException("it said so", state))).isEqualTo(cure);
    }

    @Test
    void what_a_connection_failed_of() {
        assertThat(failedOf(new UnknownHostException("db.example"))).isEqualTo(PostgresRemedy.HOST);
        assertThat(failedOf(new ConnectException("refused"))).isEqualTo(PostgresRemedy.PORT);
        assertThat(failedOf(new SSLHandshakeException("no path"))).isEqualTo(PostgresRemedy.TLS);
        assertThat(PostgresRemedy.of(new SQLException("nothing known"))).isEqualTo(PostgresRemedy.LATER);
    }

    private static PostgresRemedy failedOf(Exception cause) {
        return PostgresRemedy.of(new SQLException("the connection attempt failed", "08001", cause));
    }

    @Test
    void each_names_the_variable_and_never_a_password() {
        for (var cure : PostgresRemedy.values()) {
            var sentence = cure.sentence("MY_URL");
            assertThat(sentence).endsWith(".").doesNotContain("%");
        }
    }
}
