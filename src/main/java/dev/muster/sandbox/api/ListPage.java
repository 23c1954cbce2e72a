package dev.muster.sandbox.api;

import dev.muster.sandbox.world.ResponseAnomaly;
import dev.muster.sandbox.world.SandboxJson;
import dev.muster.sandbox.world.ServerVariant;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One page of a list, as both documents shape it: {@code data} and {@code total}. */
final class ListPage {
    /** The most rows a page has on a server that limits them. */
    static final int CAP = 50;

    private ListPage() {}

    static <T> ObjectNode page(RequestContext call, List<T> rows, Function<T, ? extends JsonNode> shape) {
        return page(call, rows, call.limit(), shape);
    }

    /** A list that no document pages: all of it, unless a client asks for less. */
    static <T> ObjectNode whole(RequestContext call, List<T> rows, Function<T, ? extends JsonNode> shape) {
        boolean isPaged = call.request().parameter("limit").isPresent();
        return page(call, rows, isPaged ? call.limit() : Integer.MAX_VALUE, shape);
    }

    private static <T> ObjectNode page(
            RequestContext call, List<T> rows, int limit, Function<T, ? extends JsonNode> shape) {
        call.requireOrderKnown();
        var data = rows.stream().skip(from(call)).limit(limit).map(shape).collect(SandboxJson.<JsonNode>toArray());
        var page = SandboxJson.object();
        page.set("data", data);
        total(call, rows.size(), data.size()).ifPresent(total -> page.put("total", total));
        return page;
    }

    /** How many rows come before the page. */
    static int from(RequestContext call) {
        return Math.max(call.offset() + shift(call), 0);
    }

    /** What the page says of the length of the list, if anything. */
    static OptionalInt total(RequestContext call, int rows, int onPage) {
        boolean isLater = call.offset() > 0;
        return switch (call.options().of(ServerVariant.Total.class)) {
            case PRESENT -> OptionalInt.of(isLater && call.hasQuirk(ResponseAnomaly.TOTAL_CHANGES) ? rows + 1 : rows);
            case ABSENT -> OptionalInt.empty();
            case ZERO -> OptionalInt.of(0);
            case OF_PAGE -> OptionalInt.of(onPage);
            case JUMPING -> OptionalInt.of(isLater ? jumped(rows, call.offset()) : rows);
        };
    }

    /** Less or more than there is, by no rule that a reader could see. */
    private static int jumped(int rows, int offset) {
        int lot = Math.floorMod((offset * 0x9e3779b9) >>> 16, 2);
        return lot == 0 ? rows / 2 : 2 * rows + 1;
    }

    /** How far the rows of a later page are from where they were when the first one was read. */
    private static int shift(RequestContext call) {
        if (call.offset() == 0) {
            return 0;
        }
        return call.hasQuirk(ResponseAnomaly.REPEATED_IDS) ? -1 : call.hasQuirk(ResponseAnomaly.VANISHING_IDS) ? 1 : 0;
    }
}
