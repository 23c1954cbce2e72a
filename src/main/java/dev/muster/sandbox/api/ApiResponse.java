package dev.muster.sandbox.api;

import java.util.Map;
import tools.jackson.databind.JsonNode;

/** An answer before it is put on the wire. */
public record ApiResponse(int status, JsonNode body, Map<String, String> headers) {
    public ApiResponse {
        headers = Map.copyOf(headers);
    }

    public ApiResponse(int status, JsonNode body) {
        this(status, body, Map.of());
    }

    public static ApiResponse ok(JsonNode body) {
        return new ApiResponse(200, body);
    }
}
