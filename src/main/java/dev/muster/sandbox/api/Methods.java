package dev.muster.sandbox.api;

import dev.muster.sandbox.world.SandboxOptions;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import tools.jackson.databind.node.MissingNode;

/** The methods that a path has; whoever serves GET serves HEAD, and every path answers OPTIONS (RFC 9110, section 9). */
public record Methods(TreeSet<String> names) {
    public static Methods of(Stream<String> served) {
        var names = new TreeSet<>(served.toList());
        if (names.contains("GET")) {
            names.add("HEAD");
        }
        if (!names.isEmpty()) {
            names.add("OPTIONS");
        }
        return new Methods(names);
    }

    /** The answer to a method that the path does not serve: what it does serve, or that there is no such path. */
    public ApiResponse otherwise(ApiRequest request, ErrorBody absent, SandboxOptions options) {
        if (names.isEmpty()) {
            return new RequestRefusedException(absent).reply(options);
        }
        if (request.method().equals("OPTIONS")) {
            return new ApiResponse(204, MissingNode.getInstance(), allow());
        }
        var refused = new RequestRefusedException(ErrorBody.wrongMethod()).reply(options);
        return new ApiResponse(refused.status(), refused.body(), allow());
    }

    private Map<String, String> allow() {
        return Map.of("Allow", String.join(", ", names));
    }
}
