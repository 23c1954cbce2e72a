package dev.muster.cli.command;

import dev.muster.outcome.Delivery;
import java.util.Optional;

/** People as they may be shown: of a name the first letter, of a number the first two and the last two digits. */
public final class Masking {
    private Masking() {}

    public static String name(String name) {
        return name.isEmpty() ? "" : name.substring(0, name.offsetByCodePoints(0, 1)) + "•••";
    }

    /** WhatsApp's id of a message has the number inside, and an error text may have it; neither is shown. */
    public static Delivery delivery(Delivery row) {
        return new Delivery(
                row.id(),
                row.contact(),
                name(row.name()),
                number(row.number()),
                row.status(),
                row.sentAt(),
                row.deliveredAt(),
                row.readAt(),
                row.code(),
                row.impersonalError(),
                Optional.empty());
    }

    public static String number(String number) {
        return number.length() < 6
                ? "•".repeat(number.length())
                : number.substring(0, 2) + "•".repeat(number.length() - 4) + number.substring(number.length() - 2);
    }
}
