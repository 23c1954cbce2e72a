package dev.muster.cli.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.muster.cli.InMemoryProgram;
import dev.muster.cli.event.Webhook.Limits;
import dev.muster.http.Network;
import dev.muster.sandbox.api.Operation;
import dev.muster.sandbox.http.Fault;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WebhookTest {
    private static final Limits PATIENT = new Limits(1_000, Duration.ofSeconds(60), Duration.ofSeconds(60));

    private final List<String> received = new CopyOnWriteArrayList<>();
    private final List<String> paths = new CopyOnWriteArrayList<>();
    private final List<String> headers = new CopyOnWriteArrayList<>();
    private final List<String> said = new ArrayList<>();
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server;
    private int answer = 204;
    private boolean isStuck;

    @TempDir
    Path folder;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::take);
        server.start();
    }

    @AfterEach
    void stop() {
        goOn.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private void take(HttpExchange exchange) throws IOException {
        received.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        paths.add(exchange.getRequestURI().toString());
        exchange.getRequestHeaders().forEach((name, values) -> headers.add(name + ": " + values));
        if (isStuck) {
            await();
        }
        exchange.getResponseHeaders().add("Location", "/elsewhere");
        exchange.sendResponseHeaders(answer, -1);
        exchange.close();
    }

    private void await() {
        try {
            goOn.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void posts_each_event_once_and_in_order() {
        try (var hook = hook(PATIENT)) {
            Stream.of("{\"n\":1}\n", "{\"n\":2}\n", "{\"n\":3}\n").forEach(hook::tell);
        }
        assertThat(received).containsExactly("{\"n\":1}\n", "{\"n\":2}\n", "{\"n\":3}\n");
        assertThat(paths).containsOnly("/secret-path?token=1");
        assertThat(headers).contains("Content-type: [application/json]");
        assertThat(said).isEmpty();
    }

    @Test
    void follows_no_redirect_and_tries_nothing_twice() {
        answer = 307;
        try (var hook = hook(PATIENT)) {
            hook.tell("{}");
        }
        assertThat(paths).containsExactly("/secret-path?token=1");
        assertThat(said)
                .containsExactly("1 of 1 events did not reach the webhook at 127.0.0.1: it answered 307. The run itself"
                        + " is not affected.");
    }

    @Test
    void waits_for_nobody_and_says_how_much_was_dropped() {
        isStuck = true;
        try (var hook = hook(new Limits(2, Duration.ofSeconds(60), Duration.ofMillis(1)))) {
            Stream.generate(() -> "{}").limit(100).forEach(hook::tell);
        }
        assertThat(received).hasSizeLessThanOrEqualTo(1);
        assertThat(said)
                .containsExactly(
                        "The webhook at 127.0.0.1 does not take every event: it is too slow, and too many events wait for"
                                + " it.",
                        "100 of 100 events did not reach the webhook at 127.0.0.1: it is too slow, and too many events"
                                + " wait for it. The run itself is not affected.");
    }

    @Test
    void gives_up_an_event_that_is_not_answered_in_time() {
        isStuck = true;
        try (var hook = hook(new Limits(2, Duration.ofMillis(50), Duration.ofSeconds(60)))) {
            hook.tell("{}");
        }
        assertThat(said)
                .singleElement()
                .asString()
                .contains("1 of 1 events", "did not answer in time: they may have arrived");
    }

    @Test
    void a_server_that_is_not_there_is_said() {
        server.stop(0);
        try (var hook = hook(PATIENT)) {
            hook.tell("{}");
        }
        assertThat(said).singleElement().asString().contains("it cannot be reached, or broke off");
    }

    @Test
    void an_apply_tells_the_same_events_with_every_product_and_never_the_key() {
        try (var program = new InMemoryProgram(folder)) {
            var run = program.run("apply", "--confirm", "6", "--webhook", address());

            assertThat(run.code()).isZero();
            assertThat(run.err()).isEmpty();
            assertThat(types()).containsExactly("version", "plan", "effect", "summary");
            assertThat(String.join("", received) + headers)
                    .doesNotContain(program.sandbox().apiKey());
            received.clear();

            var printed = program.run("apply", "--json", "--webhook", address());
            assertThat(printed.out()).isEqualTo(String.join("", received));
        }
    }

    @Test
    void an_apply_sends_the_same_whether_or_not_anybody_listens() {
        answer = 500;
        try (var program = new InMemoryProgram(folder)) {
            var run = program.run("apply", "--confirm", "6", "--webhook", address());

            assertThat(run.code()).isZero();
            assertThat(run.out()).contains("1 campaign created, 6 messages.");
            assertThat(run.err()).contains("4 of 4 events did not reach the webhook at 127.0.0.1: it answered 500.");
            assertThat(run.err()).doesNotContain("secret-path");
            assertThat(program.sandbox().ledger().messages()).isEqualTo(6);
        }
    }

    @Test
    void a_run_that_fails_tells_it_last() {
        try (var program = new InMemoryProgram(folder)) {
            assertThat(program.run("apply", "no-such-plan.json", "--webhook", address())
                            .code())
                    .isNotZero();
            assertThat(received).isEmpty();

            program.sandbox().fault(Operation.PHONES, Fault.html(403), 20);
            var run = program.run("apply", "--confirm", "6", "--webhook", address());
            assertThat(run.code()).isEqualTo(1);
            assertThat(types()).containsExactly("failure");
        }
    }

    @Test
    void a_watch_tells_every_change() {
        try (var program = new InMemoryProgram(folder)) {
            program.run("apply", "--confirm", "6");
            var run = program.run("status", "--watch", "--webhook", address());

            assertThat(run.code()).isZero();
            assertThat(types()).startsWith("version", "progress").endsWith("ended", "summary");
            assertThat(program.run("status", "--webhook", address()).code()).isEqualTo(64);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.com/hook",
                "ftp://example.com/hook",
                "https://user:secret@example.com/hook",
                "https://example.com/hook#secret",
                "http://127.0.0.1.example.com/hook",
                "https:///hook",
                "hook secret"
            })
    void takes_no_address_at_which_others_could_listen(String address) {
        try (var program = new InMemoryProgram(folder)) {
            var run = program.run("apply", "--confirm", "6", "--webhook", address);

            assertThat(run.code()).isEqualTo(64);
            assertThat(run.all()).contains("--webhook").doesNotContain("secret");
            assertThat(program.sandbox().ledger().messages()).isZero();
        }
    }

    private Webhook hook(Limits limits) {
        return new Webhook(URI.create(address()), Network.DIRECT, limits, said::add);
    }

    private String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/secret-path?token=1";
    }

    private List<String> types() {
        return received.stream()
                .map(line -> line.replaceAll("(?s)^\\{\"type\":\"([a-z_]+)\".*", "$1"))
                .toList();
    }
}
