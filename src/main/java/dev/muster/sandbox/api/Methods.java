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
    public Reply otherwise(Request request, Problem absent, SandboxOptions options) {
        if (names.isEmpty()) {
            return new Refusal(absent).reply(options);
        }
        if (request.method().equals("OPTIONS")) {
            return new Reply(204, MissingNode.getInstance(), allow());
        }
        var refused = new Refusal(Problem.wrongMethod()).reply(options);
        return new Reply(refused.status(), refused.body(), allow());
    }

    private Map<String, String> allow() {
        return Map.of("Allow", String.join(", ", names));
    }
}
