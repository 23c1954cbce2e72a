package dev.muster.sandbox.world;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * That a campaign went out: when, and to which rows. From here on nobody can take it back.
 *
 * @param destinations the messages of a campaign by numbers in their order, a number as often as it was listed
 * @param held which of these WhatsApp holds back
 */
public record Launch(
        String campaign,
        Instant at,
        Rows recipients,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Message> destinations,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Held> held) {
    private static final Duration SHORTEST = Duration.ofMinutes(15);
    private static final Duration AFTERMATH = Duration.ofMinutes(12);

    /**
     * One message of a campaign by numbers.
     *
     * @param contact the row that has the number
     * @param components what fills the template for this person, as JSON: what WhatsApp got, after SeaX joined both levels
     * @param failure why it fails, where that is decided already
     */
    public record Message(
            String number,
            int contact,
            String components,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Integer> failure) {}

    /** The messages from a place on that wait for a moment, and whether they are dropped then. */
    public record Held(int from, Instant until, boolean dropped) {
        boolean isHeld(int place) {
            return place >= from;
        }
    }

    public Launch {
        // what was written before there were campaigns by numbers has neither
        destinations = List.copyOf(Objects.requireNonNullElse(destinations, List.of()));
        held = Objects.requireNonNullElse(held, Optional.empty());
    }

    /** A campaign by labels. */
    Launch(String campaign, Instant at, Rows recipients) {
        this(campaign, at, recipients, List.of(), Optional.empty());
    }

    @JsonIgnore
    public boolean isByNumbers() {
        return !destinations.isEmpty();
    }

    /** How many messages go out. */
    public int messages() {
        return isByNumbers() ? destinations.size() : recipients.count();
    }

    /** When the last message of it has come to its end. */
    public Instant finish() {
        var sending = Duration.ofSeconds(messages() / MessageFate.PER_SECOND).plus(AFTERMATH);
        var usual = at.plus(sending.compareTo(SHORTEST) < 0 ? SHORTEST : sending);
        return held.map(wait -> wait.until().plus(sending))
                .filter(usual::isBefore)
                .orElse(usual);
    }

    public boolean isFinished(Instant clock) {
        return !clock.isBefore(finish());
    }
}
