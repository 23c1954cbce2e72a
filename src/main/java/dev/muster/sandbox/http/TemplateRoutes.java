package dev.muster.sandbox.http;

import dev.muster.sandbox.api.ApiRequest;
import dev.muster.sandbox.api.ErrorBody;
import dev.muster.sandbox.api.Fields;
import dev.muster.sandbox.api.RequestRefusedException;
import dev.muster.sandbox.api.WireTimes;
import dev.muster.sandbox.world.MessageFate;
import dev.muster.sandbox.world.SandboxJson;
import dev.muster.sandbox.world.TemplateRow;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads what the control routes say of templates and of the messages that use them. */
final class TemplateRoutes {
    private static final List<String> EDIT = List.of("status", "category", "parameter_format", "text", "components");
    private static final int MOST_PASSES = 10_000_000;
    private static final int LARGEST_CODE = 999_999;

    private final Sandbox sandbox;

    TemplateRoutes(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    List<ControlRoute> all() {
        return List.of(
                ControlRoute.of("PATCH", "templates/{name}", (request, path) -> judge(path.get(1), body(request))),
                ControlRoute.of(
                        "PATCH",
                        "templates/{name}/{language}",
                        (request, path) ->
                                done(() -> sandbox.editTemplate(path.get(1), path.get(2), edit(body(request))))),
                ControlRoute.of(
                        "PUT",
                        "templates/{name}/{language}",
                        (request, path) ->
                                done(() -> sandbox.writeTemplate(path.get(1), path.get(2), edit(body(request))))),
                ControlRoute.of(
                        "DELETE",
                        "templates/{name}/{language}",
                        (request, path) -> done(() -> sandbox.removeTemplate(path.get(1), path.get(2)))),
                ControlRoute.of("POST", "pacing", (request, path) -> pace(body(request))),
                ControlRoute.of("POST", "failures", (request, path) -> fail(body(request))));
    }

    private static ObjectNode body(ApiRequest request) {
        return SandboxJson.object(request.body()).orElseThrow(() -> new RequestRefusedException(ErrorBody.notJson()));
    }

    private static ObjectNode done(Runnable act) {
        act.run();
        return SandboxJson.object().put("done", true);
    }

    private ObjectNode judge(String name, ObjectNode body) {
        var fields = only(body, "status");
        return done(() -> sandbox.judgeTemplate(name, required(fields, "status")));
    }

    /** What a body changes of a template; a field that it leaves out stays as it is. */
    static UnaryOperator<TemplateRow> edit(ObjectNode body) {
        var fields = only(body, EDIT.toArray(String[]::new));
        boolean hasComponents = body.has("components");
        var components = hasComponents ? components(body.path("components")) : Optional.<ArrayNode>empty();
        var format = fields.text("parameter_format").map(TemplateRoutes::isPositional);
        var status = fields.text("status");
        var category = fields.text("category");
        var text = fields.text("text");
        return template -> {
            var changed = status.map(template::withStatus).orElse(template);
            changed = category.map(changed::withCategory).orElse(changed);
            changed = format.map(changed::withFormat).orElse(changed);
            changed = hasComponents ? changed.withComponents(components) : changed;
            return text.map(changed::withText).orElse(changed);
        };
    }

    /** {@code null} makes a template of which the list shows no components. */
    private static Optional<ArrayNode> components(JsonNode written) {
        if (written.isNull()) {
            return Optional.empty();
        }
        if (written instanceof ArrayNode array && array.values().stream().allMatch(JsonNode::isObject)) {
            return Optional.of(array);
        }
        throw new RequestRefusedException(
                ErrorBody.invalid("components", "components must be a list of objects, or null"));
    }

    private static boolean isPositional(String format) {
        return switch (format) {
            case "POSITIONAL" -> true;
            case "NAMED" -> false;
            default ->
                throw new RequestRefusedException(
                        ErrorBody.invalid("parameter_format", "parameter_format must be NAMED or POSITIONAL"));
        };
    }

    private ObjectNode pace(ObjectNode body) {
        var fields = only(body, "template", "language", "passes", "hold", "then");
        int passes = fields.number("passes", 0, MOST_PASSES).orElse(0);
        var hold = WireTimes.duration("hold", required(fields, "hold"));
        boolean drops = fields.text("then").map(TemplateRoutes::isDropped).orElse(false);
        return done(() ->
                sandbox.paceTemplate(required(fields, "template"), required(fields, "language"), passes, hold, drops));
    }

    private static boolean isDropped(String then) {
        return switch (then) {
            case "drop" -> true;
            case "release" -> false;
            default -> throw new RequestRefusedException(ErrorBody.invalid("then", "then must be release or drop"));
        };
    }

    private ObjectNode fail(ObjectNode body) {
        var fields = only(body, "code", "number", "template", "language");
        int code = fields.number("code", 0, LARGEST_CODE)
                .orElseThrow(() -> new RequestRefusedException(ErrorBody.missing("code")));
        return done(() -> sandbox.failMessages(new MessageFate.Decision(
                code, fields.text("number"), fields.text("template"), fields.text("language"))));
    }

    private static Fields only(ObjectNode body, String... known) {
        var fields = new Fields(body);
        fields.requireOnly(List.of(known));
        return fields;
    }

    private static String required(Fields fields, String field) {
        if (fields.lacks(field)) {
            throw new RequestRefusedException(ErrorBody.missing(field));
        }
        return fields.text(field).orElse("");
    }
}
