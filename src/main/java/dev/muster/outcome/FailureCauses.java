package dev.muster.outcome;

import dev.muster.outcome.FailureCodes.Meaning;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Failed messages by what they failed for, counted while a log passes by. */
public final class FailureCauses {
    /** Texts that nobody knows may be different for each person; beyond so many they are counted together. */
    private static final int MOST_TEXTS = 100;

    private static final String OTHER = "other texts";
    private static final String NONE = "no cause given";

    private final FailureCodes codes;
    private final TreeMap<Integer, Long> byCode = new TreeMap<>();
    private final TreeMap<String, Long> byText = new TreeMap<>();
    private long messages;
    private long failed;
    private long contradictory;

    public FailureCauses(FailureCodes codes) {
        this.codes = codes;
    }

    /**
     * So many messages failed for one thing.
     *
     * @param name Meta's code, or the text that SeaX gives where there is no code
     */
    public record Cause(String name, Optional<Meaning> meaning, long messages) {}

    /** Counts one row. */
    public void take(Delivery delivery) {
        messages++;
        contradictory += delivery.isContradictory() ? 1 : 0;
        if (delivery.fate() == DeliveryStatus.FAILED) {
            failed++;
            codes.codeOf(delivery)
                    .ifPresentOrElse(
                            code -> byCode.merge(code, 1L, Long::sum),
                            () -> byText.merge(text(delivery), 1L, Long::sum));
        }
    }

    /** Numbers of people may stand in a text; without them equal causes are equal. */
    private String text(Delivery delivery) {
        var text = delivery.impersonalError().orElse(NONE);
        return byText.containsKey(text) || byText.size() < MOST_TEXTS ? text : OTHER;
    }

    public long messages() {
        return messages;
    }

    public long failed() {
        return failed;
    }

    /** Rows that cannot be right, such as one that was delivered with a code of failure. */
    public long contradictory() {
        return contradictory;
    }

    /** The most frequent first. */
    public List<Cause> all() {
        var coded = byCode.entrySet().stream()
                .map(each -> new Cause(each.getKey().toString(), codes.meaning(each.getKey()), each.getValue()));
        var others = byText.entrySet().stream()
                .map(each -> new Cause(each.getKey(), Optional.<Meaning>empty(), each.getValue()));
        return Stream.concat(coded, others)
                .sorted(Comparator.comparingLong(Cause::messages).reversed().thenComparing(Cause::name))
                .toList();
    }
}
