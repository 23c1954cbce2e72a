package dev.muster.sandbox.world;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * The people of the default world, with the awkward cases a real workspace has: people with several labels, people on two
 * rows with one number (most of them marked as duplicate, ten not), a person who is DNC on one row only, staff without
 * opt-in, rows without a WhatsApp number. A smaller world has some of these rows, a larger one has them all and more customers, whom {@link MadeUpPeople} makes.
 */
final class DefaultContacts {
    private static final int CUSTOMERS = 2_700;
    private static final int OPTED_IN = 2_411;
    private static final int MARKED_TWINS = 20;
    private static final int UNMARKED_TWINS = 10;
    private static final int STAFF = 6;
    static final int ROWS = 3_200;

    private final SandboxWorld world;
    private final Generator chance = new Generator(20_261_130);
    private final DefaultPeople people = new DefaultPeople(chance);
    private final List<Draft> rows = new ArrayList<>();

    /** A row in the making. */
    private record Draft(DefaultPeople.Person person, boolean whatsapp, Set<String> labels) {
        static Draft of(DefaultPeople.Person person, String... labels) {
            return new Draft(person, true, new TreeSet<>(List.of(labels)));
        }
    }

    DefaultContacts(SandboxWorld world) {
        this.world = world;
    }

    /** Adds so many rows to the world, in an order that gives nothing away. */
    void add(int contacts) {
        var customers = customers();
        markSome(customers.subList(0, OPTED_IN));
        rows.addAll(customers);
        addTwins(customers);
        IntStream.range(0, STAFF).forEach(staff -> rows.add(Draft.of(people.next(), DefaultWorld.STAFF)));
        addOthers();
        shuffle();
        write(rows.subList(0, Math.min(contacts, ROWS)));
        if (contacts > ROWS) {
            world.furnish(new MadeUpPeople(ROWS, contacts, created(ROWS - 1), world.clock()));
        }
    }

    private List<Draft> customers() {
        var customers = new ArrayList<Draft>();
        for (int number = 0; number < CUSTOMERS; number++) {
            boolean optedIn = number < OPTED_IN;
            customers.add(new Draft(people.next(), optedIn || chance.perMille(900), customerLabels(optedIn)));
        }
        return customers;
    }

    private Set<String> customerLabels(boolean optedIn) {
        var labels = new TreeSet<String>();
        int kind = chance.below(100);
        addIf(kind < 62, DefaultWorld.PREMIUM, labels);
        addIf(kind >= 55, DefaultWorld.NEW, labels);
        addIf(kind < 62 && chance.perMille(120), DefaultWorld.VIP, labels);
        addIf(chance.perMille(350), DefaultWorld.NEWSLETTER, labels);
        addIf(optedIn, DefaultWorld.OPT_IN, labels);
        return labels;
    }

    private static void addIf(boolean condition, String label, Set<String> labels) {
        if (condition) {
            labels.add(label);
        }
    }

    private void markSome(List<Draft> optedIn) {
        mark(361, DefaultWorld.RECENT, optedIn);
        mark(38, DefaultWorld.DNC, optedIn);
        mark(120, DefaultWorld.UNSUBSCRIBED, optedIn);
        mark(14, DefaultWorld.INVALID, optedIn);
        mark(17, DefaultWorld.UNREACHABLE, optedIn);
    }

    private void mark(int count, String label, List<Draft> among) {
        int marked = 0;
        while (marked < count) {
            if (chance.oneOf(among).labels().add(label)) {
                marked++;
            }
        }
    }

    private void addTwins(List<Draft> customers) {
        for (var first : customers.subList(0, MARKED_TWINS)) {
            var labels = new TreeSet<>(first.labels());
            labels.retainAll(Set.of(DefaultWorld.PREMIUM, DefaultWorld.NEW, DefaultWorld.OPT_IN));
            labels.add(DefaultWorld.DUPLICATE);
            rows.add(new Draft(first.person().writtenAnew(), true, labels));
        }
        for (int twin = 0; twin < UNMARKED_TWINS; twin++) {
            var person = people.next();
            rows.add(Draft.of(person, DefaultWorld.NEWSLETTER, DefaultWorld.OPT_IN));
            rows.add(Draft.of(person.writtenAnew(), twin % 2 == 0 ? DefaultWorld.NEWSLETTER : DefaultWorld.RECENT));
        }
        var silent = people.next();
        rows.add(Draft.of(silent, DefaultWorld.NEWSLETTER, DefaultWorld.DNC));
        rows.add(Draft.of(silent.writtenAnew(), DefaultWorld.NEWSLETTER));
    }

    private void addOthers() {
        for (int number = 0; rows.size() < ROWS; number++) {
            boolean reader = number < 250;
            var labels = new TreeSet<String>();
            addIf(reader, DefaultWorld.NEWSLETTER, labels);
            addIf(reader && number < 180, DefaultWorld.OPT_IN, labels);
            addIf(number >= 250 && number < 310, DefaultWorld.RECENT, labels);
            addIf(number >= 310 && number < 340, DefaultWorld.UNSUBSCRIBED, labels);
            addIf(number >= 335 && number < 347, DefaultWorld.DNC, labels);
            addIf(number >= 347 && number < 357, DefaultWorld.INVALID, labels);
            rows.add(new Draft(people.next(), number < 180 || chance.perMille(880), labels));
        }
    }

    private void shuffle() {
        for (int last = rows.size() - 1; last > 0; last--) {
            Collections.swap(rows, last, chance.below(last + 1));
        }
    }

    private void write(List<Draft> written) {
        Map<String, BitSet> marked = new LinkedHashMap<>();
        for (int position = 0; position < written.size(); position++) {
            var row = written.get(position);
            world.apply(new Event.ContactAdded(contact(position, row)));
            for (var label : row.labels()) {
                marked.computeIfAbsent(label, name -> new BitSet()).set(position);
            }
        }
        marked.forEach((name, bits) -> world.labelNamed(name)
                .ifPresent(label -> world.apply(new Event.LabelAttached(label.id(), new Rows(bits)))));
    }

    private static ContactRow contact(int position, Draft row) {
        var person = row.person();
        var fields = new TreeMap<>(person.fields());
        if (!person.isWrittenAnew()) {
            MadeUpFields.add(position, fields);
        }
        return new ContactRow(
                Ids.uuid("contact", position),
                person.name(),
                Optional.of(person.number()),
                row.whatsapp() ? Optional.of(person.number()) : Optional.empty(),
                fields,
                created(position));
    }

    private static Instant created(int position) {
        return DefaultWorld.CREATED.plus(Duration.ofMinutes(37L * position));
    }
}
