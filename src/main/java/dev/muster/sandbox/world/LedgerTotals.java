package dev.muster.sandbox.world;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The numbers of a {@link Ledger} without its people: a campaign to a million contacts is counted in eight bytes a message.
 *
 * @param campaigns messages by campaign id, or the id of a single message
 */
public record LedgerTotals(
        int contactsMessaged,
        int peopleMessaged,
        int messages,
        int mostPerPerson,
        int mostPerPersonAndName,
        Map<String, Integer> campaigns) {
    /** A person's number and the campaign's name in one long: 2^50 is more than any number of 15 digits. */
    private static final int BITS_OF_A_NAME = 13;

    public LedgerTotals {
        campaigns = java.util.Collections.unmodifiableMap(new TreeMap<>(campaigns));
    }

    public static LedgerTotals of(SandboxWorld world) {
        var launches = List.copyOf(world.launches());
        var names = new HashMap<String, Integer>();
        var sent = launches.stream()
                .map(launch -> sent(launch, names.computeIfAbsent(world.nameOf(launch), name -> names.size()), world))
                .toList();
        if (names.size() + world.messages().size() >= 1 << BITS_OF_A_NAME) {
            return Ledger.of(world).totals();
        }
        return counted(launches, sent, names.size(), world);
    }

    private static long[] sent(Launch launch, int name, SandboxWorld world) {
        if (launch.isByNumbers()) {
            return launch.destinations().stream()
                    .mapToLong(one -> digits(one.number()) << BITS_OF_A_NAME | name)
                    .toArray();
        }
        return launch.recipients()
                .positions()
                .mapToLong(row -> person(world.contact(row), row) << BITS_OF_A_NAME | name)
                .toArray();
    }

    /** A number as digits; a row without one is a person of its own, below every number. */
    private static long person(ContactRow contact, int row) {
        return contact.person().map(LedgerTotals::digits).orElse((long) row);
    }

    private static long digits(String number) {
        return Long.parseLong(number.substring(1));
    }

    private static LedgerTotals counted(List<Launch> launches, List<long[]> sent, int names, SandboxWorld world) {
        var contacts = new BitSet();
        launches.forEach(launch -> contacts.or(launch.recipients().bits()));
        var campaigns = new TreeMap<String, Integer>();
        launches.forEach(launch -> campaigns.merge(Ledger.id(launch), launch.messages(), Integer::sum));
        var all = new ArrayList<>(sent);
        int name = names;
        for (var message : world.messages()) {
            campaigns.merge(Ledger.id(message), 1, Integer::sum);
            world.recipient(message).ifPresent(contacts::set);
            all.add(new long[] {digits(message.to()) << BITS_OF_A_NAME | name++});
        }
        var keys = all.stream().flatMapToLong(Arrays::stream).sorted().toArray();
        var people = Runs.of(keys, BITS_OF_A_NAME);
        return new LedgerTotals(
                contacts.cardinality(),
                people.count(),
                keys.length,
                people.longest(),
                Runs.of(keys, 0).longest(),
                campaigns);
    }

    /** How many different keys there are, and how often the most frequent one is there. */
    private record Runs(int count, int longest) {
        static Runs of(long[] sorted, int ignoredBits) {
            int count = 0;
            int longest = 0;
            int length = 0;
            for (int at = 0; at < sorted.length; at++) {
                boolean isSame = at > 0 && sorted[at] >> ignoredBits == sorted[at - 1] >> ignoredBits;
                count += isSame ? 0 : 1;
                length = isSame ? length + 1 : 1;
                longest = Math.max(longest, length);
            }
            return new Runs(count, longest);
        }
    }
}
