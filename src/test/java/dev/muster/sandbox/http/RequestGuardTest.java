package dev.muster.sandbox.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every request here is written by hand, because a client of HTTP does not let us choose the host. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RequestGuardTest extends RunningSandbox {
    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LocalHost:8080", "127.0.0.1", "127.0.0.1:1", "[::1]", "[::1]:8080"})
    void this_machine_may_ask(String host) throws IOException {
        assertThat(asked("POST /_sandbox/reset", "Host: " + host)).startsWith("HTTP/1.1 200 ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sandbox.example",
                "sandbox.example:8080",
                "localhost.example",
                "127.0.0.1.example",
                "10.0.0.1",
                "localhost@sandbox.example",
                "[::2]",
                "sandbox.example/localhost",
                "%",
                ""
            })
    void a_name_that_a_stranger_can_choose_is_refused(String host) throws IOException {
        created();

        assertThat(asked("POST /_sandbox/reset", "Host: " + host))
                .startsWith("HTTP/1.1 403 ")
                .contains("Host must be localhost, 127.0.0.1 or [::1]");
        assertThat(sandbox.ledger().messages()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://shop.example",
                "null",
                "http://localhost",
                "http://localhost:81",
                "https://localhost:80",
                "http://127.0.0.1:80"
            })
    void a_page_of_another_origin_is_refused_by_controls_and_api(String origin) throws IOException {
        created();

        assertThat(asked("POST /_sandbox/reset", "Host: localhost:80", "Origin: " + origin))
                .startsWith("HTTP/1.1 403 ");
        assertThat(asked(
                        "GET " + sandbox.baseUrl().getPath() + "/workspace/" + sandbox.workspaceId() + "/phones",
                        "Host: localhost:80",
                        "X-API-Key: " + sandbox.apiKey(),
                        "Origin: " + origin))
                .startsWith("HTTP/1.1 403 ");
        assertThat(sandbox.ledger().messages()).isPositive();
    }

    @Test
    void a_page_of_this_server_may_ask() throws IOException {
        assertThat(asked("POST /_sandbox/reset", "Host: localhost:8080", "Origin: http://localhost:8080"))
                .startsWith("HTTP/1.1 200 ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "none|415",
                "text/plain|415",
                "text/plain;application/json|415",
                "application/x-www-form-urlencoded|415",
                "multipart/form-data; boundary=x|415",
                "application/jsonx|415",
                "application/json|200",
                "Application/JSON; charset=utf-8|200"
            })
    void a_body_must_be_json_by_its_type(String type, int status) throws IOException {
        assertThat(asked(
                        "POST /_sandbox/clock",
                        "Host: localhost",
                        type == null ? "X-None: 1" : "Content-Type: " + type,
                        "Content-Length: 18",
                        "",
                        "{\"advance\":\"PT1H\"}"))
                .startsWith("HTTP/1.1 " + status + " ");
        assertThat(sandbox.now()).isEqualTo(status == 200 ? CLOCK.plusSeconds(3600) : CLOCK);
    }

    @Test
    void a_form_without_fields_is_refused_by_its_type() throws IOException {
        assertThat(asked(
                        "POST /_sandbox/reset",
                        "Host: localhost",
                        "Content-Type: application/x-www-form-urlencoded",
                        "Content-Length: 0"))
                .startsWith("HTTP/1.1 415 ")
                .contains("Content-Type must be application/json");
    }

    @Test
    void an_address_that_cannot_be_read_is_refused_in_words() throws IOException {
        assertThat(asked("GET /seax-api/api/v1/workspace?keyword=%zz", "Host: localhost"))
                .startsWith("HTTP/1.1 400 ");
    }

    private void created() {
        try {
            created("Sale");
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private String asked(String first, String... lines) throws IOException {
        try (var socket =
                new Socket(InetAddress.getLoopbackAddress(), sandbox.baseUrl().getPort())) {
            var text =
                    first + " HTTP/1.1\r\n" + String.join("\r\n", lines) + (first.contains("clock") ? "" : "\r\n\r\n");
            socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
