package dev.muster.sandbox.world;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Who was messaged, how often and by what: the truth that tests are held against. {@code contacts} counts by contact row
 * and {@code people} by WhatsApp number; inside, by campaign id (or the id of a single message).
 *
 * @param contactsMessaged rows that got at least one message
 * @param peopleMessaged numbers that got at least one message
 * @param messages all messages
 * @param mostPerPerson the most that one number got
 * @param mostPerPersonAndCampaign the most that one number got from one campaign
 * @param mostPerPersonAndName the most that one number got from campaigns of one name: a campaign that was created twice
 *     shows here
 */
public record Ledger(
        int contactsMessaged,
        int peopleMessaged,
        int messages,
        int mostPerPerson,
        int mostPerPersonAndCampaign,
        int mostPerPersonAndName,
        Map<String, Integer> campaigns,
        Map<String, Map<String, Integer>> contacts,
        Map<String, Map<String, Integer>> people) {
    public Ledger {
        campaigns = Collections.unmodifiableMap(new TreeMap<>(campaigns));
        contacts = Collections.unmodifiableMap(new TreeMap<>(contacts));
        people = Collections.unmodifiableMap(new TreeMap<>(people));
    }

    static String id(Launch launch) {
        return "campaign_" + launch.campaign();
    }

    static String id(SentMessage message) {
        return "wamsg_" + message.uuid();
    }

    LedgerTotals totals() {
        return new LedgerTotals(
                contactsMessaged, peopleMessaged, messages, mostPerPerson, mostPerPersonAndName, campaigns);
    }

    public static Ledger of(SandboxWorld world) {
        var count = new LedgerCount(world);
        count.addCampaigns();
        world.messages().forEach(count::add);
        return count.ledger();
    }
}
