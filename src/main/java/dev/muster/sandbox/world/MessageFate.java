package dev.muster.sandbox.world;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * What becomes of one message, decided by the campaign and the contact alone: the clock only uncovers it. A failed message
 * has an error instead of a delivery.
 */
public record MessageFate(
        int contact,
        Instant sent,
        Optional<Instant> delivered,
        Optional<Instant> read,
        Optional<Instant> replied,
        Optional<Failure> failure) {
    /** Messages that one campaign sends in a second. */
    static final int PER_SECOND = 20;

    /**
     * Why a message did not arrive: Meta's code, the text that SeaX shows (the API document's own for the first, else Meta's),
     * and how many of a hundred failures have this cause.
     */
    public enum Failure {
        NOT_ON_WHATSAPP(131026, "User is not registered on WhatsApp Business Platform", 45),
        WITHHELD(131049, "This message was not delivered to maintain healthy ecosystem engagement", 25),
        OPTED_OUT(
                131050,
                "Unable to deliver the message. This recipient has chosen to stop receiving marketing messages on"
                        + " WhatsApp from your business",
                12),
        IN_AN_EXPERIMENT(130472, "User's number is part of an experiment", 10),
        SOMETHING_WENT_WRONG(131000, "Something went wrong", 8);

        public final int code;
        public final String text;
        private final int ofHundred;

        Failure(int code, String text, int ofHundred) {
            this.code = code;
            this.text = text;
            this.ofHundred = ofHundred;
        }

        /** The cause that a number below a hundred falls on. */
        static Failure at(int hundredth) {
            int upTo = 0;
            for (var failure : values()) {
                upTo += failure.ofHundred;
                if (hundredth < upTo) {
                    return failure;
                }
            }
            throw new IllegalArgumentException("the shares are no hundred");
        }
    }

    /** The fate of every message of a campaign, in the order of sending. */
    public static Stream<MessageFate> of(Launch launch, SandboxWorld world) {
        var before = new AtomicInteger();
        return launch.recipients().positions().mapToObj(contact -> {
            var sent = launch.at().plusSeconds(1 + before.getAndIncrement() / PER_SECOND);
            return fate(contact, sent, chance(launch, world.contact(contact)));
        });
    }

    private static Generator chance(Launch launch, ContactRow contact) {
        return new Generator(
                ((long) launch.campaign().hashCode() << 32) ^ contact.id().hashCode());
    }

    private static MessageFate fate(int contact, Instant sent, Generator chance) {
        if (chance.perMille(7)) {
            var failure = Failure.at(chance.below(100));
            return new MessageFate(
                    contact, sent, Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(failure));
        }
        var delivered = later(Optional.of(sent), 970, 2, 60, chance);
        var read = later(delivered, 820, 10, 500, chance);
        var replied = later(read, 180, 10, 60, chance);
        return new MessageFate(contact, sent, delivered, read, replied, Optional.empty());
    }

    private static Optional<Instant> later(
            Optional<Instant> before, int perMille, int atLeast, int spread, Generator chance) {
        boolean happens = chance.perMille(perMille);
        int seconds = atLeast + chance.below(spread);
        return before.filter(moment -> happens).map(moment -> moment.plusSeconds(seconds));
    }

    /** What is known of it at that time; empty before it is sent. */
    public Optional<MessageFate> knownAt(Instant clock) {
        if (clock.isBefore(sent)) {
            return Optional.empty();
        }
        return Optional.of(new MessageFate(
                contact, sent, past(delivered, clock), past(read, clock), past(replied, clock), failure));
    }

    private static Optional<Instant> past(Optional<Instant> moment, Instant clock) {
        return moment.filter(when -> !clock.isBefore(when));
    }

    /** The status as the API document names it: a message that was read still counts as delivered. */
    public String status() {
        if (failure.isPresent()) {
            return "failed";
        }
        return delivered.isPresent() ? "delivered" : "sent";
    }

    /** The status as WhatsApp names it. */
    public String whatsappStatus() {
        return read.isPresent() ? "read" : status();
    }
}
