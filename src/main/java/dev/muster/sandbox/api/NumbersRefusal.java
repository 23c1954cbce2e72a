package dev.muster.sandbox.api;

import dev.muster.sandbox.whatsapp.ParameterError;
import dev.muster.sandbox.world.MessageFate;
import dev.muster.sandbox.world.SandboxJson;
import dev.muster.sandbox.world.TemplateRow;
import tools.jackson.databind.node.ObjectNode;

/** Refusals of campaigns by numbers, as the vendor's page shows them: {@code error}, {@code message}, {@code details}. */
final class NumbersRefusal {
    private NumbersRefusal() {}

    /** A number that is none, or that nobody may send from. */
    static ApiResponse number(String field, String value) {
        return number("Invalid phone number format", field, value);
    }

    static ApiResponse number(String message, String field, String value) {
        var body = body(message);
        body.putObject("details").put("field", field).put("value", value);
        return new ApiResponse(400, body);
    }

    /** A template that cannot be sent; the code is the one that WhatsApp has for the reason. */
    static ApiResponse template(String name, String language, MessageFate.Failure why) {
        var body = body("Template not found or not approved");
        body.putObject("details")
                .put("template", name)
                .put("language_code", language)
                .put("error_code", why.code);
        return new ApiResponse(400, body);
    }

    /** A slot that nothing fills. */
    static ApiResponse missing(String parameter, TemplateRow template, ParameterError why) {
        var body = body("Required template parameter missing");
        body.putObject("details")
                .put("missing_parameter", parameter)
                .put("template", template.name())
                .put("error_code", why.code());
        return new ApiResponse(400, body);
    }

    /** A value that WhatsApp does not take, with its words for it. */
    static ApiResponse value(String number, ParameterError why) {
        var body = body(why.message());
        body.putObject("details").put("destination", number).put("error_code", why.code());
        return new ApiResponse(400, body);
    }

    private static ObjectNode body(String message) {
        return SandboxJson.object().put("error", "Bad Request").put("message", message);
    }
}
