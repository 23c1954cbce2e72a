package dev.muster.seax;

import dev.muster.http.HttpReply;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * How many rows a server gives at once. No document names a largest limit; one that is refused is halved until the server
 * accepts it, and later lists begin there. A refusal of the smallest one has another reason, and the first is told.
 */
final class RowLimit {
    static final int MOST = 100;

    private static final String LIMIT = "limit";
    private static final Set<Integer> REFUSALS = Set.of(400, 413, 422);

    private final AtomicInteger accepted = new AtomicInteger(MOST);

    /** The largest limit that is not known to be refused. */
    int rows() {
        return accepted.get();
    }

    /** Asks with the limit of this query or a smaller one; a query without limit is asked as it is. */
    HttpReply ask(Map<String, String> query, Function<Map<String, String>, HttpReply> asking) {
        if (!query.containsKey(LIMIT)) {
            return asking.apply(query);
        }
        int limit = Math.min(Integer.parseInt(query.get(LIMIT)), rows());
        var reply = asking.apply(with(limit, query));
        return isRefused(reply) ? halved(limit, reply, query, asking) : reply;
    }

    private HttpReply halved(
            int refused,
            HttpReply refusal,
            Map<String, String> query,
            Function<Map<String, String>, HttpReply> asking) {
        for (int limit = refused / 2; limit > 0; limit /= 2) {
            var reply = asking.apply(with(limit, query));
            if (reply.isSuccess()) {
                accepted.accumulateAndGet(limit, Math::min);
            }
            if (!isRefused(reply)) {
                return reply;
            }
        }
        return refusal;
    }

    private static boolean isRefused(HttpReply reply) {
        return REFUSALS.contains(reply.status());
    }

    private static Map<String, String> with(int limit, Map<String, String> query) {
        var limited = new TreeMap<>(query);
        limited.put(LIMIT, String.valueOf(limit));
        return limited;
    }
}
