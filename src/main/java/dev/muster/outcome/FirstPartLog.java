package dev.muster.outcome;

import dev.muster.model.RemoteId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The log of a campaign's first part, looked at once before the next: whether so many failed with a code that would fail for
 * everybody that the rest must wait for a person.
 */
public final class FirstPartLog {
    /** Faults of the template or its values: Meta's page on error codes, as {@code failure-codes.properties} has it. */
    private static final Set<Integer> FOR_EVERYBODY =
            Set.of(132_000, 132_001, 132_005, 132_007, 132_012, 132_015, 132_016, 132_018);

    /** One in so many. */
    private static final int SHARE = 5;

    private final FailureCodes codes;
    private final Map<Integer, Integer> failures = new HashMap<>();
    private int rows;

    private FirstPartLog(FailureCodes codes) {
        this.codes = codes;
    }

    /** Why the rest should not be sent, if the log says so. */
    public static Optional<String> objection(Deliveries deliveries, RemoteId first) {
        var log = new FirstPartLog(FailureCodes.published());
        deliveries.each(first, 0, new SeenIds(), log::add);
        return log.objection();
    }

    private void add(Delivery row) {
        rows++;
        if (row.fate() == DeliveryStatus.FAILED) {
            codes.codeOf(row).filter(FOR_EVERYBODY::contains).ifPresent(code -> failures.merge(code, 1, Integer::sum));
        }
    }

    private Optional<String> objection() {
        int failed = failures.values().stream().mapToInt(Integer::intValue).sum();
        return failed * SHARE <= rows
                ? Optional.empty()
                : failures.entrySet().stream()
                        .max(Map.Entry.<Integer, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                        .map(most -> String.format(
                                Locale.ROOT,
                                "%,d of %,d messages of the first part failed with %d (%s), which would fail for"
                                        + " everybody",
                                failed,
                                rows,
                                most.getKey(),
                                codes.meaning(most.getKey())
                                        .map(FailureCodes.Meaning::text)
                                        .orElse("unknown")));
    }
}
