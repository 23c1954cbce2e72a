package dev.muster.bench;

import dev.muster.audience.ContactIndex;
import dev.muster.audience.Funnel;
import dev.muster.audience.Roster;
import dev.muster.model.Audience;
import dev.muster.model.CampaignIdentity;
import dev.muster.model.Contact;
import dev.muster.model.ContactId;
import dev.muster.model.LabelId;
import java.util.AbstractCollection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * So many people, five of a hundred labels each, one row in fifty without a number and one in fifty of somebody known; and
 * audiences among them. The same number gives the same people and, asked in the same order, the same audiences.
 */
final class MadeUpPeople {
    private static final List<LabelId> LABELS = IntStream.range(0, 100)
            .mapToObj(label -> new LabelId("label " + label))
            .toList();

    private final int contacts;
    private final Random random = new Random(20_261_130);

    MadeUpPeople(int contacts) {
        this.contacts = contacts;
    }

    ContactIndex index() {
        return ContactIndex.of(new Contacts());
    }

    /** Who so many campaigns would reach, each with an audience of its own. */
    SortedMap<CampaignIdentity, Roster> rosters(int campaigns, ContactIndex index) {
        var rosters = new TreeMap<CampaignIdentity, Roster>();
        for (int campaign = 0; campaign < campaigns; campaign++) {
            var identity = CampaignIdentity.parse("campaign-" + campaign + "/1");
            rosters.put(identity, Funnel.of(audience(), LabelId::value, index).roster());
        }
        return rosters;
    }

    Audience<LabelId> audience() {
        return new Audience<>(labels(4), List.of(), labels(3), List.of());
    }

    private List<LabelId> labels(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> LABELS.get(random.nextInt(LABELS.size())))
                .distinct()
                .toList();
    }

    private final class Contacts extends AbstractCollection<Contact> {
        @Override
        public int size() {
            return contacts;
        }

        @Override
        public Iterator<Contact> iterator() {
            return IntStream.range(0, contacts).mapToObj(this::contact).iterator();
        }

        private Contact contact(int row) {
            int lot = random.nextInt(50);
            int number = lot == 1 ? random.nextInt(contacts) : row;
            var phone = lot == 0 ? Optional.<String>empty() : Optional.of(number(number));
            return new Contact(
                    new ContactId(new UUID(0x4000, 0x8000_0000_0000_0000L + row).toString()),
                    "",
                    phone,
                    phone,
                    some(),
                    Map.of());
        }

        /** As a country's plan has them: area codes 202 and 212, exchanges from 200 on. */
        private String number(int number) {
            var area = number < 8_000_000 ? "+1202" : "+1212";
            return area + (2_000_000 + number % 8_000_000);
        }

        private Set<LabelId> some() {
            return new HashSet<>(labels(5));
        }
    }
}
