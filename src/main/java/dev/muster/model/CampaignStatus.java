package dev.muster.model;

import java.util.Locale;

/** Where a campaign is on its way, whichever of the vendor's vocabularies tells it. */
public enum CampaignStatus {
    PENDING,
    RUNNING,
    PAUSED,
    FINISHED,
    FAILED,
    CANCELLED,
    /** A word that no document has. The campaign exists, and that is all that is known. */
    UNKNOWN,
    /** SeaX says that there is no such campaign. */
    VANISHED;

    /** The words of the API document, of its wiki and of the vendor's OpenAPI document, in any case. */
    public static CampaignStatus of(String status) {
        return switch (status.toUpperCase(Locale.ROOT)) {
            case "PENDING", "SCHEDULED", "QUEUED" -> PENDING;
            case "SENDING", "STARTED", "PROCESSING" -> RUNNING;
            case "PAUSED" -> PAUSED;
            case "FINISHED", "SENT", "COMPLETED" -> FINISHED;
            case "FAILED" -> FAILED;
            case "CANCELED", "CANCELLED", "TERMINATED" -> CANCELLED;
            default -> UNKNOWN;
        };
    }

    /** Whether nothing more is to be expected of it. */
    public boolean isEnd() {
        return this == FINISHED || this == FAILED || this == CANCELLED || this == VANISHED;
    }
}
