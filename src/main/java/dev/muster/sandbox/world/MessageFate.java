package dev.muster.sandbox.world;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What becomes of one message, decided by the campaign and the contact alone: the clock only uncovers it. A failed message
 * has an error instead of a delivery.
 *
 * @param place which message of the campaign it is, from 0
 * @param number where it goes, if the campaign listed numbers
 * @param handed when SeaX has it, which for most is when it is sent; until then it is queued
 */
public record MessageFate(
        int contact,
        int place,
        Optional<String> number,
        Instant handed,
        Instant sent,
        boolean queued,
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
        SOMETHING_WENT_WRONG(131000, "Something went wrong", 8),
        PARAMETER_MISSING(131008, "Required parameter is missing", 0),
        INVALID_PARAMETER(100, "Invalid parameter", 0),
        UNPAID(131042, "Business eligibility payment issue", 0),
        MEDIA(131053, "Media upload error", 0),
        PARAMETER_COUNT(132000, "Number of parameters does not match the expected number of params", 0),
        NO_TEMPLATE(132001, "Template name does not exist in the translation", 0),
        TOO_LONG(132005, "Translated text too long", 0),
        POLICY(132007, "Template content violates a WhatsApp policy", 0),
        PARAMETER_FORMAT(132012, "Parameter format does not match format in the created template", 0),
        PAUSED(132015, "Template is paused", 0),
        DISABLED(132016, "Template is disabled", 0),
        PARAMETER_TEXT(132018, "Parameter text is not valid", 0);

        public final int code;
        public final String text;
        private final int ofHundred;

        Failure(int code, String text, int ofHundred) {
            this.code = code;
            this.text = text;
            this.ofHundred = ofHundred;
        }

        /** The failure with this code, if it is one that WhatsApp has. */
        public static Optional<Failure> of(int code) {
            return Stream.of(values()).filter(failure -> failure.code == code).findFirst();
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

    /**
     * A failure that the owner of a sandbox wants to see in a log: for a number, or for a template in one language.
     *
     * @param code one that {@link Failure} knows, or 0 for none
     */
    public record Decision(int code, Optional<String> number, Optional<String> template, Optional<String> language) {
        boolean isFor(String to, TemplateRow sent) {
            return number.filter(one -> !one.equals(to)).isEmpty()
                    && template.filter(one -> !one.equals(sent.name())).isEmpty()
                    && language.filter(one -> !one.equals(sent.language())).isEmpty();
        }
    }

    /** The fate of every message of a campaign, in the order of sending. */
    public static Stream<MessageFate> of(Launch launch, SandboxWorld world) {
        return launch.isByNumbers() ? ofNumbers(launch) : ofRows(launch, world);
    }

    private static Stream<MessageFate> ofRows(Launch launch, SandboxWorld world) {
        var before = new AtomicInteger();
        return launch.recipients().positions().mapToObj(contact -> {
            int place = before.getAndIncrement();
            var sent = sent(launch, place);
            var start = new MessageFate(contact, place, Optional.empty(), sent, sent);
            return start.decided(chance(launch, world.contact(contact).id()));
        });
    }

    private static Stream<MessageFate> ofNumbers(Launch launch) {
        return IntStream.range(0, launch.destinations().size()).mapToObj(place -> {
            var one = launch.destinations().get(place);
            var handed = sent(launch, place);
            var held = launch.held().filter(wait -> wait.isHeld(place));
            var sent = held.map(Launch.Held::until).filter(handed::isBefore).orElse(handed);
            var start = new MessageFate(one.contact(), place, Optional.of(one.number()), handed, sent);
            var failure = held.filter(Launch.Held::dropped)
                    .map(wait -> Failure.PAUSED)
                    .or(() -> one.failure().flatMap(Failure::of));
            return failure.map(start::failed).orElseGet(() -> start.decided(chance(launch, one.number())));
        });
    }

    private static Instant sent(Launch launch, int place) {
        return launch.at().plusSeconds(1 + place / PER_SECOND);
    }

    /** One of which nothing is decided yet. */
    private MessageFate(int contact, int place, Optional<String> number, Instant handed, Instant sent) {
        this(
                contact,
                place,
                number,
                handed,
                sent,
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static Generator chance(Launch launch, String who) {
        return new Generator(((long) launch.campaign().hashCode() << 32) ^ who.hashCode());
    }

    private MessageFate decided(Generator chance) {
        if (chance.perMille(7)) {
            return failed(Failure.at(chance.below(100)));
        }
        var arrived = later(Optional.of(sent), 970, 2, 60, chance);
        var seen = later(arrived, 820, 10, 500, chance);
        return ended(arrived, seen, later(seen, 180, 10, 60, chance), Optional.empty());
    }

    private MessageFate failed(Failure why) {
        return ended(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(why));
    }

    private MessageFate ended(
            Optional<Instant> arrived, Optional<Instant> seen, Optional<Instant> answered, Optional<Failure> why) {
        return new MessageFate(contact, place, number, handed, sent, queued, arrived, seen, answered, why);
    }

    private static Optional<Instant> later(
            Optional<Instant> before, int perMille, int atLeast, int spread, Generator chance) {
        boolean happens = chance.perMille(perMille);
        int seconds = atLeast + chance.below(spread);
        return before.filter(moment -> happens).map(moment -> moment.plusSeconds(seconds));
    }

    /** What is known of it at that time; empty before SeaX has it. */
    public Optional<MessageFate> knownAt(Instant clock) {
        if (clock.isBefore(handed)) {
            return Optional.empty();
        }
        boolean waits = clock.isBefore(sent);
        return Optional.of(new MessageFate(
                contact,
                place,
                number,
                handed,
                sent,
                waits,
                past(delivered, clock),
                past(read, clock),
                past(replied, clock),
                failure.filter(why -> !waits)));
    }

    private static Optional<Instant> past(Optional<Instant> moment, Instant clock) {
        return moment.filter(when -> !clock.isBefore(when));
    }

    /** When it was sent, unless it waits. */
    public Optional<Instant> left() {
        return Optional.of(sent).filter(moment -> !queued);
    }

    /** The status as the API document names it: a message that was read still counts as delivered. */
    public String status() {
        if (queued) {
            return "queued";
        }
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
