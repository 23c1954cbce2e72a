package dev.muster.sandbox;

import tools.jackson.databind.JsonNode;

/** An answer before it is put on the wire. */
record Reply(int status, JsonNode body) {
    static Reply ok(JsonNode body) {
        return new Reply(200, body);
    }
}
