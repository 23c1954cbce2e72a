package dev.muster.ci.player;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.muster.ci.player.Tokens.Token;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * GitHub's API, as far as comments and issues need it (docs.github.com, "REST API endpoints for issue comments" and "for
 * issues"): what is new is written by REST, what is there is asked of a {@link Graph}. A text has at most 65,536 characters;
 * tokens, limits and missing things are refused as GitHub does it.
 */
final class RestServer implements HttpHandler {
    static final String NO_RIGHT = "Resource not accessible by integration";
    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern ROUTE =
            Pattern.compile("/api/v3/repos/([\\w.-]+/[\\w.-]+)/issues(?:/(?<number>\\d+)/comments)?");

    private final String repository;
    private final Tokens tokens;
    private final Discussion discussion;
    private final ConcurrentLinkedQueue<Refusal> refusals = new ConcurrentLinkedQueue<>();

    RestServer(String repository, Tokens tokens, Discussion discussion) {
        this.repository = repository;
        this.tokens = tokens;
        this.discussion = discussion;
    }

    /** What is answered to the next request below this path instead of what it asks for. */
    record Refusal(String path, int status, Map<String, String> headers, String message) {
        /** GitHub's secondary limit, which says in how many seconds to come again. */
        static Refusal secondary(String path, int seconds) {
            return new Refusal(
                    path,
                    403,
                    Map.of("Retry-After", String.valueOf(seconds)),
                    "You have exceeded a secondary rate limit. Please wait a few minutes before you try again.");
        }

        static Refusal tooMany(String path, int seconds) {
            return new Refusal(path, 429, Map.of("Retry-After", String.valueOf(seconds)), "Too many requests");
        }
    }

    record Answer(int status, Object body, Map<String, String> headers) {
        static Answer of(int status, Object body) {
            return new Answer(status, body, Map.of());
        }

        static Answer message(int status, String message) {
            return of(status, Map.of("message", message, "documentation_url", "https://docs.github.com/rest"));
        }
    }

    void refuse(Refusal refusal) {
        refusals.add(refusal);
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = exchange.getRequestBody().readAllBytes();
            var answer = answer(exchange, body.length == 0 ? JSON.createObjectNode() : JSON.readTree(body));
            var json = JSON.writeValueAsBytes(answer.body());
            answer.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
            exchange.sendResponseHeaders(answer.status(), json.length);
            exchange.getResponseBody().write(json);
        }
    }

    private Answer answer(HttpExchange exchange, JsonNode body) {
        var path = exchange.getRequestURI().getPath();
        var refusal = refusals.peek();
        if (refusal != null && path.startsWith(refusal.path())) {
            refusals.remove();
            var refused = Answer.message(refusal.status(), refusal.message());
            return new Answer(refused.status(), refused.body(), refusal.headers());
        }
        var token = token(exchange);
        if (token.isEmpty()) {
            return Answer.message(401, "Bad credentials");
        }
        return path.equals("/api/graphql")
                ? new Graph(discussion, token.get()).answer(body)
                : write(path, token.get(), body);
    }

    private Optional<Token> token(HttpExchange exchange) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"))
                .map(header -> header.replaceFirst("(?i)^(bearer|token) +", ""))
                .flatMap(tokens::find);
    }

    private Answer write(String path, Token token, JsonNode body) {
        var route = ROUTE.matcher(path);
        if (!route.matches() || !repository.equals(route.group(1))) {
            return Answer.message(404, "Not Found");
        }
        if (!may(token, true)) {
            return token.isBot() ? Answer.message(403, NO_RIGHT) : Answer.message(404, "Not Found");
        }
        var number = Optional.ofNullable(route.group("number")).map(Integer::parseInt);
        if (number.isEmpty()) {
            return open(token, body);
        }
        return discussion.topic(number.get()).isEmpty()
                ? Answer.message(404, "Not Found")
                : written(
                        body,
                        () -> discussion
                                .comment(number.get(), token.account(), text(body))
                                .id());
    }

    /** Pull requests are issues here, so either right does for their comments. */
    static boolean may(Token token, boolean write) {
        return write
                ? token.mayWrite("issues") || token.mayWrite("pull-requests")
                : token.mayRead("issues") || token.mayRead("pull-requests");
    }

    private Answer open(Token token, JsonNode body) {
        return token.mayWrite("issues")
                ? written(
                        body,
                        () -> discussion
                                .open(false, token.account(), body.path("title").asString(""), text(body))
                                .number())
                : Answer.message(403, NO_RIGHT);
    }

    private static String text(JsonNode body) {
        return body.path("body").asString("");
    }

    private static Answer written(JsonNode body, Supplier<Number> write) {
        return isTaken(text(body))
                ? Answer.of(201, Map.of("id", write.get()))
                : Answer.message(422, "Validation Failed: body is too long (maximum is 65536 characters)");
    }

    static boolean isTaken(String text) {
        return !text.isBlank() && text.codePointCount(0, text.length()) <= Discussion.LONGEST;
    }
}
