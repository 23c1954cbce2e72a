package dev.muster.sandbox.api;

import dev.muster.sandbox.world.SandboxJson;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/**
 * Why a request is refused, so that either document's error body can be written from it. {@code place} is where the fault
 * lies ({@code body}, {@code message}); {@code code} is the API document's word for it, {@code type} the vendor's.
 */
public record ErrorBody(int status, String error, String message, List<String> place, String code, String type) {
    private static final String FORMAT = "INVALID_FORMAT";

    public ErrorBody {
        place = List.copyOf(place);
    }

    public static ErrorBody invalidKey() {
        return plain(401, "Unauthorized", "Invalid API Key");
    }

    public static ErrorBody notFound(String what) {
        return plain(404, "Not Found", what + " not found");
    }

    public static ErrorBody forbidden(String why) {
        return plain(403, "Forbidden", why);
    }

    static ErrorBody wrongMethod() {
        return plain(405, "Method Not Allowed", "Method Not Allowed");
    }

    public static ErrorBody unsupportedType() {
        return plain(415, "Unsupported Media Type", "Content-Type must be application/json");
    }

    static ErrorBody unreadableAddress() {
        return plain(400, "Bad Request", "the address has a % that is not followed by two hexadecimal digits");
    }

    public static ErrorBody rateLimited() {
        return plain(429, "Rate Limit Exceeded", "Too many requests");
    }

    static ErrorBody conflict(String message) {
        return plain(409, "Conflict", message);
    }

    public static ErrorBody notJson() {
        return new ErrorBody(
                400, "Bad Request", "Request body is not valid JSON", List.of("body"), "", "value_error.jsondecode");
    }

    public static ErrorBody missing(String field) {
        return new ErrorBody(
                400, "Bad Request", "Required field is missing", List.of("body", field), "", "value_error.missing");
    }

    public static ErrorBody invalid(String field, String message) {
        return invalid("body", field, message);
    }

    static ErrorBody invalidParameter(String parameter, String message) {
        return invalid("query", parameter, message);
    }

    private static ErrorBody invalid(String where, String field, String message) {
        return new ErrorBody(422, "Validation Error", message, List.of(where, field), FORMAT, "value_error");
    }

    public static ErrorBody templateNotApproved(String... field) {
        return new ErrorBody(
                422,
                "WhatsApp Business Platform Error",
                "Message template not approved",
                inBody(field),
                "TEMPLATE_NOT_APPROVED",
                "value_error");
    }

    private static List<String> inBody(String... field) {
        return Stream.concat(Stream.of("body"), Stream.of(field)).toList();
    }

    private static ErrorBody plain(int status, String error, String message) {
        return new ErrorBody(status, error, message, List.of(), "", "");
    }

    /** The body of the API document, section 7. */
    public ObjectNode tutorialBody() {
        var body =
                SandboxJson.object().put("error", error).put("message", message).put("status_code", status);
        if (!code.isEmpty()) {
            body.putObject("details").put("field", place.get(place.size() - 1)).put("code", code);
        }
        return body;
    }

    /** In the vendor's document every fault of a body or a parameter is a 422. */
    int openApiStatus() {
        return place.isEmpty() ? status : 422;
    }

    /** One entry of the vendor's {@code detail} list. */
    ObjectNode openApiDetail() {
        var detail = SandboxJson.object();
        var loc = detail.putArray("loc");
        place.forEach(loc::add);
        boolean isMissing = type.endsWith(".missing");
        return detail.put("msg", isMissing ? "field required" : message).put("type", type);
    }

    /** The vendor's plain form, with the key written as the vendor writes it. */
    ObjectNode openApiBody() {
        return SandboxJson.object().put("detail", message.replace("API Key", "API key"));
    }
}
