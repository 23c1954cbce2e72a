package dev.muster.sandbox.world;

import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts messages by contact, by number, by campaign and by campaign name. */
final class LedgerCount {
    private final SandboxWorld world;
    private final Map<String, Integer> campaigns = new TreeMap<>();
    private final Map<String, Map<String, Integer>> contacts = new HashMap<>();
    private final Map<String, Map<String, Integer>> people = new HashMap<>();
    private final Map<String, Map<String, Integer>> names = new HashMap<>();

    LedgerCount(SandboxWorld world) {
        this.world = world;
    }

    /** Goes through the campaigns person by person: a world has fewer people than messages. */
    void addCampaigns() {
        for (var launch : world.launches()) {
            campaigns.merge(Ledger.id(launch), launch.messages(), Integer::sum);
            launch.destinations().forEach(one -> addNumber(one, launch));
        }
        var byLabels = world.launches().stream()
                .filter(launch -> !launch.isByNumbers())
                .toList();
        var reached = new BitSet();
        byLabels.forEach(launch -> reached.or(launch.recipients().bits()));
        reached.stream().forEach(position -> addCampaigns(byLabels, position, world.contact(position)));
    }

    private void addNumber(Launch.Message one, Launch launch) {
        one(contacts, world.contact(one.contact()).id(), Ledger.id(launch));
        addPerson(one.number(), Ledger.id(launch), world.nameOf(launch));
    }

    private void addCampaigns(List<Launch> byLabels, int position, ContactRow contact) {
        var person = person(contact);
        for (var launch : byLabels) {
            if (launch.recipients().has(position)) {
                one(contacts, contact.id(), Ledger.id(launch));
                addPerson(person, Ledger.id(launch), world.nameOf(launch));
            }
        }
    }

    private static String person(ContactRow contact) {
        return contact.person().orElse(contact.id());
    }

    void add(SentMessage message) {
        var id = Ledger.id(message);
        campaigns.merge(id, 1, Integer::sum);
        addPerson(message.to(), id, id);
        world.recipient(message)
                .ifPresent(row -> one(contacts, world.contact(row).id(), id));
    }

    private void addPerson(String person, String id, String name) {
        one(people, person, id);
        one(names, person, name);
    }

    private static void one(Map<String, Map<String, Integer>> counts, String who, String what) {
        counts.computeIfAbsent(who, key -> new LinkedHashMap<>()).merge(what, 1, Integer::sum);
    }

    Ledger ledger() {
        return new Ledger(
                contacts.size(),
                people.size(),
                campaigns.values().stream().mapToInt(Integer::intValue).sum(),
                people.values().stream().mapToInt(LedgerCount::sum).max().orElse(0),
                most(people),
                most(names),
                campaigns,
                contacts,
                people);
    }

    private static int sum(Map<String, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static int most(Map<String, Map<String, Integer>> counts) {
        return counts.values().stream()
                .flatMap(each -> each.values().stream())
                .mapToInt(Integer::intValue)
                .max()
                .orElse(0);
    }
}
