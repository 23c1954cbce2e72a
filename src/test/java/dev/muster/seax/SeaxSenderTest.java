package dev.muster.seax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.apply.PostResponse;
import dev.muster.testing.Samples;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import org.approvaltests.Approvals;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What the sender says of each kind of answer, and how it is set; {@link WireFaultsTest} has everything that can go wrong. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SeaxSenderTest {
    private static final ApiKey KEY = ApiKey.of("fake-key-0000");
    private static final String BODY = "{\"name\":\"🎉\"}";
    private static final String ACCEPTED = Samples.acceptance(Samples.immediate("flash-sale"), "campaign_1");

    /** Generous where a test must not run into it; a stall waits for {@link #SHORT}. */
    private static final SendLimits PATIENT =
            new SendLimits(Duration.ofSeconds(10), Duration.ofSeconds(10), Duration.ofSeconds(10), 1 << 20);

    private static final SendLimits SHORT =
            new SendLimits(Duration.ofSeconds(10), Duration.ofMillis(200), Duration.ofMillis(400), 1 << 20);

    @Test
    void the_transport_is_set_like_this_and_no_other_way() throws IOException {
        try (var server = new RawServer(connection -> connection.read().write(answer("200 OK", ACCEPTED)));
                var connection = sender(server, SendLimits.DEFAULT).open()) {
            sender(server, PATIENT).post(BODY);
            var config = connection.config();
            Approvals.verify("""
                    follows redirects  %s
                    keeps cookies      %s
                    retries            %s
                    compresses         %s
                    verifies TLS       %s
                    version            %s
                    connect timeout    %s ms
                    request timeout    %s ms
                    limits             %s

                    %s
                    """.formatted(
                            config.getFollowRedirects(),
                            config.getEnabledCookieManagement(),
                            config.isAutomaticRetryAfter(),
                            config.isRequestCompressionOn(),
                            config.isVerifySsl(),
                            config.getVersion(),
                            config.getConnectionTimeout(),
                            config.getRequestTimeout(),
                            SendLimits.DEFAULT,
                            server.requests().get(0).replace("\r", "").replace(":" + server.port(), ":PORT")));
        }
    }

    @Test
    void keeps_only_headers_that_say_nothing_about_the_account() throws IOException {
        var answer = answer("200 OK", ACCEPTED)
                .replaceFirst("\r\n", "\r\nSet-Cookie: session=1\r\nX-Request-Id: r-1\r\nX-Other: 1\r\n");
        var received =
                (PostResponse.Received) post(connection -> connection.read().write(answer), PATIENT, 1);
        assertThat(received.headers()).containsOnlyKeys("content-length", "content-type", "x-request-id");
        assertThat(received.body()).isEqualTo(ACCEPTED);
        assertThat(received.intact()).isTrue();
    }

    @Test
    void a_refused_connection_proves_that_nothing_left() throws IOException {
        int closed;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = socket.getLocalPort();
        }
        var answer = new SeaxSender(endpoint("http", closed), PATIENT).post(BODY);
        assertThat(answer).isEqualTo(new PostResponse.NeverLeft("the connection was refused"));
    }

    @Test
    void silence_ends_with_our_timeout() throws IOException {
        var answer = post(connection -> connection.read().stall(), SHORT, 1);
        assertThat(answer).isEqualTo(new PostResponse.Lost("no answer within 1 s"));
    }

    @Test
    void a_body_that_stalls_ends_with_our_own_deadline() throws IOException {
        var half = answer("200 OK", ACCEPTED).substring(0, 120);
        var answer = post(connection -> connection.read().write(half).stall(), SHORT, 1);
        assertThat(answer).isEqualTo(new PostResponse.Lost("no complete answer within 1 s"));
    }

    @Test
    void a_body_shorter_than_promised_is_kept_but_not_intact() throws IOException {
        var cut = answer("200 OK", ACCEPTED).replaceAll("(?s).{20}$", "");
        var received =
                (PostResponse.Received) post(connection -> connection.read().write(cut), PATIENT, 1);
        assertThat(received.intact()).isFalse();
        assertThat(received.body()).startsWith("{\"id\":\"campaign_1\"");
    }

    @Test
    void an_answer_that_asks_to_try_again_is_not_obeyed() throws IOException {
        var busy = answer("503 Busy", "{}").replaceFirst("\r\n", "\r\nRetry-After: 0\r\n");
        var received =
                (PostResponse.Received) post(connection -> connection.read().write(busy), PATIENT, 1);
        assertThat(received.status()).isEqualTo(503);
        assertThat(received.headers()).containsEntry("retry-after", "0");
    }

    @Test
    void a_body_that_never_ends_is_left_at_the_limit() throws IOException {
        var received = (PostResponse.Received) post(
                connection -> {
                    connection.read().write("HTTP/1.1 200 OK\r\n\r\n");
                    while (true) {
                        connection.write("x".repeat(8192));
                    }
                },
                PATIENT,
                1);
        assertThat(received.intact()).isFalse();
        assertThat(received.body()).hasSize(PATIENT.maxBody());
    }

    @Test
    void a_body_of_exactly_the_limit_is_whole() throws IOException {
        var limits = new SendLimits(PATIENT.connect(), PATIENT.request(), PATIENT.overall(), ACCEPTED.length());
        var received = (PostResponse.Received)
                post(connection -> connection.read().write(answer("200 OK", ACCEPTED)), limits, 1);
        assertThat(received.intact()).isTrue();
    }

    @Test
    void a_body_that_is_not_utf_8_is_not_intact() throws IOException {
        var received = (PostResponse.Received) post(
                connection -> {
                    connection.read().write("HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\n");
                    connection.socket().getOutputStream().write(0xFF);
                },
                PATIENT,
                1);
        assertThat(received.intact()).isFalse();
    }

    @Test
    void an_interrupted_send_is_in_doubt_and_stays_interrupted() throws IOException {
        Thread.currentThread().interrupt();
        var answer = post(connection -> connection.read().stall(), SHORT);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(answer).isEqualTo(new PostResponse.Lost("interrupted while waiting for the answer"));
    }

    /** Posts once to a server with this behaviour, which must have seen so many whole requests. */
    private static PostResponse post(RawServer.Behaviour behaviour, SendLimits limits, int seen) throws IOException {
        try (var server = new RawServer(behaviour)) {
            var answer = sender(server, limits).post(BODY);
            assertThat(server.requests()).hasSize(seen);
            assertThat(answer.toString()).doesNotContain(KEY.reveal());
            return answer;
        }
    }

    private static PostResponse post(RawServer.Behaviour behaviour, SendLimits limits) throws IOException {
        try (var server = new RawServer(behaviour)) {
            return sender(server, limits).post(BODY);
        }
    }

    private static String answer(String status, String body) {
        return "HTTP/1.1 " + status + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length()
                + "\r\n\r\n" + body;
    }

    private static SeaxSender sender(RawServer server, SendLimits limits) {
        return new SeaxSender(endpoint("http", server.port()), limits);
    }

    private static SeaxEndpoint endpoint(String scheme, int port) {
        return new SeaxEndpoint(scheme + "://127.0.0.1:" + port + "/seax-api/api/v1", Samples.WORKSPACE_ID, KEY);
    }
}
