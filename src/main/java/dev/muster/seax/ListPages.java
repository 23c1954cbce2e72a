package dev.muster.seax;

import dev.muster.http.HttpReply;
import dev.muster.model.ReportedTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/** Asks for single pages of lists, and remembers which lists SeaX counts. */
final class ListPages {
    /** Neither document names a largest page; a server may give fewer rows. */
    static final int MOST_ROWS = RowLimit.MOST;

    private final SeaxReader reads;

    /** Lists whose total was more than what the page held: so it is no count of the page. */
    private final Set<ResourcePath> counted = ConcurrentHashMap.newKeySet();

    private final OpenedLists opened;

    ListPages(SeaxReader reads) {
        this(reads, System::nanoTime);
    }

    /** The same, with a clock that only goes forward. */
    ListPages(SeaxReader reads, LongSupplier nanos) {
        this.reads = reads;
        this.opened = new OpenedLists(nanos);
    }

    SeaxReader reads() {
        return reads;
    }

    /** Whether SeaX was seen to count the rows of this list, and not those of a page. */
    boolean isCounted(ResourcePath target) {
        return counted.contains(target);
    }

    /** The pages of one list, as large as SeaX gives them. */
    <T> PageSource<T> source(SeaxList<T> listing) {
        return new PageSource<>() {
            @Override
            public SeaxPage<T> page(int offset) {
                var begun = offset == 0 ? opened.take(listing) : Optional.<HttpReply>empty();
                return ListPages.this.page(listing, offset, begun.orElseGet(() -> ask(listing, offset, MOST_ROWS)));
            }

            @Override
            public int limit() {
                return reads.rowsAtOnce();
            }

            @Override
            public boolean isCounted() {
                return ListPages.this.isCounted(listing.target());
            }
        };
    }

    /** One page of {@code limit} rows at most. */
    <T> SeaxPage<T> page(SeaxList<T> listing, int offset, int limit) {
        return page(listing, offset, ask(listing, offset, limit));
    }

    /** The same, from an answer. */
    <T> SeaxPage<T> page(SeaxList<T> listing, int offset, HttpReply reply) {
        var target = listing.target();
        var body = unwrapped(reads.object(target, reply));
        var rows = rows(body);
        var total = listing.kind() == SeaxList.Kind.COMPLETE ? body.number("total") : body.numberIfReadable("total");
        var page =
                new SeaxPage<>(offset, total, rows.stream().map(listing.read()).toList(), times(rows));
        if (page.showsCount()) {
            counted.add(target);
        }
        return page;
    }

    /** The answer to a question for a page, a refusal included. */
    HttpReply ask(SeaxList<?> listing, int offset, int limit) {
        var query = new TreeMap<>(listing.query());
        listing.order().ifPresent(order -> query.put("order_by", order));
        query.put("offset", String.valueOf(offset));
        query.put("limit", String.valueOf(limit));
        return reads.ask(listing.target(), query);
    }

    /** The answer to the question with which a reading begins. A reading that begins soon begins with it. */
    HttpReply open(SeaxList<?> listing) {
        return opened.peek(listing).orElseGet(() -> {
            var reply = ask(listing, 0, MOST_ROWS);
            opened.put(listing, reply);
            return reply;
        });
    }

    /** Whether the answer is a page of this list. */
    boolean isList(SeaxList<?> listing, HttpReply reply) {
        return unwrapped(reads.object(listing.target(), reply)).hasList("data");
    }

    /** The vendor's OpenAPI document has the log of a campaign beside the campaign. */
    private static JsonRow unwrapped(JsonRow body) {
        return body.has("campaign_logs") ? body.part("campaign_logs").requireObject() : body;
    }

    private static List<JsonRow> rows(JsonRow body) {
        if (!body.hasList("data")) {
            throw body.target().unusable("the field data is not a list");
        }
        return body.rows("data");
    }

    private static SeaxPage.Times times(List<JsonRow> rows) {
        boolean isRising = true;
        boolean isFalling = true;
        for (int i = 1; i < rows.size(); i++) {
            // texts of one server have one form, so their order is that of the times
            int order = created(rows.get(i - 1)).compareTo(created(rows.get(i)));
            isRising &= order <= 0;
            isFalling &= order >= 0;
        }
        return rows.isEmpty()
                ? new SeaxPage.Times(Optional.empty(), Optional.empty(), false, false)
                : new SeaxPage.Times(instant(rows.get(0)), instant(rows.get(rows.size() - 1)), isRising, isFalling);
    }

    private static String created(JsonRow row) {
        return row.textIfReadable("created_time").orElse("");
    }

    private static Optional<Instant> instant(JsonRow row) {
        return row.textIfReadable("created_time").flatMap(ReportedTime::read).map(ReportedTime::instant);
    }
}
