package dev.muster.seax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.apply.Classifier;
import dev.muster.apply.PostResponse;
import dev.muster.apply.SendResult;
import dev.muster.testing.Samples;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.approvaltests.Approvals;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Everything that can go wrong between the program and SeaX, done by a real socket to the transport as it is shipped: what
 * is concluded, and how many whole posts the server had read by then. Only shorter times than in production are given.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class WireFaultsTest {
    private static final ApiKey KEY = ApiKey.of("fake-key-0000");
    private static final String BODY = "{\"name\":\"🎉\"}";
    private static final String ACCEPTED = Samples.acceptance(Samples.immediate("flash-sale"), "campaign_1");
    private static final String GOOD = answer("200 OK", ACCEPTED);
    private static final String UNSIZED = "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n" + ACCEPTED;
    private static final int MEGABYTE = 1 << 20;

    private static final Duration LONG = Duration.ofSeconds(20);
    private static final SendLimits PATIENT = new SendLimits(LONG, LONG, LONG, MEGABYTE);

    /** For servers that do not answer; whoever reads the request has half a second for it. */
    private static final SendLimits BRIEF =
            new SendLimits(LONG, Duration.ofMillis(500), Duration.ofMillis(900), MEGABYTE);

    private static final SendLimits BRIEF_CONNECT = new SendLimits(Duration.ofMillis(500), LONG, LONG, MEGABYTE);

    @TempDir
    Path folder;

    private final List<String> rows = new ArrayList<>();

    @Test
    void what_each_fault_proves_and_how_many_posts_it_cost() throws Exception {
        try (var elsewhere = new RawServer(connection -> connection.read().write(GOOD))) {
            connecting();
            securing();
            resetting();
            answeringBadly();
            stalling();
            overflowing();
            answering();
            redirecting(elsewhere.port());
            repeating();
            assertThat(elsewhere.requests()).as("where a redirect points to").isEmpty();
        }
        Approvals.verify(String.join("\n", rows) + "\n");
    }

    @Test
    void a_good_answer_that_ends_anywhere_before_its_end_is_never_proof() throws IOException {
        for (var whole : new String[] {GOOD, UNSIZED}) {
            for (int cut : IntStream.range(0, whole.length()).toArray()) {
                try (var server = new RawServer(connection -> connection.read().write(whole.substring(0, cut)))) {
                    var verdict = verdict(sender("http", server.port(), PATIENT).post(BODY));
                    assertThat(verdict).as(whole.substring(0, cut)).isEqualTo("in doubt");
                    assertThat(server.requests()).hasSize(1);
                }
            }
        }
    }

    private void connecting() throws IOException {
        int closed;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = socket.getLocalPort();
        }
        row("the connection is refused", 0, sender("http", closed, PATIENT).post(BODY));
        // a name of more than 255 characters is asked of nobody
        var nowhere = new SeaxEndpoint("https://" + "unheard-of.".repeat(25) + "invalid", Samples.WORKSPACE_ID, KEY);
        row("the host name is not known", 0, new SeaxSender(nowhere, PATIENT).post(BODY));
        try (var full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var waiting = crowd(full.getLocalPort());
            row(
                    "the connection is not taken",
                    0,
                    sender("http", full.getLocalPort(), BRIEF_CONNECT).post(BODY));
            for (var socket : waiting) {
                socket.close();
            }
        }
    }

    /** So many that wait to be accepted that the system lets nobody else in. */
    private static List<Socket> crowd(int port) throws IOException {
        var waiting = new ArrayList<Socket>();
        try {
            while (waiting.size() < 100) {
                var socket = new Socket();
                waiting.add(socket);
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
            }
        } catch (SocketTimeoutException full) {
            return waiting;
        }
        throw new IllegalStateException("this system lets everybody wait");
    }

    private void securing() throws Exception {
        secure("the TLS handshake is not answered", BRIEF_CONNECT, RawServer.Connection::stall);
        secure(
                "the TLS handshake ends with a close",
                PATIENT,
                connection -> connection.socket().getInputStream().readNBytes(64));
        secure("the port speaks no TLS", PATIENT, connection -> {
            connection.socket().getInputStream().readNBytes(64);
            connection.write("HTTP/1.1 400 Bad Request\r\n\r\n").stall();
        });
        try (var server =
                new RawServer(selfSigned(), connection -> connection.read().write(GOOD))) {
            row(
                    "the certificate is nobody's",
                    server,
                    sender("https", server.port(), PATIENT).post(BODY));
        }
    }

    private void secure(String fault, SendLimits limits, RawServer.Behaviour behaviour) throws IOException {
        try (var server = new RawServer(behaviour)) {
            row(fault, server, sender("https", server.port(), limits).post(BODY));
        }
    }

    private void resetting() throws IOException {
        plain(
                "a reset before anything is read",
                connection -> connection.awaitArrival().reset());
        plain("a reset in the middle of the request", connection -> {
            connection.socket().getInputStream().readNBytes(40);
            connection.reset();
        });
        plain(
                "a reset after the request is read",
                connection -> connection.read().reset());
        plain("a close before anything is read", connection -> {});
        plain("a close after the request is read", RawServer.Connection::read);
        plain("a large request of which nothing is read", BRIEF, "x".repeat(20 * MEGABYTE), connection -> {
            connection.ignore();
        });
    }

    private void answeringBadly() throws IOException {
        plain("a status line that breaks off", connection -> connection.read().write("HTT"));
        plain("headers that break off", connection -> connection.read().write("HTTP/1.1 200 OK\r\nContent-Le"));
        plain("a line that is no HTTP", connection -> connection.read().write("Good day\r\n\r\n"));
        plain("a status that is no number", connection -> connection.read().write("HTTP/1.1 abc OK\r\n\r\n"));
        plain("100 Continue, then a close", connection -> connection.read().write("HTTP/1.1 100 Continue\r\n\r\n"));
        plain(
                "a length that is no number",
                connection -> connection.read().write("HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n" + ACCEPTED));
        plain(
                "a body shorter than its length",
                connection -> connection.read().write(GOOD.substring(0, GOOD.length() - 20)));
        plain(
                "a chunked body that is cut",
                connection -> connection
                        .read()
                        .write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
                                + Integer.toHexString(ACCEPTED.length()) + "\r\n" + ACCEPTED + "\r\n"));
        plain(
                "a body without a length that is cut",
                connection -> connection.read().write(UNSIZED.substring(0, UNSIZED.length() - 20)));
        plain(
                "a reset in the middle of the body",
                connection -> connection
                        .read()
                        .write(GOOD.substring(0, GOOD.length() - 20))
                        .reset());
    }

    private void stalling() throws IOException {
        plain("no answer", BRIEF, BODY, connection -> connection.read().stall());
        plain(
                "headers that stall",
                BRIEF,
                BODY,
                connection ->
                        connection.read().write("HTTP/1.1 200 OK\r\nContent-").stall());
        plain(
                "a body that stalls",
                BRIEF,
                BODY,
                connection -> connection
                        .read()
                        .write(GOOD.substring(0, GOOD.length() - 20))
                        .stall());
    }

    private void overflowing() throws IOException {
        plain("a body that never ends", connection -> flood(connection, "HTTP/1.1 200 OK\r\n\r\n", "x"));
        plain(
                "headers that never end",
                BRIEF,
                BODY,
                connection -> flood(connection, "HTTP/1.1 200 OK\r\n", "X-A: b\r\n"));
        plain(
                "JSON of a hundred thousand lists in each other",
                connection -> connection
                        .read()
                        .write(answer(
                                "200 OK",
                                "{\"id\":\"campaign_1\",\"x\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}")));
    }

    private static void flood(RawServer.Connection connection, String beginning, String more) throws IOException {
        connection.read().write(beginning);
        OutputStream out = connection.socket().getOutputStream();
        var chunk = more.repeat(10_000).getBytes(StandardCharsets.UTF_8);
        while (true) {
            out.write(chunk);
        }
    }

    private void answering() throws IOException {
        plain("200 with the campaign", connection -> connection.read().write(GOOD));
        plain(
                "200 with the campaign and the key",
                connection -> connection.read().write(answer("200 OK", ACCEPTED.replace("sending", KEY.reveal()))));
        plain("200 with nothing", connection -> connection.read().write(answer("200 OK", "")));
        plain("200 with a page", connection -> connection.read().write(answer("200 OK", "<html></html>")));
        plain("204", connection -> connection.read().write("HTTP/1.1 204 No Content\r\n\r\n"));
        plain(
                "401 as SeaX says it",
                connection -> connection
                        .read()
                        .write(answer(
                                "401 Unauthorized",
                                "{\"error\":\"Unauthorized\",\"message\":\"no\",\"status_code\":401}")));
        plain("401 with a page", connection -> connection.read().write(answer("401 Unauthorized", "<html></html>")));
        plain("502 with a page", connection -> connection.read().write(answer("502 Bad Gateway", "<html></html>")));
        plain(
                "503 that asks to come back at once",
                connection -> connection
                        .read()
                        .write(answer("503 Busy", "{}").replaceFirst("\r\n", "\r\nRetry-After: 0\r\n")));
    }

    private void redirecting(int elsewhere) throws IOException {
        for (int status : new int[] {301, 302, 303, 307, 308}) {
            plain(
                    status + " to another host",
                    connection -> connection
                            .read()
                            .write("HTTP/1.1 " + status + " Moved\r\nLocation: http://localhost:" + elsewhere
                                    + "/campaigns\r\nContent-Length: 0\r\n\r\n"));
        }
    }

    /** The second post of a run; the server keeps the first one's connection open, closes it, or fails the second. */
    private void repeating() throws IOException {
        second(
                "the second post, the connection of the first still open",
                (connection, first) -> connection.read().write(GOOD).stall());
        second(
                "the second post, the connection of the first closed",
                (connection, first) -> connection.read().write(GOOD));
        second("the second post is read, then a close", (connection, first) -> {
            connection.read();
            if (first) {
                connection.write(GOOD).stall();
            }
        });
    }

    private interface Turn {
        void on(RawServer.Connection connection, boolean first) throws IOException;
    }

    private void second(String fault, Turn turn) throws IOException {
        try (var server = new RawServer(
                connection -> turn.on(connection, connection.requests().isEmpty()))) {
            var sender = sender("http", server.port(), PATIENT);
            assertThat(verdict(sender.post(BODY))).isEqualTo("sent");
            row(fault, server, sender.post(BODY));
        }
    }

    private void plain(String fault, RawServer.Behaviour behaviour) throws IOException {
        plain(fault, PATIENT, BODY, behaviour);
    }

    private void plain(String fault, SendLimits limits, String body, RawServer.Behaviour behaviour) throws IOException {
        try (var server = new RawServer(behaviour)) {
            row(fault, server, sender("http", server.port(), limits).post(body));
        }
    }

    private void row(String fault, RawServer server, PostResponse answer) {
        row(fault, server.requests().size(), answer);
    }

    private void row(String fault, int posts, PostResponse answer) {
        assertThat(answer.toString()).as(fault).doesNotContain(KEY.reveal());
        rows.add(String.format(Locale.ROOT, "%-55s %d read  %s", fault, posts, verdict(answer)));
    }

    private static String verdict(PostResponse answer) {
        var result = Classifier.classify(answer, Samples.immediate("flash-sale"), Samples.NOW);
        if (result instanceof SendResult.Accepted) {
            return "sent";
        }
        return result instanceof SendResult.Refused ? "not sent" : "in doubt";
    }

    private static String answer(String status, String body) {
        return "HTTP/1.1 " + status + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length()
                + "\r\n\r\n" + body;
    }

    private static SeaxSender sender(String scheme, int port, SendLimits limits) {
        var url = scheme + "://127.0.0.1:" + port + "/seax-api/api/v1";
        return new SeaxSender(new SeaxEndpoint(url, Samples.WORKSPACE_ID, KEY), limits);
    }

    /** A server with a certificate that it made itself. */
    private ServerSocket selfSigned() throws IOException, GeneralSecurityException, InterruptedException {
        var store = folder.resolve("server.p12");
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var command = Stream.of(
                keytool,
                "-genkeypair",
                "-alias",
                "server",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "SAN=IP:127.0.0.1",
                "-storetype",
                "PKCS12",
                "-storepass",
                "fixture",
                "-keystore",
                store.toString());
        var made = new ProcessBuilder(command.toList())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(made.waitFor()).isZero();
        return secured(store, "fixture");
    }

    private static ServerSocket secured(Path store, String password) throws IOException, GeneralSecurityException {
        var keys = KeyManagerFactory.getInstance("PKIX");
        keys.init(KeyStore.getInstance(store.toFile(), password.toCharArray()), password.toCharArray());
        var context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }
}
