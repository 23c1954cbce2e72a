package dev.muster.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A forge on this machine, as far as Muster writes to one: comments of one request and issues of one project, in pages of a
 * hundred, with the real limits. Refusals can be set, each for the next thing of its kind that is asked for.
 */
public abstract class ForgeServer implements AutoCloseable {
    public static final String TOKEN = "t0k3n-of-the-forge";
    public static final String OURS = "muster-bot";
    public static final long REQUEST = 3;

    static final JsonMapper JSON = JsonMapper.shared();
    static final int PAGE = 100;

    private static final Answer UNAUTHORIZED = new Answer(401, Map.of(), "{\"message\":\"Bad credentials\"}");

    /** A comment or an issue's text. */
    public record Text(String id, String author, String body) {}

    /** An open issue and its comments. */
    public record Issue(Text text, List<Text> comments) {}

    /** What is answered instead of what was asked for: status 0 hangs up. */
    public record Refusal(String kind, int status, Map<String, String> headers, String body, boolean isDone) {}

    /** Status, headers and body. */
    record Answer(int status, Map<String, String> headers, String body) {
        Answer(int status, JsonNode body) {
            this(status, Map.of("Content-Type", "application/json"), body.toString());
        }
    }

    private final HttpServer server;
    private final Deque<Refusal> refusals = new ArrayDeque<>();
    private final ConcurrentLinkedQueue<String> asked = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<String> headers = new ConcurrentLinkedQueue<>();
    private Runnable afterwards = () -> {};
    private int ids = 100;

    final List<Text> comments = new ArrayList<>();
    final List<Issue> issues = new ArrayList<>();

    ForgeServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::handle);
        server.start();
    }

    /** Where its API is. */
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + prefix();
    }

    abstract String prefix();

    /** What is asked for: a kind and what it is about, such as {@code replace 17}. */
    abstract String named(String method, URI uri, JsonNode body);

    /** Does it. */
    abstract Answer serve(String what, JsonNode body);

    /** The variables of a pipeline of this forge, with the token. */
    public abstract Map<String, String> variables();

    /** The name of the header that holds the token, and all before it. */
    abstract String authorization();

    // --- what is there -----------------------------------------------------------------------------------------------

    public synchronized void comment(String id, String author, String... lines) {
        comments.add(new Text(id, author, String.join("\n", lines)));
    }

    public synchronized void issue(String id, String author, String... lines) {
        issues.add(new Issue(new Text(id, author, String.join("\n", lines)), new ArrayList<>()));
    }

    public synchronized List<Text> comments() {
        return List.copyOf(comments);
    }

    public synchronized List<Issue> issues() {
        return List.copyOf(issues);
    }

    public synchronized void forget() {
        comments.clear();
        issues.clear();
    }

    // --- what it refuses ---------------------------------------------------------------------------------------------

    public synchronized void refuse(String kind, int status, Map<String, String> headers, String body) {
        refusals.add(new Refusal(kind, status, headers, body, false));
    }

    /** Hangs up without an answer. */
    public synchronized void hangUp(String kind) {
        refusals.add(new Refusal(kind, 0, Map.of(), "", false));
    }

    /** Does what is asked for, and hangs up. */
    public synchronized void loseAnswer(String kind) {
        refusals.add(new Refusal(kind, 0, Map.of(), "", true));
    }

    /** Happens once, after the next refusal. */
    public synchronized void afterwards(Runnable change) {
        afterwards = change;
    }

    // --- what was asked ----------------------------------------------------------------------------------------------

    public List<String> asked() {
        return List.copyOf(asked);
    }

    /** Only what changes something. */
    public List<String> written() {
        return asked.stream()
                .filter(what -> !what.startsWith("search") && !what.equals("account"))
                .toList();
    }

    /** The values of the header that should hold the token. */
    public List<String> shown() {
        return List.copyOf(headers);
    }

    private synchronized void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var bytes = exchange.getRequestBody().readAllBytes();
            var body = bytes.length == 0 ? JSON.createObjectNode() : JSON.readTree(bytes);
            var what = named(exchange.getRequestMethod(), exchange.getRequestURI(), body);
            asked.add(what);
            headers.add(String.valueOf(
                    exchange.getRequestHeaders().getFirst(authorization().replaceFirst(": .*", ""))));
            var refusal = refusal(what);
            if (refusal.isPresent()) {
                refused(exchange, what, body, refusal.get());
            } else {
                answer(exchange, isAuthorized(exchange) ? serve(what, body) : UNAUTHORIZED);
            }
        }
    }

    private boolean isAuthorized(HttpExchange exchange) {
        var parts = authorization().split(": ", -1);
        return (parts[1] + TOKEN).equals(exchange.getRequestHeaders().getFirst(parts[0]));
    }

    private Optional<Refusal> refusal(String what) {
        return Optional.ofNullable(refusals.peek())
                .filter(next -> what.startsWith(next.kind()))
                .map(next -> refusals.remove());
    }

    private void refused(HttpExchange exchange, String what, JsonNode body, Refusal refusal) throws IOException {
        if (refusal.isDone()) {
            serve(what, body);
        } else if (refusal.status() > 0) {
            answer(exchange, new Answer(refusal.status(), refusal.headers(), refusal.body()));
        }
        afterwards.run();
        afterwards = () -> {};
    }

    private static void answer(HttpExchange exchange, Answer answer) throws IOException {
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        var bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    static ObjectNode object() {
        return JSON.createObjectNode();
    }

    String newId() {
        return String.valueOf(ids++);
    }

    /** Puts another text in the place of one, if it is there. */
    boolean replace(String id, String body) {
        for (int at = 0; at < comments.size(); at++) {
            if (comments.get(at).id().equals(id)) {
                comments.set(at, new Text(id, comments.get(at).author(), body));
                return true;
            }
        }
        return false;
    }

    Optional<Issue> issue(String id) {
        return issues.stream().filter(issue -> issue.text().id().equals(id)).findFirst();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
