package dev.muster.sandbox.http;

import com.sun.net.httpserver.HttpExchange;
import dev.muster.sandbox.api.ApiResponse;
import dev.muster.sandbox.world.SandboxJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

/** Puts answers on the wire, whole or spoilt. */
final class ResponseWriter {
    private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");

    private ResponseWriter() {}

    static void send(HttpExchange exchange, ApiResponse reply) throws IOException {
        reply.headers().forEach(exchange.getResponseHeaders()::set);
        send(exchange, reply.status(), reply.body().isMissingNode() ? Map.of() : JSON, SandboxJson.sent(reply.body()));
    }

    static void send(HttpExchange exchange, Fault.Spoiling.Replaced replaced) throws IOException {
        send(exchange, replaced.status(), replaced.headers(), replaced.body().getBytes(StandardCharsets.UTF_8));
    }

    /** Announces everything, sends half, and lets the close that follows cut the rest off. */
    static void sendHalf(HttpExchange exchange, ApiResponse reply) throws IOException {
        var body = SandboxJson.bytes(reply.body());
        start(exchange, reply.status(), JSON, body.length);
        if (!isHead(exchange)) {
            exchange.getResponseBody().write(Arrays.copyOf(body, body.length / 2));
            exchange.getResponseBody().flush();
        }
    }

    private static void send(HttpExchange exchange, int status, Map<String, String> headers, byte[] body)
            throws IOException {
        start(exchange, status, headers, body.length);
        if (!isHead(exchange)) {
            exchange.getResponseBody().write(body);
        }
    }

    /**
     * Every connection serves one request: a connection kept open costs 40 ms a request on Linux, where the server's
     * separate writes of headers and body meet the client's delayed acknowledgement, and it would carry a fault that closes
     * it over to an innocent request.
     */
    private static void start(HttpExchange exchange, int status, Map<String, String> headers, int length)
            throws IOException {
        headers.forEach(exchange.getResponseHeaders()::set);
        exchange.getResponseHeaders().set("Connection", "close");
        if (isHead(exchange)) {
            exchange.getResponseHeaders().set("Content-Length", String.valueOf(length));
        }
        exchange.sendResponseHeaders(status, length == 0 || isHead(exchange) ? -1 : length);
    }

    /** The answer to HEAD says how long the body would be, and has none (RFC 9110, section 9.3.2). */
    private static boolean isHead(HttpExchange exchange) {
        return exchange.getRequestMethod().equals("HEAD");
    }
}
