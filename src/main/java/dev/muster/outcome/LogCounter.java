package dev.muster.outcome;

import dev.muster.outcome.LogSummary.Flow;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeMap;

/** Counts a log while it passes by, in memory that does not grow with it. */
public final class LogCounter {
    /** The finest span of time that is counted. */
    public static final Duration SPAN = Duration.ofMinutes(1);

    /** Two weeks of uninterrupted traffic; beyond that no further spans are opened. */
    private static final int MOST_SPANS = 20_000;

    private final FailureCauses causes = new FailureCauses(FailureCodes.published());
    private final TreeMap<Instant, Flow> flow = new TreeMap<>();

    /** Counts one row. */
    public void take(Delivery row) {
        causes.take(row);
        if (row.fate() != DeliveryStatus.FAILED) {
            add(row.sentAt(), new Flow(1, 0, 0));
            add(row.deliveredAt(), new Flow(0, 1, 0));
            add(row.readAt(), new Flow(0, 0, 1));
        }
    }

    private void add(Optional<Instant> at, Flow one) {
        at.map(LogCounter::span)
                .filter(span -> flow.containsKey(span) || flow.size() < MOST_SPANS)
                .ifPresent(span -> flow.merge(span, one, Flow::plus));
    }

    private static Instant span(Instant at) {
        return Instant.ofEpochSecond(Math.floorDiv(at.getEpochSecond(), SPAN.toSeconds()) * SPAN.toSeconds());
    }

    /** What was counted. */
    public LogSummary counted() {
        return new LogSummary(causes.messages(), causes.failed(), causes.all(), flow);
    }
}
