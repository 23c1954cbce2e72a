package dev.muster.sandbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What becomes of one message, decided by the campaign and the contact alone: the clock only uncovers it. A failed message
 * has an error instead of a delivery.
 */
record Delivery(
        int contact,
        Instant sent,
        Optional<Instant> delivered,
        Optional<Instant> read,
        Optional<Instant> replied,
        Optional<Failure> failure) {
    /** Messages that one campaign sends in a second. */
    static final int PER_SECOND = 20;

    /** Why a message did not arrive: Meta's code and the text that SeaX shows. */
    enum Failure {
        NOT_ON_WHATSAPP(131026, "User is not registered on WhatsApp Business Platform"),
        WITHHELD(131049, "This message was not delivered to maintain healthy ecosystem engagement");

        final int code;
        final String text;

        Failure(int code, String text) {
            this.code = code;
            this.text = text;
        }
    }

    /** The fate of every message of a campaign, in the order of sending. */
    static List<Delivery> of(Launch launch, SandboxWorld world) {
        var deliveries = new ArrayList<Delivery>(launch.recipients().count());
        launch.recipients().positions().forEach(contact -> {
            var sent = launch.at().plusSeconds(1 + deliveries.size() / PER_SECOND);
            deliveries.add(fate(contact, sent, chance(launch, world.contact(contact))));
        });
        return deliveries;
    }

    private static Generator chance(Launch launch, ContactRow contact) {
        return new Generator(
                ((long) launch.campaign().hashCode() << 32) ^ contact.id().hashCode());
    }

    private static Delivery fate(int contact, Instant sent, Generator chance) {
        if (chance.perMille(7)) {
            var failure = chance.perMille(700) ? Failure.NOT_ON_WHATSAPP : Failure.WITHHELD;
            return new Delivery(
                    contact, sent, Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(failure));
        }
        var delivered = later(Optional.of(sent), 970, 2, 60, chance);
        var read = later(delivered, 820, 10, 500, chance);
        var replied = later(read, 180, 10, 60, chance);
        return new Delivery(contact, sent, delivered, read, replied, Optional.empty());
    }

    private static Optional<Instant> later(
            Optional<Instant> before, int perMille, int atLeast, int spread, Generator chance) {
        boolean happens = chance.perMille(perMille);
        int seconds = atLeast + chance.below(spread);
        return before.filter(moment -> happens).map(moment -> moment.plusSeconds(seconds));
    }

    /** What is known of it at that time; empty before it is sent. */
    Optional<Delivery> knownAt(Instant clock) {
        if (clock.isBefore(sent)) {
            return Optional.empty();
        }
        return Optional.of(
                new Delivery(contact, sent, past(delivered, clock), past(read, clock), past(replied, clock), failure));
    }

    private static Optional<Instant> past(Optional<Instant> moment, Instant clock) {
        return moment.filter(when -> !clock.isBefore(when));
    }

    /** The status as the API document names it: a message that was read still counts as delivered. */
    String status() {
        if (failure.isPresent()) {
            return "failed";
        }
        return delivered.isPresent() ? "delivered" : "sent";
    }

    /** The status as WhatsApp names it. */
    String whatsappStatus() {
        return read.isPresent() ? "read" : status();
    }
}
