package dev.muster.sandbox.http;

import dev.muster.sandbox.api.ApiResponse;
import dev.muster.sandbox.api.ErrorBody;
import dev.muster.sandbox.api.Operation;
import dev.muster.sandbox.world.Move;
import dev.muster.sandbox.world.ResponseAnomaly;
import dev.muster.sandbox.world.SandboxJson;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.node.ObjectNode;

/**
 * One way in which a request goes wrong: how often the server acts on it, how long it waits, and what the client sees. The
 * difference that decides everything is whether the server acted before it failed.
 */
public record Fault(
        int commits,
        boolean late,
        Duration delay,
        Optional<ResponseAnomaly> quirk,
        Optional<Move> move,
        Spoiling spoiling) {
    /** The same without a move. */
    public Fault(int commits, boolean late, Duration delay, Optional<ResponseAnomaly> quirk, Spoiling spoiling) {
        this(commits, late, delay, quirk, Optional.empty(), spoiling);
    }

    /** What becomes of the answer. */
    public sealed interface Spoiling {
        /** As it looks where it happens. */
        default Spoiling at(Operation operation) {
            return this;
        }

        /** It arrives. */
        record AsItIs() implements Spoiling {}

        /** The connection is closed without an answer. */
        record Closed() implements Spoiling {}

        /** Nothing comes for half a minute, then the connection is closed. */
        record Silence() implements Spoiling {}

        /** Half of it arrives, then the connection is closed. */
        record Truncated() implements Spoiling {}

        /** It carries the id of another campaign. */
        record AnotherId() implements Spoiling {}

        /** Something else arrives. */
        record Replaced(int status, Map<String, String> headers, String body) implements Spoiling {
            public Replaced {
                headers = Collections.unmodifiableMap(new TreeMap<>(headers));
            }

            /** An error as the document of the operation shows it; of too many requests, one document speaks. */
            @Override
            public Spoiling at(Operation operation) {
                return SandboxJson.object(body)
                        .filter(json -> status >= 400 && status != 429)
                        .map(json -> operation.refusal(new ApiResponse(status, json)))
                        .<Spoiling>map(answer ->
                                new Replaced(status, headers, answer.body().toString()))
                        .orElse(this);
            }
        }
    }

    private static final String JSON = "application/json";
    private static final String HTML = "text/html";

    /** Nothing goes wrong. */
    static Fault none() {
        return of(1, new Spoiling.AsItIs());
    }

    /** The right answer, and before the client asks again, contacts are removed, added and relabelled. */
    public static Fault contactsMove(Move move) {
        return new Fault(1, false, Duration.ZERO, Optional.empty(), Optional.of(move), new Spoiling.AsItIs());
    }

    /** The connection is closed and nothing happened. */
    public static Fault drop() {
        return of(0, new Spoiling.Closed());
    }

    /** It happened, and the connection is closed without an answer. */
    public static Fault commitThenDrop() {
        return of(1, new Spoiling.Closed());
    }

    /** The connection is closed; it happens when the clock is next advanced. */
    public static Fault dropThenCommitLate() {
        return new Fault(0, true, Duration.ZERO, Optional.empty(), new Spoiling.Closed());
    }

    /** It happened, and no answer comes. */
    public static Fault commitThenSilence() {
        return of(1, new Spoiling.Silence());
    }

    /** An error without effect, in the API document's shape. */
    public static Fault status(int status) {
        return of(0, error(status));
    }

    /** A refusal of the text, as when a template was stopped after it was listed; without effect. */
    public static Fault templateRefused() {
        var problem = ErrorBody.templateNotApproved("message");
        var body = problem.tutorialBody().toString();
        return of(0, new Spoiling.Replaced(422, Map.of("Content-Type", JSON), body));
    }

    /** An error that is not true: it happened. */
    public static Fault commitThenStatus(int status) {
        return of(1, error(status));
    }

    /** 429 as the API document shows it. */
    public static Fault rateLimited() {
        return rateLimited(Optional.of("60"), Optional.empty());
    }

    /** 429 with {@code retry_after} in the body as this JSON, and with this header, each if given. */
    public static Fault rateLimited(Optional<String> retryAfterJson, Optional<String> retryAfterHeader) {
        var headers = new TreeMap<>(Map.of("Content-Type", JSON));
        retryAfterHeader.ifPresent(value -> headers.put("Retry-After", value));
        var body = ErrorBody.rateLimited().tutorialBody();
        retryAfterJson.ifPresent(json -> body.set("retry_after", SandboxJson.MAPPER.readTree(json)));
        return of(0, new Spoiling.Replaced(429, headers, body.toString()));
    }

    /** The right answer, after a while. */
    public static Fault slow(Duration delay) {
        return new Fault(1, false, delay, Optional.empty(), new Spoiling.AsItIs());
    }

    /** It happened, and the answer is cut in the middle. */
    public static Fault commitThenTruncate() {
        return of(1, new Spoiling.Truncated());
    }

    /** It happened, and 200 comes with this body. */
    public static Fault commitThenBody(String body) {
        return of(1, new Spoiling.Replaced(200, Map.of("Content-Type", JSON), body));
    }

    /** It happened, and 200 comes with what is not JSON. */
    public static Fault commitThenGarbage() {
        return commitThenBody("\u0000\u0001 not JSON {{{");
    }

    /** It happened, and the answer names another campaign. */
    public static Fault commitThenAnotherId() {
        return of(1, new Spoiling.AnotherId());
    }

    /** It happened twice, as when a gateway repeats a request; the client sees the second answer. */
    public static Fault replayedByGateway() {
        return of(2, new Spoiling.AsItIs());
    }

    /** It happened twice, and the connection is closed without an answer. */
    public static Fault replayedThenDrop() {
        return of(2, new Spoiling.Closed());
    }

    /** A page of a machine in between, which says nothing about what SeaX did. */
    public static Fault html(int status) {
        var page = "<html><body><h1>" + status + "</h1></body></html>";
        return of(0, new Spoiling.Replaced(status, Map.of("Content-Type", HTML), page));
    }

    /** A redirect that would carry body and key to another place. */
    public static Fault redirect(String location) {
        return of(0, new Spoiling.Replaced(307, Map.of("Content-Type", HTML, "Location", location), ""));
    }

    /** The right answer with one thing wrong in it. */
    public static Fault quirk(ResponseAnomaly quirk) {
        return new Fault(1, false, Duration.ZERO, Optional.of(quirk), new Spoiling.AsItIs());
    }

    private static Fault of(int commits, Spoiling spoiling) {
        return new Fault(commits, false, Duration.ZERO, Optional.empty(), spoiling);
    }

    private static Spoiling error(int status) {
        return new Spoiling.Replaced(
                status, Map.of("Content-Type", JSON), errorBody(status).toString());
    }

    private static ObjectNode errorBody(int status) {
        return switch (status) {
            case 401 -> ErrorBody.invalidKey().tutorialBody();
            case 429 -> ErrorBody.rateLimited().tutorialBody().put("retry_after", 60);
            default ->
                SandboxJson.object()
                        .put("error", "Error")
                        .put("message", "Something went wrong")
                        .put("status_code", status);
        };
    }
}
