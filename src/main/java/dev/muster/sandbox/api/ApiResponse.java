package dev.muster.sandbox.api;

import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** An answer before it is put on the wire. */
public record ApiResponse(int status, JsonNode body, Map<String, String> headers) {
    public ApiResponse {
        headers = Map.copyOf(headers);
    }

    public ApiResponse(int status, JsonNode body) {
        this(status, body, Map.of());
    }

    /** The same without the {@code status_code} of the API document, which the vendor's later pages do not have. */
    ApiResponse withoutStatusCode() {
        return body instanceof ObjectNode object && object.has("status_code")
                ? new ApiResponse(status, object.deepCopy().without("status_code"), headers)
                : this;
    }

    public static ApiResponse ok(JsonNode body) {
        return new ApiResponse(200, body);
    }
}
