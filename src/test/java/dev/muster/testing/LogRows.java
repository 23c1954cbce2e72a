package dev.muster.testing;

import dev.muster.model.ContactId;
import dev.muster.outcome.Delivery;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/** Rows of a log, made of plain values. */
public final class LogRows {
    public static final Instant SENT = Instant.parse("2026-12-01T15:00:01Z");

    private LogRows() {}

    public static Delivery delivered(String id) {
        return new Delivery(
                id,
                Optional.of(new ContactId("contact_" + id)),
                "Ada Lovelace",
                "+15550100100",
                "delivered",
                Optional.of(SENT),
                Optional.of(SENT.plusSeconds(9)),
                Optional.empty(),
                OptionalInt.empty(),
                Optional.empty(),
                Optional.of("wamid.HBgLMTU1NTAxMDAxMDA"));
    }

    public static Delivery read(String id) {
        var row = delivered(id);
        return with(row, "delivered", Optional.of(SENT.plusSeconds(60)), OptionalInt.empty(), Optional.empty());
    }

    public static Delivery in(String status, String id) {
        return with(delivered(id), status, Optional.empty(), OptionalInt.empty(), Optional.empty());
    }

    public static Delivery failed(String id, int code) {
        return with(delivered(id), "failed", Optional.empty(), OptionalInt.of(code), Optional.of("an error"));
    }

    /** As the API document has it: a text, and no code. */
    public static Delivery failed(String id, String error) {
        return with(delivered(id), "failed", Optional.empty(), OptionalInt.empty(), Optional.of(error));
    }

    /** The same of a person with this name and number. */
    public static Delivery of(Delivery row, String name, String number) {
        return new Delivery(
                row.id(),
                row.contact(),
                name,
                number,
                row.status(),
                row.sentAt(),
                row.deliveredAt(),
                row.readAt(),
                row.code(),
                row.error(),
                row.messageId());
    }

    /** The same to this contact, or to nobody who is named. */
    public static Delivery to(Delivery row, Optional<ContactId> contact, String number) {
        return new Delivery(
                row.id(),
                contact,
                row.name(),
                number,
                row.status(),
                row.sentAt(),
                row.deliveredAt(),
                row.readAt(),
                row.code(),
                row.error(),
                row.messageId());
    }

    /** The same at another time, delivered after nine seconds and read after a minute if it was. */
    public static Delivery at(Delivery row, Instant sent) {
        return new Delivery(
                row.id(),
                row.contact(),
                row.name(),
                row.number(),
                row.status(),
                Optional.of(sent),
                row.deliveredAt().map(at -> sent.plusSeconds(9)),
                row.readAt().map(at -> sent.plusSeconds(60)),
                row.code(),
                row.error(),
                row.messageId());
    }

    private static Delivery with(
            Delivery row, String status, Optional<Instant> read, OptionalInt code, Optional<String> error) {
        return new Delivery(
                row.id(),
                row.contact(),
                row.name(),
                row.number(),
                status,
                row.sentAt(),
                row.deliveredAt(),
                read,
                code,
                error,
                row.messageId());
    }
}
