package dev.muster.sandbox.http;

import dev.muster.sandbox.api.Fields;
import dev.muster.sandbox.api.Methods;
import dev.muster.sandbox.api.Problem;
import dev.muster.sandbox.api.Refusal;
import dev.muster.sandbox.api.Reply;
import dev.muster.sandbox.api.Request;
import dev.muster.sandbox.api.Times;
import dev.muster.sandbox.world.ControlException;
import dev.muster.sandbox.world.Json;
import dev.muster.sandbox.world.SandboxOptions;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/**
 * The controls over HTTP, below {@code /_sandbox}: for people with curl and for tests in other processes. They need no key,
 * so they serve no web page ({@link RequestGuard}).
 */
final class ControlRoutes {
    private final Sandbox sandbox;
    private final List<ControlRoute> routes;

    ControlRoutes(Sandbox sandbox) {
        this.sandbox = sandbox;
        this.routes = List.of(
                get("ledger", () -> Json.MAPPER.valueToTree(sandbox.ledger())),
                get("requests", this::requests),
                get("clock", this::clock),
                ControlRoute.of("POST", "clock", (request, path) -> advance(body(request, "advance"))),
                get("options", () -> Json.MAPPER.valueToTree(sandbox.options().written())),
                ControlRoute.of("POST", "options", (request, path) -> options(body(request))),
                ControlRoute.of("POST", "faults", (request, path) -> fault(body(request))),
                act("DELETE", "faults", path -> sandbox.clearFaults()),
                act("POST", "reset", path -> sandbox.reset()),
                ControlRoute.of("POST", "labels", (request, path) -> done(() -> sandbox.createLabel(name(request)))),
                ControlRoute.of(
                        "PATCH",
                        "labels/{name}",
                        (request, path) -> done(() -> sandbox.renameLabel(path.get(1), name(request)))),
                act("DELETE", "labels/{name}", path -> sandbox.deleteLabel(path.get(1))),
                ControlRoute.of(
                        "PATCH",
                        "templates/{name}",
                        (request, path) -> done(() -> sandbox.judgeTemplate(path.get(1), status(request)))),
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
    Reply answer(Request request, List<String> path) {
        try {
            Refusal.requireNone(RequestGuard.controlObjection(request));
            return route(request, path);
        } catch (Refusal refusal) {
            return refusal.reply(SandboxOptions.standard());
        } catch (ControlException impossible) {
            var problem = Problem.invalid("request", String.valueOf(impossible.getMessage()));
            return new Refusal(problem).reply(SandboxOptions.standard());
        }
    }

    private Reply route(Request request, List<String> path) {
        var here = routes.stream().filter(route -> route.isAt(path)).toList();
        return here.stream()
                .filter(route -> route.method().equals(request.asked()))
                .findFirst()
                .map(route -> Reply.ok(route.act().apply(request, path)))
                .orElseGet(() -> Methods.of(here.stream().map(ControlRoute::method))
                        .otherwise(request, Problem.notFound("Route"), SandboxOptions.standard()));
    }

    private static ObjectNode body(Request request, String... known) {
        var body = Json.object(request.body()).orElseThrow(() -> new Refusal(Problem.notJson()));
        if (known.length > 0) {
            new Fields(body).requireOnly(List.of(known));
        }
        return body;
    }

    private static String name(Request request) {
        return required(request, "name");
    }

    private static String status(Request request) {
        return required(request, "status");
    }

    private static String required(Request request, String field) {
        var fields = new Fields(body(request, field));
        if (fields.lacks(field)) {
            throw new Refusal(Problem.missing(field));
        }
        return fields.text(field).orElse("");
    }

    private static ObjectNode done(Runnable act) {
        act.run();
        return Json.object().put("done", true);
    }

    private ObjectNode requests() {
        return Json.object().set("requests", Json.MAPPER.valueToTree(sandbox.requests()));
    }

    private ObjectNode clock() {
        return Json.object().put("now", sandbox.now().toString());
    }

    private ObjectNode advance(ObjectNode body) {
        var fields = new Fields(body);
        sandbox.advance(Times.duration("advance", fields.text("advance").orElse("")));
        return clock();
    }

    private ObjectNode options(ObjectNode body) {
        var fields = new Fields(body);
        var options = sandbox.options();
        for (var kind : body.propertyNames()) {
            options = options.with(kind, fields.text(kind).orElse(""));
        }
        sandbox.options(options);
        return Json.MAPPER.valueToTree(options.written());
    }

    private ObjectNode fault(ObjectNode body) {
        var operation = FaultReader.operation(body);
        var fault = FaultReader.read(body);
        int times = FaultReader.times(body);
        return done(() -> sandbox.fault(operation, fault, times));
    }
}
