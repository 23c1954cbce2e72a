package dev.muster.sandbox.api;

import dev.muster.sandbox.world.Json;
import dev.muster.sandbox.world.Quirk;
import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One page of a list, as both documents shape it: {@code data} and {@code total}. */
final class Listing {
    /** The most rows a page has on a server that limits them. */
    static final int CAP = 50;

    private Listing() {}

    static <T> ObjectNode page(Call call, List<T> rows, Function<T, ? extends JsonNode> shape) {
        int offset = call.offset();
        int limit = call.hasQuirk(Quirk.PAGE_CAP) ? Math.min(call.limit(), CAP) : call.limit();
        int from = Math.max(offset + shift(call), 0);
        int total = call.hasQuirk(Quirk.TOTAL_CHANGES) && offset > 0 ? rows.size() + 1 : rows.size();
        var page = Json.object();
        page.set("data", rows.stream().skip(from).limit(limit).map(shape).collect(Json.toArray()));
        return page.put("total", total);
    }

    /** How far the rows of a later page are from where they were when the first one was read. */
    private static int shift(Call call) {
        if (call.offset() == 0) {
            return 0;
        }
        return call.hasQuirk(Quirk.REPEATED_IDS) ? -1 : call.hasQuirk(Quirk.VANISHING_IDS) ? 1 : 0;
    }
}
