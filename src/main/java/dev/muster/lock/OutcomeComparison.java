package dev.muster.lock;

import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;

/**
 * How the messages that SeaX logged of a campaign compare with what was planned, as counts; one that nobody can know is
 * absent.
 *
 * @param at when the two were compared
 * @param planned how many messages were approved
 * @param received messages that were sent and did not fail
 * @param failed messages that did not arrive
 * @param missing approved people of whom SeaX logged nothing
 * @param unexpected people whom SeaX messaged and who were not approved
 * @param excluded people among them who carry a label that the request excluded
 * @param dangers what must not be, in words
 * @param remarks what may have a harmless reason, in words
 */
public record OutcomeComparison(
        Instant at,
        int planned,
        int received,
        int failed,
        OptionalInt missing,
        OptionalInt unexpected,
        OptionalInt excluded,
        List<String> dangers,
        List<String> remarks) {
    public OutcomeComparison {
        dangers = List.copyOf(dangers);
        remarks = List.copyOf(remarks);
    }
}
