package dev.muster.bench;

import dev.muster.audience.MessagesPerPerson;
import dev.muster.audience.SharedPairs;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * A million contacts, a hundred labels, two hundred campaigns: how long funnels, all pairwise overlaps and the messages per
 * person take. Run it with {@code java -Xmx1g}; the contacts are made up while the index takes them.
 */
final class AudienceBenchmark {
    private static final int CONTACTS = 1_000_000;
    private static final int CAMPAIGNS = 200;

    private AudienceBenchmark() {}

    /** Measures once; the first run in a new process is what a user gets. */
    public static void main(String[] arguments) {
        var people = new MadeUpPeople(CONTACTS);
        var index = timed("index", people::index);
        var rosters = timed("funnels", () -> people.rosters(CAMPAIGNS, index));
        var pairs = timed("overlaps", () -> SharedPairs.of(rosters, List.of(), Integer.MAX_VALUE));
        var messages =
                timed("messages per person", () -> MessagesPerPerson.of(List.copyOf(rosters.values()), List.of()));
        say("%,d pairs, at most %,d messages to a person", pairs.count(), messages.most());
        System.gc();
        var memory = Runtime.getRuntime();
        say("%,d MiB in use", (memory.totalMemory() - memory.freeMemory()) >> 20);
    }

    private static <T> T timed(String what, Supplier<T> work) {
        // processor time of this one thread: what else the machine does is no matter
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        var result = work.get();
        long used = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;
        say("%s: %,d ms", what, Duration.ofNanos(used).toMillis());
        return result;
    }

    private static void say(String form, Object... values) {
        System.out.println(String.format(Locale.ROOT, form, values));
    }
}
