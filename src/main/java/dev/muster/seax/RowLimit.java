package dev.muster.seax;

import dev.muster.http.HttpReply;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * How many rows a server gives at once, and whether in the order that is asked for. No document names a largest limit. One that
 * is refused, or whose answer is too long, is halved until the server accepts it. A server that refuses a single row, too, has
 * another reason, and its first refusal is told. A page that a server or somebody before it cannot give, or not in time, is
 * asked for in 100 rows. Later pages begin there; after the first one that is late, one large page is tried once more.
 */
final class RowLimit {
    static final int MOST = 1_000;

    private static final int IN_TIME = 100;
    private static final String LIMIT = "limit";
    private static final String ORDER = "order_by";
    private static final Set<Integer> REFUSALS = Set.of(400, 413, 422);
    private static final Set<Integer> FAILURES = Set.of(408, 500, 502, 504);

    private final AtomicInteger late = new AtomicInteger();
    private final AtomicInteger accepted = new AtomicInteger(MOST);
    private final Set<ResourcePath> unsorted = ConcurrentHashMap.newKeySet();

    /** The largest limit that is not known to be too much. */
    int rows() {
        return accepted.get();
    }

    /** Asks with the limit and the order of this query, or with less; a query without limit is asked as it is. */
    ReadResult ask(ResourcePath target, Map<String, String> query, Function<Map<String, String>, ReadResult> asking) {
        if (!query.containsKey(LIMIT)) {
            return asking.apply(query);
        }
        int limit = Math.min(Integer.parseInt(query.get(LIMIT)), accepted.get());
        var first = sorted(target, with(limit, query), asking);
        if (limit > 1 && isRefused(first) && isTooMuch(sorted(target, with(1, query), asking))) {
            return first;
        }
        if (isTooMuch(first)) {
            return smaller(
                    IntStream.iterate(limit / 2, less -> less > 0, less -> less / 2), first, target, query, asking);
        }
        return isTooSlow(first, query) && limit > IN_TIME
                ? smaller(IntStream.of(IN_TIME), first, target, query, asking)
                : first;
    }

    private ReadResult smaller(
            IntStream limits,
            ReadResult first,
            ResourcePath target,
            Map<String, String> query,
            Function<Map<String, String>, ReadResult> asking) {
        for (int limit : limits.toArray()) {
            var result = sorted(target, with(limit, query), asking);
            if (isSuccess(result) && !isFirstLate(first)) {
                accepted.accumulateAndGet(limit, Math::min);
            }
            if (!isTooMuch(result)) {
                return result;
            }
        }
        return first;
    }

    private boolean isFirstLate(ReadResult result) {
        return result.isLateAnswer() && late.incrementAndGet() == 1;
    }

    /** Whether a page of fewer rows may come in time where this one does not. */
    static boolean isLarge(Map<String, String> query) {
        return Integer.parseInt(query.getOrDefault(LIMIT, "0")) > IN_TIME;
    }

    /** In the order of the query where the server knows it. */
    private ReadResult sorted(
            ResourcePath target, Map<String, String> query, Function<Map<String, String>, ReadResult> asking) {
        if (!query.containsKey(ORDER)) {
            return asking.apply(query);
        }
        var inOrder = unsorted.contains(target) ? null : asking.apply(query);
        if (inOrder != null && !isTooMuch(inOrder)) {
            return inOrder;
        }
        var inAny = new TreeMap<>(query);
        inAny.remove(ORDER);
        var result = asking.apply(inAny);
        if (isSuccess(result)) {
            unsorted.add(target);
        }
        return inOrder == null || isSuccess(result) ? result : inOrder;
    }

    private static boolean isTooMuch(ReadResult result) {
        return isRefused(result) || (result instanceof ReadResult.Answered answered && answered.isTooLong());
    }

    private static boolean isRefused(ReadResult result) {
        return result instanceof ReadResult.Answered answered
                && REFUSALS.contains(answered.reply().status());
    }

    private static boolean isTooSlow(ReadResult result, Map<String, String> query) {
        if (result instanceof ReadResult.Silent silent) {
            return silent.wasAsked();
        }
        var reply = ((ReadResult.Answered) result).reply();
        boolean isDeep = !query.getOrDefault("offset", "0").equals("0");
        return FAILURES.contains(reply.status())
                || (isDeep && reply.status() == 503)
                || reply.end() == HttpReply.End.CUT;
    }

    private static boolean isSuccess(ReadResult result) {
        return result instanceof ReadResult.Answered answered
                && answered.reply().isSuccess()
                && !answered.isTooLong();
    }

    private static Map<String, String> with(int limit, Map<String, String> query) {
        var limited = new TreeMap<>(query);
        limited.put(LIMIT, String.valueOf(limit));
        return limited;
    }
}
