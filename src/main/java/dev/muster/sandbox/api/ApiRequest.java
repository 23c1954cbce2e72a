package dev.muster.sandbox.api;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A request as it arrived. The key is taken apart from it at once, so that it cannot reach a log or a record. */
public record ApiRequest(String method, List<String> path, Map<String, String> query, Headers headers, String body) {
    /** The headers that matter here. */
    record Headers(Optional<String> host, Optional<String> origin, Optional<String> contentType) {
        static Headers of(com.sun.net.httpserver.Headers all) {
            return new Headers(first(all, "Host"), first(all, "Origin"), first(all, "Content-Type"));
        }

        private static Optional<String> first(com.sun.net.httpserver.Headers all, String name) {
            return Optional.ofNullable(all.getFirst(name));
        }
    }

    public ApiRequest {
        path = List.copyOf(path);
        query = Collections.unmodifiableMap(new LinkedHashMap<>(query));
    }

    public static ApiRequest read(HttpExchange exchange) throws IOException {
        var uri = exchange.getRequestURI();
        return new ApiRequest(
                exchange.getRequestMethod(),
                Arrays.stream(uri.getRawPath().split("/", -1))
                        .filter(part -> !part.isEmpty())
                        .map(part -> decoded(part.replace("+", "%2B")))
                        .toList(),
                query(Optional.ofNullable(uri.getRawQuery()).orElse("")),
                Headers.of(exchange.getRequestHeaders()),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    }

    private static Map<String, String> query(String raw) {
        var query = new LinkedHashMap<String, String>();
        for (var pair : raw.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                query.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
        }
        return query;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException incomplete) {
            throw new RequestRefusedException(ErrorBody.unreadableAddress());
        }
    }

    public Optional<String> host() {
        return headers.host();
    }

    public Optional<String> origin() {
        return headers.origin();
    }

    public Optional<String> contentType() {
        return headers.contentType();
    }

    /** The method that answers it: HEAD is GET without the body. */
    public String asked() {
        return method.equals("HEAD") ? "GET" : method;
    }

    Optional<String> parameter(String name) {
        return Optional.ofNullable(query.get(name)).filter(value -> !value.isEmpty());
    }
}
