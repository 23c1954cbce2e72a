package dev.muster.sandbox.api;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Sorts by {@code order_by}, such as {@code created_time:desc,name:asc}. Rows that compare equal keep the order of creation,
 * turned round where the last field is descending: so "newest first" is unambiguous within one instant.
 */
record Ordering<T>(Map<String, Comparator<T>> fields) {
    List<T> sorted(List<T> rows, RequestContext call, String otherwise) {
        var order = call.order(otherwise);
        var sorted = new ArrayList<>(rows);
        var pairs = new ArrayList<>(List.of(order.split(",", -1)));
        if (pairs.get(pairs.size() - 1).endsWith(":desc")) {
            Collections.reverse(sorted);
        }
        Collections.reverse(pairs);
        pairs.forEach(pair -> sorted.sort(comparator(pair.strip())));
        return sorted;
    }

    private Comparator<T> comparator(String pair) {
        int colon = pair.indexOf(':');
        var field = colon < 0 ? pair : pair.substring(0, colon);
        var direction = colon < 0 ? "asc" : pair.substring(colon + 1);
        var comparator = fields.get(field);
        if (comparator == null || !(direction.equals("asc") || direction.equals("desc"))) {
            throw new RequestRefusedException(ErrorBody.invalidParameter("order_by", "cannot order by " + pair));
        }
        return direction.equals("asc") ? comparator : comparator.reversed();
    }
}
