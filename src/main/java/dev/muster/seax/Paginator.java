package dev.muster.seax;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Whole lists out of pages. Pages are numbered by offset, so a row that appears or goes while we read shifts the rest: a
 * list whose total changes, whose ids repeat or whose rows do not add up is read again from the start, and given up after
 * the third time. Servers may give fewer rows a page than asked, or refuse to be
 * asked for so many.
 */
record Paginator(SeaxReader reads, ReadProgress progress) {
    private static final int SWEEPS = 3;
    private static final int AT_ONCE = 4;
    private static final int MOST_PAGES = 20_000;

    /** One page: the rows from {@code offset} on, of {@code total} in all. */
    record Page<T>(int offset, int total, List<T> rows) {
        int end() {
            return offset + rows.size();
        }
    }

    /** A list: where it is, under which filters, what its rows are and how they are told apart. */
    record Listing<T>(ResourcePath target, Map<String, String> query, Function<JsonRow, T> read, Function<T, ?> id) {}

    /** Every row, in the server's order. */
    <T> List<T> all(Listing<T> listing) {
        return steady(listing.target(), () -> sweep(listing));
    }

    /** Repeats a sweep that found the list moving under it. */
    static <T> T steady(ResourcePath target, Supplier<Optional<T>> sweep) {
        for (int sweeps = 0; sweeps < SWEEPS; sweeps++) {
            var rows = sweep.get();
            if (rows.isPresent()) {
                return rows.get();
            }
        }
        throw target.unusable("the list changed each of the " + SWEEPS + " times it was read");
    }

    <T> Page<T> page(Listing<T> listing, int offset) {
        return page(listing, offset, rowsAtOnce());
    }

    int rowsAtOnce() {
        return reads.rowsAtOnce();
    }

    /** One page of {@code limit} rows at most. */
    <T> Page<T> page(Listing<T> listing, int offset, int limit) {
        var query = new TreeMap<>(listing.query());
        query.put("offset", String.valueOf(offset));
        query.put("limit", String.valueOf(limit));
        var body = unwrapped(reads.object(listing.target(), query));
        return new Page<>(offset, total(listing.target(), body), rows(body, listing.read()));
    }

    /** The vendor's OpenAPI document has the log of a campaign beside the campaign. */
    private static JsonRow unwrapped(JsonRow body) {
        return body.has("campaign_logs") ? body.part("campaign_logs").requireObject() : body;
    }

    private int total(ResourcePath target, JsonRow body) {
        int total = body.requiredNumber("total");
        if (total > reads.maxRows()) {
            throw target.unusable("it promises more than " + reads.maxRows() + " rows");
        }
        return total;
    }

    private static <T> List<T> rows(JsonRow body, Function<JsonRow, T> read) {
        if (!body.hasList("data")) {
            throw body.target().unusable("the field data is not a list");
        }
        return body.rows("data").stream().map(read).toList();
    }

    private <T> Optional<List<T>> sweep(Listing<T> listing) {
        var first = page(listing, 0);
        var sweep = new Sweep<>(listing, first, rowsAtOnce());
        while (sweep.goesOn()) {
            int step = sweep.step();
            requireEnough(listing.target(), step, sweep.total);
            next(listing, sweep.rows.size(), sweep.total, step).forEach(sweep::add);
            progress.read(sweep.rows.size(), sweep.total);
        }
        return sweep.isSound() ? Optional.of(sweep.rows) : Optional.empty();
    }

    /** A server that gives a row at a time of a long list would be asked for days. */
    static void requireEnough(ResourcePath target, int step, int total) {
        if ((long) step * MOST_PAGES < total) {
            throw target.unusable("it gives " + step + " rows at once, of " + total);
        }
    }

    /** One reading of a list, page by page in order; it is over at once when a page contradicts the first. */
    private static final class Sweep<T> {
        private final Listing<T> listing;
        private final int total;
        private final List<T> rows = new ArrayList<>();
        private int step;
        private int lastSize;
        private boolean isMoving;

        Sweep(Listing<T> listing, Page<T> first, int step) {
            this.listing = listing;
            this.step = step;
            this.total = first.total();
            add(first);
        }

        /** Pages that were asked for beyond a short one do not join on, and are asked for again. */
        void add(Page<T> page) {
            isMoving |= page.total() != total;
            if (page.offset() == rows.size()) {
                rows.addAll(page.rows());
                lastSize = page.rows().size();
            }
        }

        /** A full page is never believed to be the last; an empty one is, whatever was promised. */
        boolean goesOn() {
            return !isMoving && rows.size() <= total && lastSize > 0 && (rows.size() < total || lastSize == step);
        }

        /** A short page before the end shows that this server gives no more rows at once. */
        int step() {
            step = rows.size() < total ? lastSize : step;
            return step;
        }

        boolean isSound() {
            return !isMoving && rows.size() == total && distinctIds() == total;
        }

        private int distinctIds() {
            var ids = new HashSet<Object>();
            rows.forEach(row -> ids.add(listing.id().apply(row)));
            return ids.size();
        }
    }

    /** Some pages at once, in order; past the promised end just one, which must be empty. */
    private <T> List<Page<T>> next(Listing<T> listing, int from, int total, int step) {
        int ahead = Math.min(AT_ONCE, Math.max(1, (total - from + step - 1) / step));
        var asked = IntStream.range(0, ahead)
                .mapToObj(i -> AsyncResult.of(() -> page(listing, from + i * step), reads.threads()))
                .toList();
        return asked.stream().map(AsyncResult::get).toList();
    }
}
