package dev.muster.seax;

import dev.muster.model.ContactId;
import dev.muster.model.RemoteId;
import dev.muster.outcome.Delivery;
import dev.muster.outcome.DeliveryStatus;
import dev.muster.outcome.SeenIds;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * The log of one campaign, which grows while it is read and may be too long for memory. What a shift between two pages hid is
 * found by the next reading. A log that promises more rows than it gives is told after the rows that there were.
 */
record DeliveryLog(MovingList lists, RemoteId campaign) {

    /** Hands over the rows that are not known, from a place on where those before are known. */
    void each(int from, SeenIds known, Consumer<Delivery> rows) {
        lists.unknown(listing(), from, known, rows);
    }

    /** How many messages are logged. */
    int size() {
        return lists.count(listing())
                .orElseGet(
                        () -> lists.each(listing(), row -> {}, lists.maxRows()).rows());
    }

    private SeaxList<Delivery> listing() {
        return SeaxList.of(target(campaign), DeliveryLog::delivery, Delivery::id)
                .of(SeaxList.Kind.COMPLETE);
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
