package dev.muster.outcome;

import dev.muster.model.ContactId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One row of a campaign's log: what became of one message to one person. It holds personal data, and lives no longer than
 * its line of output.
 *
 * @param status in SeaX's own word
 * @param code Meta's number for a failure, where SeaX tells it
 */
public record Delivery(
        String id,
        Optional<ContactId> contact,
        String name,
        String number,
        String status,
        Optional<Instant> sentAt,
        Optional<Instant> deliveredAt,
        Optional<Instant> readAt,
        OptionalInt code,
        Optional<String> error,
        Optional<String> messageId) {
    /** The API document keeps the status "delivered" of a message that was read. */
    public DeliveryStatus fate() {
        var fate = DeliveryStatus.of(status);
        return fate == DeliveryStatus.DELIVERED && readAt.isPresent() ? DeliveryStatus.READ : fate;
    }

    /** The error without what may tell who the person is: names, numbers, addresses, ids. */
    public Optional<String> impersonalError() {
        return error.map(new PersonalWords(this)::hidden);
    }

    /** Whether the row cannot be right: it arrived with a code of failure, or failed and arrived. */
    public boolean isContradictory() {
        boolean arrived = deliveredAt.isPresent() || readAt.isPresent();
        return switch (fate()) {
            case DELIVERED, READ -> code.orElse(0) != 0;
            case FAILED -> arrived;
            case WAITING, SENT, UNKNOWN -> false;
        };
    }

    /** Whether it is in one of these states, by SeaX's word or by ours; who has read a message was delivered it, too. */
    public boolean isIn(List<String> statuses) {
        var fate = fate();
        return statuses.stream()
                .anyMatch(asked -> asked.equalsIgnoreCase(status)
                        || asked.equals(fate.name().toLowerCase(Locale.ROOT))
                        || (asked.equals("delivered") && fate == DeliveryStatus.READ));
    }
}
