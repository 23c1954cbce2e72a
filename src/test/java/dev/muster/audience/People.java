package dev.muster.audience;

import dev.muster.model.Audience;
import dev.muster.model.Contact;
import dev.muster.model.ContactId;
import dev.muster.model.LabelId;
import dev.muster.testing.Samples;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/** A small made-up workspace in which numbers repeat and some rows have none; the same seed gives the same people. */
final class People {
    private static final int LABELS = 8;

    private final Random random;
    private final List<Contact> contacts = new ArrayList<>();

    People(long seed) {
        random = new Random(seed);
        int rows = random.nextInt(60);
        for (int row = 0; row < rows; row++) {
            contacts.add(contact(row));
        }
    }

    List<Contact> contacts() {
        return contacts;
    }

    ContactIndex index() {
        return ContactIndex.of(contacts);
    }

    /** Some of the same people with other labels, and some new ones. */
    List<Contact> later() {
        var later = new ArrayList<Contact>();
        contacts.stream()
                .filter(contact -> random.nextInt(5) > 0)
                .map(contact -> random.nextInt(4) > 0 ? contact : relabelled(contact))
                .forEach(later::add);
        IntStream.range(100, 100 + random.nextInt(20)).forEach(row -> later.add(contact(row)));
        return later;
    }

    Audience<LabelId> audience() {
        var any = labels(3);
        var all = labels(2);
        return new Audience<>(
                any.isEmpty() && all.isEmpty() ? List.of(Samples.label(1)) : any,
                all,
                labels(3),
                random.nextBoolean() ? List.of(Samples.contact(random.nextInt(60))) : List.of());
    }

    Roster roster(ContactIndex index) {
        return Funnel.of(audience(), LabelId::value, index).roster();
    }

    /** The sentence of the design, word by word. */
    static boolean isReached(Contact contact, Audience<LabelId> audience) {
        var labels = contact.labels();
        return (audience.any().isEmpty() || audience.any().stream().anyMatch(labels::contains))
                && labels.containsAll(audience.all())
                && audience.exclude().stream().noneMatch(labels::contains)
                && !audience.excludeContacts().contains(contact.id())
                && contact.whatsapp().isPresent();
    }

    private Contact contact(int row) {
        var number = random.nextInt(8) == 0
                ? Optional.<String>empty()
                : Optional.of(String.format(Locale.ROOT, "+15550101%03d", random.nextInt(80)));
        return new Contact(new ContactId(Samples.uuid(3, row)), "Contact " + row, number, number, carried(), Map.of());
    }

    private Contact relabelled(Contact contact) {
        return new Contact(contact.id(), contact.name(), contact.phone(), contact.whatsapp(), carried(), Map.of());
    }

    private Set<LabelId> carried() {
        return new HashSet<>(labels(5));
    }

    private List<LabelId> labels(int most) {
        return IntStream.range(0, random.nextInt(most + 1))
                .mapToObj(i -> Samples.label(1 + random.nextInt(LABELS)))
                .distinct()
                .toList();
    }
}
