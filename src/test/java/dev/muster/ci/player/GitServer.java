package dev.muster.ci.player;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.muster.ci.player.Tokens.Token;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Private repositories over HTTP, by git's own {@code git http-backend}. As on GitHub, a request without authorization gets 401,
 * one with two of them 400, and a token that may only read gets 403 for a push.
 */
final class GitServer implements HttpHandler {
    /** Only a machine that is stuck takes longer. */
    private static final long PATIENCE_SECONDS = 180;

    private final Queue<Gate> gates = new ConcurrentLinkedQueue<>();
    private final Path root;
    private final Tokens tokens;

    GitServer(Path root, Tokens tokens) {
        this.root = root;
        this.tokens = tokens;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var shown = exchange.getRequestHeaders().getOrDefault("Authorization", List.of());
            var token = shown.size() == 1 ? token(shown.get(0)) : Optional.<Token>empty();
            int refusal = refusal(exchange, shown.size(), token);
            if (refusal == 0) {
                waitAtTheGate(exchange);
                serve(exchange, token.orElseThrow());
                return;
            }
            exchange.getRequestBody().readAllBytes();
            if (refusal == 401) {
                exchange.getResponseHeaders().set("WWW-Authenticate", "Basic realm=\"GitHub\"");
            }
            exchange.sendResponseHeaders(refusal, -1);
        }
    }

    /** Lets this push, counted from now, wait until the gate is opened. */
    Gate holdPush(int number) {
        var gate = new Gate(new AtomicInteger(number), new CountDownLatch(1), new CountDownLatch(1));
        gates.add(gate);
        return gate;
    }

    /** Where a push waits. */
    record Gate(AtomicInteger pushes, CountDownLatch reached, CountDownLatch opened) {
        void awaitPush() {
            await(reached);
        }

        void open() {
            opened.countDown();
        }

        private void arrive() {
            if (pushes.decrementAndGet() == 0) {
                reached.countDown();
                await(opened);
            }
        }

        private static void await(CountDownLatch latch) {
            try {
                if (!latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                    throw new AssertionError("nobody comes to the gate, or nobody opens it");
                }
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private void waitAtTheGate(HttpExchange exchange) {
        if (isPush(exchange) && exchange.getRequestMethod().equals("POST")) {
            gates.forEach(Gate::arrive);
        }
    }

    private static int refusal(HttpExchange exchange, int headers, Optional<Token> token) {
        if (headers > 1) {
            return 400;
        }
        if (token.isEmpty()) {
            return 401;
        }
        if (!token.get().mayRead("contents")) {
            return 403;
        }
        return isPush(exchange) && !token.get().mayWrite("contents") ? 403 : 0;
    }

    private static boolean isPush(HttpExchange exchange) {
        return exchange.getRequestURI().toString().contains("git-receive-pack");
    }

    private Optional<Token> token(String header) {
        if (!header.toLowerCase(Locale.ROOT).startsWith("basic ")) {
            return Optional.empty();
        }
        var pair = new String(Base64.getDecoder().decode(header.substring(6).strip()), StandardCharsets.UTF_8);
        return tokens.find(pair.substring(pair.indexOf(':') + 1));
    }

    private void serve(HttpExchange exchange, Token token) throws IOException {
        var builder = new ProcessBuilder("git", "http-backend");
        var environment = builder.environment();
        environment.put("GIT_CONFIG_GLOBAL", "/dev/null");
        environment.put("GIT_CONFIG_NOSYSTEM", "1");
        environment.put("GIT_PROJECT_ROOT", root.toString());
        environment.put("GIT_HTTP_EXPORT_ALL", "1");
        environment.put("REMOTE_USER", token.account());
        environment.put("REQUEST_METHOD", exchange.getRequestMethod());
        environment.put("PATH_INFO", withSuffix(exchange.getRequestURI().getPath()));
        environment.put(
                "QUERY_STRING",
                Optional.ofNullable(exchange.getRequestURI().getQuery()).orElse(""));
        passOn(exchange, "Content-Type", environment, "CONTENT_TYPE");
        passOn(exchange, "Content-Encoding", environment, "HTTP_CONTENT_ENCODING");
        passOn(exchange, "Git-Protocol", environment, "GIT_PROTOCOL");
        var process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
        var body = exchange.getRequestBody().readAllBytes();
        try (var in = process.getOutputStream()) {
            in.write(body);
        } catch (IOException endedEarly) {
            // what it says is read all the same
        }
        answer(exchange, process.getInputStream().readAllBytes());
    }

    /** GitHub takes the address of a repository with and without {@code .git}. */
    private static String withSuffix(String path) {
        return path.replaceFirst("^(/[^/]+/[^/]+?)(\\.git)?/", "$1.git/");
    }

    private static void passOn(HttpExchange exchange, String header, Map<String, String> environment, String variable) {
        Optional.ofNullable(exchange.getRequestHeaders().getFirst(header))
                .ifPresent(value -> environment.put(variable, value));
    }

    /** What a CGI program says: headers, an empty line and the body. */
    private static void answer(HttpExchange exchange, byte[] said) throws IOException {
        InputStream in = new ByteArrayInputStream(said);
        int status = 200;
        for (var line = line(in); !line.isEmpty(); line = line(in)) {
            var value = line.substring(line.indexOf(':') + 1).strip();
            if (line.startsWith("Status:")) {
                status = Integer.parseInt(value.substring(0, 3));
            } else {
                exchange.getResponseHeaders().add(line.substring(0, line.indexOf(':')), value);
            }
        }
        var body = in.readAllBytes();
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
            line.append((char) c);
        }
        return line.toString().strip();
    }
}
