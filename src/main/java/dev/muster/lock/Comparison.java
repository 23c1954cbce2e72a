package dev.muster.lock;

import java.time.Instant;
import java.util.List;

/**
 * How the messages that SeaX logged of a campaign compare with what was planned, as counts.
 *
 * @param at when the two were compared
 * @param planned how many messages were approved
 * @param received messages that were sent and did not fail
 * @param failed messages that did not arrive
 * @param missing people of the audience, as its labels stand at that time, of whom SeaX logged nothing
 * @param unexpected people whom SeaX messaged although the audience, as its labels stand, does not have them
 * @param excluded people whom SeaX messaged and who carry a label that the request excluded
 * @param dangers what must not be, in words
 * @param remarks what may have a harmless reason, in words
 */
public record Comparison(
        Instant at,
        int planned,
        int received,
        int failed,
        int missing,
        int unexpected,
        int excluded,
        List<String> dangers,
        List<String> remarks) {
    public Comparison {
        dangers = List.copyOf(dangers);
        remarks = List.copyOf(remarks);
    }
}
