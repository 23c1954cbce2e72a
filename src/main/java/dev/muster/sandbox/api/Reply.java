package dev.muster.sandbox.api;

import java.util.Map;
import tools.jackson.databind.JsonNode;

/** An answer before it is put on the wire. */
public record Reply(int status, JsonNode body, Map<String, String> headers) {
    public Reply {
        headers = Map.copyOf(headers);
    }

    public Reply(int status, JsonNode body) {
        this(status, body, Map.of());
    }

    public static Reply ok(JsonNode body) {
        return new Reply(200, body);
    }
}
