package dev.muster.bench;

import dev.muster.audience.ContactIndex;
import dev.muster.audience.Funnel;
import dev.muster.audience.MessagesPerPerson;
import dev.muster.audience.Roster;
import dev.muster.audience.SharedPairs;
import dev.muster.model.Audience;
import dev.muster.model.CampaignIdentity;
import dev.muster.model.Contact;
import dev.muster.model.ContactId;
import dev.muster.model.LabelId;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.AbstractCollection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * A million contacts, a hundred labels, two hundred campaigns: how long funnels, all pairwise overlaps and the messages per
 * person take. Run it with {@code java -Xmx1g}; the contacts are made up while the index takes them.
 */
final class AudienceBenchmark {
    private static final int CONTACTS = 1_000_000;
    private static final int CAMPAIGNS = 200;
    private static final List<LabelId> LABELS = IntStream.range(0, 100)
            .mapToObj(label -> new LabelId("label " + label))
            .toList();

    private final Random random = new Random(20_261_130);

    private AudienceBenchmark() {}

    /** Measures once; the first run in a new process is what a user gets. */
    public static void main(String[] arguments) {
        var benchmark = new AudienceBenchmark();
        var index = timed("index", () -> ContactIndex.of(benchmark.new Contacts()));
        var rosters = timed("funnels", () -> benchmark.rosters(index));
        var pairs = timed("overlaps", () -> SharedPairs.of(rosters, List.of(), Integer.MAX_VALUE));
        var messages =
                timed("messages per person", () -> MessagesPerPerson.of(List.copyOf(rosters.values()), List.of()));
        say("%,d pairs, at most %,d messages to a person", pairs.count(), messages.most());
        System.gc();
        var memory = Runtime.getRuntime();
        say("%,d MiB in use", (memory.totalMemory() - memory.freeMemory()) >> 20);
    }

    private SortedMap<CampaignIdentity, Roster> rosters(ContactIndex index) {
        var rosters = new TreeMap<CampaignIdentity, Roster>();
        for (int campaign = 0; campaign < CAMPAIGNS; campaign++) {
            var identity = CampaignIdentity.parse("campaign-" + campaign + "/1");
            rosters.put(identity, Funnel.of(audience(), LabelId::value, index).roster());
        }
        return rosters;
    }

    private Audience<LabelId> audience() {
        return new Audience<>(labels(4), List.of(), labels(3), List.of());
    }

    private List<LabelId> labels(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> LABELS.get(random.nextInt(LABELS.size())))
                .distinct()
                .toList();
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

    /** A million people, five labels each, one row in fifty without a number and one in fifty of somebody known. */
    private final class Contacts extends AbstractCollection<Contact> {
        @Override
        public int size() {
            return CONTACTS;
        }

        @Override
        public Iterator<Contact> iterator() {
            return IntStream.range(0, CONTACTS).mapToObj(this::contact).iterator();
        }

        private Contact contact(int row) {
            int lot = random.nextInt(50);
            int number = lot == 1 ? random.nextInt(CONTACTS) : row;
            var phone = lot == 0 ? Optional.<String>empty() : Optional.of("+1555" + (10_000_000 + number));
            return new Contact(new ContactId(String.format(Locale.ROOT, "%036d", row)), "", phone, phone, some());
        }

        private Set<LabelId> some() {
            return new HashSet<>(labels(5));
        }
    }
}
