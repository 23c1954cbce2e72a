package dev.muster.outcome;

import dev.muster.model.ContactId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

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
    /** Seven digits and more, also in groups: longer than any of Meta's codes. */
    private static final Pattern NUMBER = Pattern.compile("\\+?[0-9](?:[ ().-]{0,2}[0-9]){6,}");

    private static final String HIDDEN = "…";
    private static final int MEANINGFUL = 3;

    /** The API document keeps the status "delivered" of a message that was read. */
    public Fate fate() {
        var fate = Fate.of(status);
        return fate == Fate.DELIVERED && readAt.isPresent() ? Fate.READ : fate;
    }

    /** The error without what may be the person's name or number. */
    public Optional<String> impersonalError() {
        return error.map(text -> name.length() < MEANINGFUL ? text : text.replace(name, HIDDEN))
                .map(text -> NUMBER.matcher(text).replaceAll(HIDDEN));
    }

    /** Whether it is in one of these states, by SeaX's word or by ours; who has read a message was delivered it, too. */
    public boolean isIn(List<String> statuses) {
        var fate = fate();
        return statuses.stream()
                .anyMatch(asked -> asked.equalsIgnoreCase(status)
                        || asked.equals(fate.name().toLowerCase(Locale.ROOT))
                        || (asked.equals("delivered") && fate == Fate.READ));
    }
}
