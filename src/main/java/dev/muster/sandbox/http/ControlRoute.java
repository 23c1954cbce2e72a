package dev.muster.sandbox.http;

import dev.muster.sandbox.api.ApiRequest;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import tools.jackson.databind.node.ObjectNode;

/** One control route: its method, its path below {@code /_sandbox}, and what it does. A part in braces takes any text. */
record ControlRoute(String method, List<String> parts, BiFunction<ApiRequest, List<String>, ObjectNode> act) {
    ControlRoute {
        parts = List.copyOf(parts);
    }

    static ControlRoute of(String method, String path, BiFunction<ApiRequest, List<String>, ObjectNode> act) {
        return new ControlRoute(method, List.of(path.split("/", -1)), act);
    }

    boolean isAt(List<String> path) {
        return path.size() == parts.size() && IntStream.range(0, path.size()).allMatch(at -> fits(at, path.get(at)));
    }

    private boolean fits(int at, String asked) {
        return parts.get(at).startsWith("{") || parts.get(at).equals(asked);
    }
}
