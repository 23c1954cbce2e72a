package dev.muster.bench;

import dev.muster.audience.MessagesPerPerson;
import dev.muster.audience.Roster;
import dev.muster.audience.SharedPairs;
import dev.muster.model.CampaignIdentity;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.function.Supplier;

/**
 * A million contacts or more, a hundred labels, two hundred campaigns: how long funnels, all pairwise overlaps and the messages
 * per person take. Run it with {@code java -Xmx1g}, and with {@code -Xmx2g} and 10000000 as its argument; the contacts are made up
 * while the index takes them.
 */
final class AudienceBenchmark {
    private static final int CONTACTS = 1_000_000;
    private static final int MOST_FOR_OVERLAPS = 1_000_000;
    private static final int CAMPAIGNS = 200;

    private AudienceBenchmark() {}

    /** Measures once; the first run in a new process is what a user gets. */
    public static void main(String[] arguments) {
        int contacts = arguments.length > 0 ? Integer.parseInt(arguments[0]) : CONTACTS;
        var people = new MadeUpPeople(contacts);
        var index = timed("index", people::index);
        var rosters = timed("funnels", () -> people.rosters(CAMPAIGNS, index));
        memory();
        if (contacts <= MOST_FOR_OVERLAPS) {
            overlaps(rosters);
        }
    }

    private static void overlaps(SortedMap<CampaignIdentity, Roster> rosters) {
        var pairs = timed("overlaps", () -> SharedPairs.of(rosters, List.of(), Integer.MAX_VALUE));
        var messages =
                timed("messages per person", () -> MessagesPerPerson.of(List.copyOf(rosters.values()), List.of()));
        say("%,d pairs, at most %,d messages to a person", pairs.count(), messages.most());
        memory();
    }

    private static void memory() {
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
