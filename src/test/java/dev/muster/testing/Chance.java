package dev.muster.testing;

import dev.muster.model.Audience;
import dev.muster.model.Contact;
import dev.muster.model.ContactId;
import dev.muster.model.LabelId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/** Random workspaces and audiences; the seed, which a test prints in its name, makes the same ones again. */
public final class Chance {
    private final Random random;

    public Chance(long seed) {
        random = new Random(seed);
    }

    public int below(int bound) {
        return random.nextInt(bound);
    }

    public <T> T oneOf(List<T> values) {
        return values.get(below(values.size()));
    }

    /** Up to so many of the values, in any order, now and then one of them twice. */
    public <T> List<T> some(List<T> values, int most) {
        return IntStream.range(0, below(most + 1))
                .mapToObj(each -> oneOf(values))
                .toList();
    }

    /** Rows of which some share a number and some have none. */
    public List<Contact> contacts(List<LabelId> labels, int most) {
        int rows = 1 + below(most);
        var contacts = new ArrayList<Contact>();
        for (int row = 0; row < rows; row++) {
            var number = below(6) == 0
                    ? Optional.<String>empty()
                    : Optional.of("+1555010" + (1000 + below(1 + rows * 2 / 3)));
            contacts.add(new Contact(
                    Samples.contact(row + 1),
                    "Contact " + row,
                    number,
                    number,
                    new HashSet<>(some(labels, 4)),
                    Map.of()));
        }
        java.util.Collections.shuffle(contacts, random);
        return contacts;
    }

    /** An audience with a positive selector; its single contacts need not exist. */
    public Audience<LabelId> audience(List<LabelId> labels, List<ContactId> contacts) {
        var any = some(labels, 3);
        var all = some(labels, 2);
        return any.isEmpty() && all.isEmpty()
                ? audience(labels, contacts)
                : new Audience<>(any, all, some(labels, 3), some(contacts, 2));
    }
}
