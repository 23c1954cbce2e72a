package dev.muster.sandbox.api;

import dev.muster.sandbox.world.ResponseAnomaly;
import dev.muster.sandbox.world.SandboxJson;
import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One page of a list, as both documents shape it: {@code data} and {@code total}. */
final class ListPage {
    /** The most rows a page has on a server that limits them. */
    static final int CAP = 50;

    private ListPage() {}

    static <T> ObjectNode page(RequestContext call, List<T> rows, Function<T, ? extends JsonNode> shape) {
        int offset = call.offset();
        int limit = call.hasQuirk(ResponseAnomaly.PAGE_CAP) ? Math.min(call.limit(), CAP) : call.limit();
        int from = Math.max(offset + shift(call), 0);
        int total = call.hasQuirk(ResponseAnomaly.TOTAL_CHANGES) && offset > 0 ? rows.size() + 1 : rows.size();
        var page = SandboxJson.object();
        page.set("data", rows.stream().skip(from).limit(limit).map(shape).collect(SandboxJson.toArray()));
        return page.put("total", total);
    }

    /** How far the rows of a later page are from where they were when the first one was read. */
    private static int shift(RequestContext call) {
        if (call.offset() == 0) {
            return 0;
        }
        return call.hasQuirk(ResponseAnomaly.REPEATED_IDS) ? -1 : call.hasQuirk(ResponseAnomaly.VANISHING_IDS) ? 1 : 0;
    }
}
