package dev.muster.sandbox.http;

/** A request that the server saw, for tests that approve the exact wire: never the key. */
public record RecordedRequest(String method, String target, String body) {
    @Override
    public String toString() {
        return method + " " + target + (body.isEmpty() ? "" : "\n" + body);
    }
}
