package dev.muster.sandbox.api;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The one part of a multipart body that matters here (RFC 7578). */
final class Multipart {
    private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]+)\"?");

    private Multipart() {}

    static Optional<String> part(ApiRequest request, String name) {
        return request.contentType()
                .filter(type -> type.startsWith("multipart/form-data"))
                .map(BOUNDARY::matcher)
                .filter(Matcher::find)
                .flatMap(found -> part(request.body(), found.group(1), name));
    }

    private static Optional<String> part(String body, String boundary, String name) {
        for (var part : ("\r\n" + body).split(Pattern.quote("\r\n--" + boundary), -1)) {
            int end = part.indexOf("\r\n\r\n");
            if (end > 0 && part.substring(0, end).contains("name=\"" + name + "\"")) {
                return Optional.of(part.substring(end + 4));
            }
        }
        return Optional.empty();
    }
}
