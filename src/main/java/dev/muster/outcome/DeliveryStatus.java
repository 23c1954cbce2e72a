package dev.muster.outcome;

import java.util.Locale;

/** What became of one message, whichever of the vendor's vocabularies tells it. */
public enum DeliveryStatus {
    WAITING,
    SENT,
    DELIVERED,
    READ,
    FAILED,
    /** A word that no document has. */
    UNKNOWN;

    /** The words of the API document, of the vendor's OpenAPI document and of WhatsApp, in any case. */
    public static DeliveryStatus of(String status) {
        return switch (status.toUpperCase(Locale.ROOT)) {
            case "INITIALIZED", "ACCEPTED", "QUEUED", "SCHEDULED", "SENDING", "WARNING" -> WAITING;
            case "SENT" -> SENT;
            case "DELIVERED" -> DELIVERED;
            case "READ" -> READ;
            case "FAILED", "UNDELIVERED", "CANCELED", "CANCELLED", "DELETED" -> FAILED;
            default -> UNKNOWN;
        };
    }

    /** Whether the message left for the person's phone. */
    public boolean isReceived() {
        return this == SENT || this == DELIVERED || this == READ;
    }
}
