package dev.muster.seax;

import dev.muster.model.ContactId;
import dev.muster.model.RemoteId;
import dev.muster.outcome.Delivery;
import dev.muster.outcome.DeliveryStatus;
import dev.muster.outcome.SeenIds;
import dev.muster.seax.Paginator.Listing;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * The log of one campaign, which grows while it is read and may be too long for memory. So nothing is thrown away when rows
 * shift from one page to another: a row is known by its id, and what a shift hid is found by the next sweep. A reading is
 * whole when it has as many rows as there are, or, of a log that grows faster than it is read, as there were before the last
 * sweep.
 */
record DeliveryLog(Paginator pages, RemoteId campaign) {
    private static final int SWEEPS = 3;

    void each(int from, SeenIds known, Consumer<Delivery> rows) {
        var totals = sweep(from, known, rows);
        int promised = totals.before();
        for (int sweeps = 1; known.size() < totals.after() && sweeps < SWEEPS; sweeps++) {
            promised = totals.before();
            totals = sweep(0, known, rows);
        }
        if (known.size() < Math.min(promised, totals.after())) {
            throw target().unusable("of the " + totals.after() + " rows that it promises it gave " + known.size()
                    + " in " + SWEEPS + " readings");
        }
    }

    /** How many rows there are, as SeaX says, when a sweep begins and when it ends. */
    private record Totals(int before, int after) {}

    /** Reads from one row to the end. */
    private Totals sweep(int from, SeenIds known, Consumer<Delivery> rows) {
        var listing = new Listing<>(target(), Map.<String, String>of(), DeliveryLog::delivery, Delivery::id);
        int offset = from;
        int before = -1;
        while (true) {
            var page = pages.page(listing, offset);
            before = before < 0 ? page.total() : before;
            boolean isNews = take(page, known, rows);
            pages.progress().read(Math.min(page.end(), page.total()), page.total());
            if (isLast(page, isNews, before)) {
                return new Totals(before, page.total());
            }
            Paginator.requireEnough(target(), page.rows().size(), page.total());
            offset = page.end();
        }
    }

    /** Hands over the rows that are new, and says whether there were any. */
    private boolean take(Paginator.Page<Delivery> page, SeenIds known, Consumer<Delivery> rows) {
        int before = known.size();
        page.rows().stream().filter(row -> known.add(row.id())).forEach(rows);
        if (known.size() > pages.reads().maxRows()) {
            throw target().unusable("it gives more than " + pages.reads().maxRows() + " rows");
        }
        return known.size() > before;
    }

    /**
     * A full page is believed to be the last only if all of it was known. Beyond where the log ended at the beginning, a page
     * that is not full is the last, or a log that grows would be followed for ever.
     */
    private boolean isLast(Paginator.Page<?> page, boolean isNews, int before) {
        boolean isFull = page.rows().size() >= pages.rowsAtOnce();
        boolean isPastEnd = page.end() >= page.total() && (!isFull || !isNews);
        return page.rows().isEmpty() || isPastEnd || (page.end() >= before && !isFull);
    }

    private ResourcePath target() {
        return target(campaign);
    }

    static ResourcePath target(RemoteId campaign) {
        return ResourcePath.of("campaigns", campaign.value(), "logs");
    }

    /** A row in either dialect: flat, or with the message as a part. */
    private static Delivery delivery(JsonRow row) {
        return row.has("message") ? ofMessage(row, row.part("message")) : flat(row);
    }

    private static Delivery flat(JsonRow row) {
        return new Delivery(
                row.required("id"),
                row.text("contact_id").map(ContactId::new),
                row.text("contact_name").orElse(""),
                row.text("contact_phone").orElse(""),
                row.text("message_status").orElse(""),
                row.time("sent_time"),
                row.time("delivered_time"),
                row.time("read_time"),
                code(row, "error_code"),
                row.text("error_message"),
                row.text("message_id"));
    }

    private static Delivery ofMessage(JsonRow row, JsonRow message) {
        return new Delivery(
                row.required("id"),
                message.part("conversation").text("contact_id").map(ContactId::new),
                "",
                row.text("to_number").orElse(""),
                status(message),
                row.time("sending_time"),
                Optional.empty(),
                Optional.empty(),
                code(message, "event_error_code"),
                message.text("event_error_message"),
                message.text("external_id"));
    }

    /** WhatsApp's word, which knows of reading, unless SeaX's own says that it failed. */
    private static String status(JsonRow message) {
        var own = message.text("status");
        return own.filter(status -> DeliveryStatus.of(status) == DeliveryStatus.FAILED)
                .or(() -> message.text("whatsapp_message_status"))
                .or(() -> own)
                .orElse("");
    }

    /** A number or its digits. */
    private static OptionalInt code(JsonRow row, String field) {
        var text = row.texts().getOrDefault(field, "");
        return text.matches("[0-9]{1,9}") ? OptionalInt.of(Integer.parseInt(text)) : OptionalInt.empty();
    }
}
