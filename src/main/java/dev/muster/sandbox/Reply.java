package dev.muster.sandbox;

import java.util.Map;
import tools.jackson.databind.JsonNode;

/** An answer before it is put on the wire. */
record Reply(int status, JsonNode body, Map<String, String> headers) {
    Reply {
        headers = Map.copyOf(headers);
    }

    Reply(int status, JsonNode body) {
        this(status, body, Map.of());
    }

    static Reply ok(JsonNode body) {
        return new Reply(200, body);
    }
}
