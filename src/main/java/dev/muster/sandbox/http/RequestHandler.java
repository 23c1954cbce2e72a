package dev.muster.sandbox.http;

import com.sun.net.httpserver.HttpExchange;
import dev.muster.sandbox.api.ApiRequest;
import dev.muster.sandbox.api.ApiResponse;
import dev.muster.sandbox.api.ErrorBody;
import dev.muster.sandbox.api.Operation;
import dev.muster.sandbox.api.RequestRefusedException;
import dev.muster.sandbox.api.SandboxApi;
import dev.muster.sandbox.world.ControlException;
import dev.muster.sandbox.world.Ids;
import dev.muster.sandbox.world.Move;
import dev.muster.sandbox.world.ResponseAnomaly;
import dev.muster.sandbox.world.SandboxOptions;
import dev.muster.sandbox.world.SandboxWorld;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The door: takes a request, checks the key, lets the programmed fault have its way, and answers. It logs method, path and
 * status only. It is one file because each way to answer ends the same request.
 */
final class RequestHandler {
    static final List<String> BASE = List.of("seax-api", "api", "v1");
    private static final List<String> WORKSPACE = Stream.concat(
                    BASE.stream(), Stream.of("workspace", SandboxWorld.WORKSPACE_ID))
            .toList();
    static final String KEY = "sandbox-key-not-secret";

    private static final Logger LOG = LoggerFactory.getLogger(RequestHandler.class);
    private static final long LONGEST_SILENCE_SECONDS = 30;

    private final SandboxApi seax;
    private final Faults faults;
    private final Sandbox owner;
    private final ControlRoutes controls;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final List<RecordedRequest> requests = new ArrayList<>();
    private final List<Runnable> late = new ArrayList<>();
    private volatile SandboxOptions options;

    /** A request that the API knows. */
    private record Known(Operation operation, ApiRequest request, String id) {}

    RequestHandler(SandboxApi seax, Faults faults, Sandbox owner, ControlRoutes controls, SandboxOptions options) {
        this.seax = seax;
        this.faults = faults;
        this.owner = owner;
        this.controls = controls;
        this.options = options;
    }

    void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            open(exchange);
            LOG.debug(
                    "{} {} {}",
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().getPath(),
                    exchange.getResponseCode());
        } catch (RuntimeException bug) {
            LOG.warn(
                    "the sandbox failed on {} {}",
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().getPath(),
                    bug);
            throw bug;
        }
    }

    private void open(HttpExchange exchange) throws IOException {
        try {
            var request = ApiRequest.read(exchange);
            if (!request.path().isEmpty() && request.path().get(0).equals("_sandbox")) {
                ResponseWriter.send(
                        exchange,
                        controls.answer(
                                request,
                                request.path().subList(1, request.path().size())));
            } else {
                record(request, exchange);
                serve(request, exchange);
            }
        } catch (RequestRefusedException refusal) {
            ResponseWriter.send(exchange, refusal.reply(options));
        }
    }

    private ApiResponse withoutKey(Optional<Known> known) {
        var refusal = new RequestRefusedException(ErrorBody.invalidKey()).reply(options);
        return known.map(asked -> asked.operation().refusal(refusal)).orElse(refusal);
    }

    private void serve(ApiRequest request, HttpExchange exchange) throws IOException {
        RequestRefusedException.requireNone(RequestGuard.apiObjection(request));
        var below = below(request);
        if (request.method().equals("OPTIONS")) {
            ResponseWriter.send(exchange, unserved(request, below));
            return;
        }
        var key = Optional.ofNullable(exchange.getRequestHeaders().getFirst("X-API-Key"));
        var known = below.flatMap(path -> known(request, path));
        boolean hasKey = key.filter(KEY::equals).isPresent();
        if (!hasKey || known.isEmpty()) {
            ResponseWriter.send(exchange, hasKey ? unserved(request, below) : withoutKey(known));
            return;
        }
        owner.moveOn();
        var fault = faults.next(known.get().operation());
        if (fault.isEmpty()) {
            ResponseWriter.send(exchange, answer(known.get(), Optional.empty()));
        } else {
            misbehave(fault.get(), known.get(), exchange);
        }
    }

    private ApiResponse unserved(ApiRequest request, Optional<List<String>> below) {
        return Operation.methods(below.orElse(List.of()), options)
                .otherwise(request, ErrorBody.notFound("Resource"), options);
    }

    /**
     * The path below {@code /seax-api/api/v1/workspace/{workspace_id}}. One example of the API document leaves out the first
     * part.
     */
    private static Optional<List<String>> below(ApiRequest request) {
        return Stream.of(WORKSPACE, WORKSPACE.subList(1, WORKSPACE.size()))
                .filter(prefix -> request.path().size() > prefix.size()
                        && request.path().subList(0, prefix.size()).equals(prefix))
                .map(prefix ->
                        request.path().subList(prefix.size(), request.path().size()))
                .findFirst();
    }

    private Optional<Known> known(ApiRequest request, List<String> below) {
        return Operation.of(request.asked(), below, options)
                .map(operation -> new Known(operation, request, operation.id(below)));
    }

    private ApiResponse answer(Known known, Optional<ResponseAnomaly> quirk) {
        return seax.answer(known.operation(), known.request(), known.id(), options, quirk);
    }

    private void misbehave(Fault fault, Known known, HttpExchange exchange) throws IOException {
        pause(fault.delay().toMillis());
        var reply = Optional.<ApiResponse>empty();
        for (int commit = 0; commit < fault.commits(); commit++) {
            reply = Optional.of(answer(known, fault.quirk()));
        }
        if (fault.late()) {
            later(() -> answer(known, Optional.empty()));
        }
        fault.move().ifPresent(this::move);
        spoil(fault.spoiling().at(known.operation()), reply, exchange);
    }

    private void move(Move move) {
        try {
            owner.move(move);
        } catch (ControlException impossible) {
            throw new RequestRefusedException(ErrorBody.invalid("move", String.valueOf(impossible.getMessage())));
        }
    }

    /** The connection ends when the exchange is closed: to answer nothing is to leave. */
    private void spoil(Fault.Spoiling spoiling, Optional<ApiResponse> reply, HttpExchange exchange) throws IOException {
        if (spoiling instanceof Fault.Spoiling.Silence) {
            pause(TimeUnit.SECONDS.toMillis(LONGEST_SILENCE_SECONDS));
        } else if (spoiling instanceof Fault.Spoiling.Replaced replaced) {
            ResponseWriter.send(exchange, replaced);
        } else if (spoiling instanceof Fault.Spoiling.Truncated && reply.isPresent()) {
            ResponseWriter.sendHalf(exchange, reply.get());
        } else if (spoiling instanceof Fault.Spoiling.AnotherId && reply.isPresent()) {
            ResponseWriter.send(exchange, renamed(reply.get()));
        } else if (spoiling instanceof Fault.Spoiling.AsItIs && reply.isPresent()) {
            ResponseWriter.send(exchange, reply.get());
        }
    }

    private static ApiResponse renamed(ApiResponse reply) {
        var body = reply.body().deepCopy();
        if (body instanceof ObjectNode object) {
            object.put("id", "campaign_" + Ids.uuid("another campaign", 1));
        }
        return new ApiResponse(reply.status(), body);
    }

    /** Waits, but not past the end of the server. */
    private void pause(long millis) {
        try {
            boolean closed = millis > 0 && closing.await(millis, TimeUnit.MILLISECONDS);
            LOG.debug("paused {} ms, closing: {}", millis, closed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void record(ApiRequest request, HttpExchange exchange) {
        synchronized (requests) {
            requests.add(new RecordedRequest(
                    request.method(), exchange.getRequestURI().toString(), request.body()));
        }
    }

    List<RecordedRequest> requests() {
        synchronized (requests) {
            return List.copyOf(requests);
        }
    }

    void forgetRequests() {
        synchronized (requests) {
            requests.clear();
        }
    }

    private void later(Runnable act) {
        synchronized (late) {
            late.add(act);
        }
    }

    /** Does what was put off. */
    void settle() {
        List<Runnable> acts;
        synchronized (late) {
            acts = List.copyOf(late);
            late.clear();
        }
        acts.forEach(Runnable::run);
    }

    SandboxOptions options() {
        return options;
    }

    void options(SandboxOptions changed) {
        options = changed;
    }

    /** Ends every pause. */
    void close() {
        closing.countDown();
    }
}
