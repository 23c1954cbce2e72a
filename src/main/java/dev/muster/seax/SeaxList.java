package dev.muster.seax;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A list of SeaX: where it is, what its rows are and how they are told apart.
 *
 * @param query the filters
 * @param order the order to ask for, such as {@code created_time:asc}; SeaX may not know it
 * @param since rows that were created before need not be read
 * @param kind how far the list is known to keep to its pages
 * @param id what tells two rows apart
 */
record SeaxList<T>(
        ResourcePath target,
        Map<String, String> query,
        Optional<String> order,
        Optional<Instant> since,
        Kind kind,
        Function<JsonRow, T> read,
        Function<T, String> id) {

    /** How a list comes. */
    enum Kind {
        /** In pages. */
        PAGED,
        /** In pages. That a row is absent proves something, so a list with fewer rows than it promises is refused. */
        COMPLETE,
        /** In pages or at once: no document says that it has pages. */
        UNPAGED
    }

    static <T> SeaxList<T> of(ResourcePath target, Function<JsonRow, T> read, Function<T, String> id) {
        return new SeaxList<>(target, Map.of(), Optional.empty(), Optional.empty(), Kind.PAGED, read, id);
    }

    SeaxList<T> with(Map<String, String> filters) {
        return new SeaxList<>(target, filters, order, since, kind, read, id);
    }

    SeaxList<T> in(String wanted) {
        return new SeaxList<>(target, query, Optional.of(wanted), since, kind, read, id);
    }

    SeaxList<T> since(Instant instant) {
        return new SeaxList<>(target, query, order, Optional.of(instant), kind, read, id);
    }

    SeaxList<T> of(Kind other) {
        return new SeaxList<>(target, query, order, since, other, read, id);
    }
}
