package dev.muster.sandbox;

import java.util.Map;
import java.util.TreeMap;

/** Counts messages by contact, by number, by campaign and by campaign name while going through what was sent. */
final class LedgerCount {
    private final SandboxWorld world;
    private final Map<String, Integer> campaigns = new TreeMap<>();
    private final Map<String, Map<String, Integer>> contacts = new TreeMap<>();
    private final Map<String, Map<String, Integer>> people = new TreeMap<>();
    private final Map<String, Map<String, Integer>> names = new TreeMap<>();

    LedgerCount(SandboxWorld world) {
        this.world = world;
    }

    void add(Launch launch) {
        var name = world.campaign(launch.campaign()).map(CampaignRow::name).orElse(launch.campaign());
        var id = "campaign_" + launch.campaign();
        campaigns.merge(id, launch.recipients().count(), Integer::sum);
        launch.recipients().positions().mapToObj(world::contact).forEach(contact -> add(contact, id, name));
    }

    void add(SingleMessage message) {
        var id = "wamsg_" + message.uuid();
        campaigns.merge(id, 1, Integer::sum);
        world.contacts().stream()
                .filter(contact -> contact.person().filter(message.to()::equals).isPresent())
                .findFirst()
                .ifPresentOrElse(contact -> add(contact, id, id), () -> addPerson(message.to(), id, id));
    }

    private void add(ContactRow contact, String id, String name) {
        one(contacts, contact.id(), id);
        addPerson(contact.person().orElse(contact.id()), id, name);
    }

    private void addPerson(String person, String id, String name) {
        one(people, person, id);
        one(names, person, name);
    }

    private static void one(Map<String, Map<String, Integer>> counts, String who, String what) {
        counts.computeIfAbsent(who, key -> new TreeMap<>()).merge(what, 1, Integer::sum);
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
