package dev.muster.model.project;

import dev.muster.model.SenderName;
import dev.muster.model.text.HostName;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What a policy forbids beyond its limits on single audiences; a campaign goes past one only with an acknowledged reason.
 * What is not written forbids nothing, but for marketing to US numbers, which WhatsApp does not deliver.
 *
 * @param minReach fewest people that a campaign is worth sending to
 * @param maxGrowth how much larger an audience may be than at its last send, as a share of it
 * @param quietHours hours in which nobody is messaged, on each person's own clock
 * @param unknownNumbers the zone on whose clock people are judged whose number does not say theirs
 * @param maxMessagesPerPerson how often one person may be messaged
 * @param allowedSenders the only senders, by name or number; anyone where empty
 * @param allowedLinkHosts the only hosts that a message may lead to; any where empty
 * @param usMarketing whether marketing may go to US numbers; where nothing is written it is refused if it is known
 * @param messagingLimit how many people WhatsApp lets this business message in 24 hours
 */
public record Restrictions(
        OptionalInt minReach,
        OptionalDouble maxGrowth,
        Optional<QuietHours> quietHours,
        Optional<ZoneId> unknownNumbers,
        Optional<Frequency> maxMessagesPerPerson,
        List<SenderName> allowedSenders,
        List<String> allowedLinkHosts,
        Optional<UsMarketing> usMarketing,
        OptionalInt messagingLimit) {
    /** Nothing is written. */
    public static final Restrictions NONE = new Restrictions(
            OptionalInt.empty(),
            OptionalDouble.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of(),
            Optional.empty(),
            OptionalInt.empty());

    public Restrictions {
        allowedSenders = List.copyOf(allowedSenders);
        allowedLinkHosts = List.copyOf(allowedLinkHosts);
    }

    /** Whether messages may lead to this host. */
    public boolean allowsLinkTo(HostName host) {
        return allowedLinkHosts.isEmpty() || allowedLinkHosts.stream().anyMatch(host::isListedAs);
    }

    /** So many messages within any span of this length. */
    public record Frequency(int count, Duration within) {}

    /** What to do with marketing messages to US numbers. */
    public enum UsMarketing {
        REFUSE,
        ALLOW
    }
}
