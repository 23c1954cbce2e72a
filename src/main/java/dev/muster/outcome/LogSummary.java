package dev.muster.outcome;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The log of a campaign in numbers: what failed for what, and when messages were sent, delivered and read.
 *
 * @param flow what happened in each span of {@link LogCounter#SPAN}, by the beginning of the span; SeaX does not tell all
 *     times in every dialect
 */
public record LogSummary(long messages, long failed, List<FailureCauses.Cause> causes, SortedMap<Instant, Flow> flow) {
    public LogSummary {
        causes = List.copyOf(causes);
        flow = Collections.unmodifiableSortedMap(new TreeMap<>(flow));
    }

    /** How many messages got so far in a span of time. */
    public record Flow(long sent, long delivered, long read) {
        static final Flow NONE = new Flow(0, 0, 0);

        public Flow plus(Flow other) {
            return new Flow(sent + other.sent, delivered + other.delivered, read + other.read);
        }
    }
}
