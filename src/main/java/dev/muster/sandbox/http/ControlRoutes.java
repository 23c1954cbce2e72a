package dev.muster.sandbox.http;

import dev.muster.model.project.SandboxMovement;
import dev.muster.sandbox.api.ApiRequest;
import dev.muster.sandbox.api.ApiResponse;
import dev.muster.sandbox.api.ErrorBody;
import dev.muster.sandbox.api.Fields;
import dev.muster.sandbox.api.Methods;
import dev.muster.sandbox.api.RequestRefusedException;
import dev.muster.sandbox.api.WireTimes;
import dev.muster.sandbox.world.ControlException;
import dev.muster.sandbox.world.SandboxJson;
import dev.muster.sandbox.world.SandboxOptions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/**
 * The controls over HTTP, below {@code /_sandbox}: for people with curl and for tests in other processes. They need no key,
 * so they serve no web page ({@link RequestGuard}).
 */
final class ControlRoutes {
    private static final int MOST_LISTED = 100_000;
    private static final Duration SHORTEST_INTERVAL = Duration.ofMillis(1);

    private final Sandbox sandbox;
    private final List<ControlRoute> routes;

    ControlRoutes(Sandbox sandbox) {
        this.sandbox = sandbox;
        this.routes = Stream.concat(own().stream(), new TemplateRoutes(sandbox).all().stream())
                .toList();
    }

    private List<ControlRoute> own() {
        return List.of(
                get("ledger", this::ledger),
                get("ledger/numbers", this::numbers),
                get("requests", this::requests),
                get("clock", this::clock),
                ControlRoute.of("POST", "clock", (request, path) -> advance(body(request, "advance"))),
                get(
                        "options",
                        () -> SandboxJson.MAPPER.valueToTree(sandbox.options().written())),
                ControlRoute.of("POST", "options", (request, path) -> options(body(request))),
                ControlRoute.of("POST", "faults", (request, path) -> fault(body(request))),
                ControlRoute.of("POST", "moves", (request, path) -> move(body(request))),
                ControlRoute.of(
                        "POST", "movement", (request, path) -> movement(body(request, "add", "remove", "relabel"))),
                act("DELETE", "movement", path -> sandbox.movement(SandboxMovement.NONE)),
                act("DELETE", "contacts/{id}", path -> sandbox.removeContact(path.get(1))),
                act("DELETE", "faults", path -> sandbox.clearFaults()),
                act("POST", "reset", path -> sandbox.reset()),
                ControlRoute.of("POST", "labels", (request, path) -> done(() -> sandbox.createLabel(name(request)))),
                ControlRoute.of(
                        "PATCH",
                        "labels/{name}",
                        (request, path) -> done(() -> sandbox.renameLabel(path.get(1), name(request)))),
                act("DELETE", "labels/{name}", path -> sandbox.deleteLabel(path.get(1))),
                act("PUT", "contacts/{id}/labels/{name}", path -> sandbox.attachLabel(path.get(1), path.get(3))),
                act("DELETE", "contacts/{id}/labels/{name}", path -> sandbox.detachLabel(path.get(1), path.get(3))));
    }

    private interface Look {
        ObjectNode shown();
    }

    private static ControlRoute get(String path, Look look) {
        return ControlRoute.of("GET", path, (request, parts) -> look.shown());
    }

    private static ControlRoute act(String method, String path, Consumer<List<String>> act) {
        return ControlRoute.of(method, path, (request, parts) -> done(() -> act.accept(parts)));
    }

    /** Answers a request; {@code path} is what follows {@code /_sandbox}. */
    ApiResponse answer(ApiRequest request, List<String> path) {
        try {
            RequestRefusedException.requireNone(RequestGuard.controlObjection(request));
            return route(request, path);
        } catch (RequestRefusedException refusal) {
            return refusal.reply(SandboxOptions.standard());
        } catch (ControlException impossible) {
            var problem = ErrorBody.invalid("request", String.valueOf(impossible.getMessage()));
            return new RequestRefusedException(problem).reply(SandboxOptions.standard());
        }
    }

    private ApiResponse route(ApiRequest request, List<String> path) {
        var here = routes.stream().filter(route -> route.isAt(path)).toList();
        return here.stream()
                .filter(route -> route.method().equals(request.asked()))
                .findFirst()
                .map(route -> ApiResponse.ok(route.act().apply(request, path)))
                .orElseGet(() -> Methods.of(here.stream().map(ControlRoute::method))
                        .otherwise(request, ErrorBody.notFound("Route"), SandboxOptions.standard()));
    }

    private static ObjectNode body(ApiRequest request, String... known) {
        var body =
                SandboxJson.object(request.body()).orElseThrow(() -> new RequestRefusedException(ErrorBody.notJson()));
        if (known.length > 0) {
            new Fields(body).requireOnly(List.of(known));
        }
        return body;
    }

    private static String name(ApiRequest request) {
        return required(request, "name");
    }

    private static String required(ApiRequest request, String field) {
        var fields = new Fields(body(request, field));
        if (fields.lacks(field)) {
            throw new RequestRefusedException(ErrorBody.missing(field));
        }
        return fields.text(field).orElse("");
    }

    private static ObjectNode done(Runnable act) {
        act.run();
        return SandboxJson.object().put("done", true);
    }

    /** By person, unless that is a list which nobody would read. */
    private ObjectNode ledger() {
        var totals = sandbox.ledgerTotals();
        return SandboxJson.MAPPER.valueToTree(totals.contactsMessaged() > MOST_LISTED ? totals : sandbox.ledger());
    }

    /** Every campaign by numbers with each of its messages and what filled it. */
    private ObjectNode numbers() {
        return SandboxJson.object().set("campaigns", SandboxJson.MAPPER.valueToTree(sandbox.ledgerByNumbers()));
    }

    private ObjectNode requests() {
        return SandboxJson.object().set("requests", SandboxJson.MAPPER.valueToTree(sandbox.requests()));
    }

    private ObjectNode clock() {
        return SandboxJson.object().put("now", sandbox.now().toString());
    }

    private ObjectNode advance(ObjectNode body) {
        var fields = new Fields(body);
        sandbox.advance(WireTimes.duration("advance", fields.text("advance").orElse("")));
        return clock();
    }

    private ObjectNode options(ObjectNode body) {
        var fields = new Fields(body);
        var options = sandbox.options();
        for (var kind : body.propertyNames()) {
            options = options.with(kind, fields.text(kind).orElse(""));
        }
        sandbox.options(options);
        return SandboxJson.MAPPER.valueToTree(options.written());
    }

    private ObjectNode fault(ObjectNode body) {
        var operation = FaultReader.operation(body);
        var fault = FaultReader.read(body);
        int after = FaultReader.after(body);
        int times = FaultReader.times(body);
        return done(() -> sandbox.fault(operation, fault, after, times));
    }

    private ObjectNode movement(ObjectNode body) {
        var pace = new SandboxMovement(interval(body, "add"), interval(body, "remove"), interval(body, "relabel"));
        return done(() -> sandbox.movement(pace));
    }

    private static Optional<Duration> interval(ObjectNode body, String field) {
        return new Fields(body).text(field).map(text -> {
            var interval = WireTimes.duration(field, text);
            if (interval.compareTo(SHORTEST_INTERVAL) < 0) {
                throw new ControlException(field + " must be at least " + SHORTEST_INTERVAL + ": " + text);
            }
            return interval;
        });
    }

    private ObjectNode move(ObjectNode body) {
        new Fields(body).requireOnly(MoveReader.FIELDS);
        var move = MoveReader.read(body);
        return done(() -> sandbox.move(move));
    }
}
