package dev.muster.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongPredicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How many messages of a campaign got how far, as SeaX counts them. A message that got further counts at every step before:
 * what was read was also delivered and sent. A number that SeaX does not give is absent, never zero.
 *
 * <p>The API document counts like this. The vendor's OpenAPI document names one number for each state that a message can be
 * in; there the numbers are added up.
 */
public record MessageCounts(SortedMap<String, Long> numbers) {
    /** The steps of a message, in their order, and {@code failed}. */
    public static final List<String> STEPS = List.of("sent", "delivered", "read", "replied", "failed");

    private static final Set<String> KNOWN = Set.of("total", "sent", "delivered", "read", "replied", "failed");

    public static final MessageCounts NONE = new MessageCounts(new TreeMap<>());

    public MessageCounts {
        numbers = Collections.unmodifiableSortedMap(new TreeMap<>(numbers));
        if (!KNOWN.containsAll(numbers.keySet())) {
            throw new IllegalArgumentException("unknown numbers: " + numbers.keySet());
        }
    }

    /** From SeaX's statistics, in either vocabulary. A negative number counts nothing and is left out. */
    public static MessageCounts of(Map<String, Long> statistics) {
        return statistics.containsKey("total_contacts") ? cumulative(statistics) : byState(statistics);
    }

    private static MessageCounts cumulative(Map<String, Long> statistics) {
        var numbers = new TreeMap<String, Long>();
        put(numbers, "total", statistics.get("total_contacts"));
        STEPS.forEach(step -> put(numbers, step, statistics.get(step)));
        return new MessageCounts(numbers);
    }

    private static MessageCounts byState(Map<String, Long> statistics) {
        var numbers = new TreeMap<String, Long>();
        put(numbers, "total", statistics.get("total"));
        put(numbers, "sent", sum(statistics, "sent", "delivered"));
        put(numbers, "delivered", statistics.get("delivered"));
        put(numbers, "read", statistics.get("read"));
        put(numbers, "replied", statistics.get("replied"));
        put(numbers, "failed", sum(statistics, "failed", "undelivered"));
        return new MessageCounts(numbers);
    }

    /** The sum of those that are there; nothing when none is. */
    private static @Nullable Long sum(Map<String, Long> statistics, String one, String other) {
        if (!statistics.containsKey(one) && !statistics.containsKey(other)) {
            return null;
        }
        long sum = statistics.getOrDefault(one, 0L) + statistics.getOrDefault(other, 0L);
        return sum < 0 ? null : sum;
    }

    private static void put(SortedMap<String, Long> numbers, String name, @Nullable Long number) {
        if (number != null && number >= 0) {
            numbers.put(name, number);
        }
    }

    public OptionalLong total() {
        return number("total");
    }

    /** How many got to this step, or failed. */
    public OptionalLong number(String name) {
        var number = numbers.get(name);
        return number == null ? OptionalLong.empty() : OptionalLong.of(number);
    }

    /** Whether every message was sent or failed, as far as the numbers tell. */
    public boolean isComplete() {
        long done = number("sent").orElse(0) + number("failed").orElse(0);
        LongPredicate reached = all -> all > 0 && done >= all;
        return total().stream().anyMatch(reached);
    }

    /**
     * Where the numbers contradict each other: a later step that more messages reached than an earlier one, or more that were
     * sent or failed than there are. Who replies need not show that they have read.
     */
    public List<String> contradictions() {
        var found = new ArrayList<String>();
        exceeds(found, "sent", "total");
        exceeds(found, "delivered", "sent", "total");
        exceeds(found, "read", "delivered", "sent", "total");
        exceeds(found, "replied", "delivered", "sent", "total");
        exceeds(found, "failed", "total");
        if (found.isEmpty() && sum() > total().orElse(Long.MAX_VALUE)) {
            found.add("SeaX counts " + number("sent").orElse(0) + " sent and "
                    + number("failed").orElse(0) + " failed of " + total().orElse(0) + " total");
        }
        return found;
    }

    private long sum() {
        return number("sent").orElse(0) + number("failed").orElse(0);
    }

    /** Against the nearest step before that is told. */
    private void exceeds(List<String> found, String step, String... before) {
        var earlier = Stream.of(before).filter(name -> number(name).isPresent()).findFirst();
        long reached = number(step).orElse(0);
        earlier.filter(name -> reached > number(name).orElse(0))
                .ifPresent(name -> found.add("SeaX counts " + reached + " " + step + " of "
                        + number(name).orElse(0) + " " + name));
    }
}
