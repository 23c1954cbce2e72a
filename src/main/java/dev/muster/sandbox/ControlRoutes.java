package dev.muster.sandbox;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ObjectNode;

/** The controls over HTTP, below {@code /_sandbox}: for people with curl and for tests in other processes. No key needed. */
final class ControlRoutes {
    private final Sandbox sandbox;

    ControlRoutes(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    /** Answers a request; {@code path} is what follows {@code /_sandbox}. */
    Reply answer(Request request, List<String> path) {
        try {
            return Reply.ok(route(request, path));
        } catch (Refusal refusal) {
            return refusal.reply(SandboxOptions.standard());
        } catch (IllegalArgumentException | DateTimeParseException wrong) {
            var problem = Problem.invalid("request", String.valueOf(wrong.getMessage()));
            return new Refusal(problem).reply(SandboxOptions.standard());
        }
    }

    private ObjectNode route(Request request, List<String> path) {
        var what = request.method() + " " + (path.isEmpty() ? "" : path.get(0)) + "/" + path.size();
        return switch (what) {
            case "GET ledger/1" -> Json.MAPPER.valueToTree(sandbox.ledger());
            case "GET requests/1" -> requests();
            case "GET clock/1" -> clock();
            case "POST clock/1" -> advance(body(request));
            case "GET options/1" -> Json.MAPPER.valueToTree(sandbox.options().written());
            case "POST options/1" -> options(body(request));
            case "POST faults/1" -> fault(body(request));
            case "DELETE faults/1" -> done(sandbox::clearFaults);
            case "POST reset/1" -> done(sandbox::reset);
            case "POST labels/1" -> done(() -> sandbox.createLabel(name(request)));
            case "PATCH labels/2" -> done(() -> sandbox.renameLabel(path.get(1), name(request)));
            case "DELETE labels/2" -> done(() -> sandbox.deleteLabel(path.get(1)));
            case "PATCH templates/2" -> done(() -> sandbox.judgeTemplate(path.get(1), status(request)));
            case "PUT contacts/4" -> done(() -> sandbox.attachLabel(path.get(1), path.get(3)));
            case "DELETE contacts/4" -> done(() -> sandbox.detachLabel(path.get(1), path.get(3)));
            default -> throw new Refusal(Problem.notFound("Route"));
        };
    }

    private static ObjectNode body(Request request) {
        return Json.object(request.body()).orElseThrow(() -> new Refusal(Problem.notJson()));
    }

    private static String name(Request request) {
        return new Fields(body(request)).text("name").orElseThrow(() -> new Refusal(Problem.missing("name")));
    }

    private static String status(Request request) {
        return new Fields(body(request)).text("status").orElseThrow(() -> new Refusal(Problem.missing("status")));
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
        sandbox.advance(Duration.parse(body.path("advance").asString("")));
        return clock();
    }

    private ObjectNode options(ObjectNode body) {
        var options = sandbox.options();
        for (var change : body.properties()) {
            options = options.with(change.getKey(), change.getValue().asString(""));
        }
        sandbox.options(options);
        return Json.MAPPER.valueToTree(options.written());
    }

    private ObjectNode fault(ObjectNode body) {
        var operation = Operation.valueOf(body.path("operation").asString("").toUpperCase(Locale.ROOT));
        int times = body.path("times").asInt(1);
        return done(() -> sandbox.fault(operation, FaultReader.read(body), times));
    }
}
