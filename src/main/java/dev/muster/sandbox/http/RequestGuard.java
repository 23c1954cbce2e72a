package dev.muster.sandbox.http;

import dev.muster.sandbox.api.ApiRequest;
import dev.muster.sandbox.api.ErrorBody;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps the pages of a browser out. Any page can send a request to this machine, and a name on the Internet can be made to
 * mean this machine; but a browser always says which page asks (Fetch Standard, {@code Origin}) and by which name
 * ({@code Host}). Programs such as curl send no origin.
 */
final class RequestGuard {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private RequestGuard() {}

    /** Why the API does not serve this request. */
    static Optional<ErrorBody> apiObjection(ApiRequest request) {
        return request.origin().isPresent() ? pageObjection(request) : Optional.empty();
    }

    /** Why the control routes, which need no key, do not serve this request. */
    static Optional<ErrorBody> controlObjection(ApiRequest request) {
        return pageObjection(request).or(() -> typeObjection(request));
    }

    private static Optional<ErrorBody> pageObjection(ApiRequest request) {
        if (request.host().filter(RequestGuard::isLoopback).isEmpty()) {
            return Optional.of(ErrorBody.forbidden("Host must be localhost, 127.0.0.1 or [::1]"));
        }
        var own = request.host().map(host -> "http://" + host);
        boolean isForeign = request.origin()
                .filter(origin -> !origin.equalsIgnoreCase(own.orElse("")))
                .isPresent();
        return isForeign
                ? Optional.of(ErrorBody.forbidden("a page of another origin cannot ask this"))
                : Optional.empty();
    }

    private static boolean isLoopback(String host) {
        try {
            var name = URI.create("http://" + host).getHost();
            return name != null && host.matches("[^@/?#]+") && LOOPBACK.contains(name.toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException noHost) {
            return false;
        }
    }

    /** A form of a page can only send other types (HTML Standard, {@code enctype}). */
    private static Optional<ErrorBody> typeObjection(ApiRequest request) {
        boolean isTyped = request.contentType()
                .map(type -> type.split(";", -1)[0].strip().toLowerCase(Locale.ROOT))
                .map("application/json"::equals)
                .orElse(request.body().isEmpty());
        return isTyped ? Optional.empty() : Optional.of(ErrorBody.unsupportedType());
    }
}
