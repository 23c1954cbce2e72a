package dev.muster.audience;

import dev.muster.model.CampaignIdentity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.roaringbitmap.RoaringBitmap;

/**
 * The pairs of campaigns that share somebody: how many there are, and those with most people, most first. Ten thousand
 * campaigns have fifty million pairs but few different audiences, so people are counted once for each two audiences, and
 * only the pairs that were asked for are ever made.
 */
public record SharedPairs(List<SharedPeople> most, long count) {
    public SharedPairs {
        most = List.copyOf(most);
    }

    /** At most so many of them. All rosters must come from one {@link ContactIndex}. */
    public static SharedPairs of(SortedMap<CampaignIdentity, Roster> planned, List<EarlierSend> earlier, int atMost) {
        var groups = groups(planned, earlier);
        var most = new PriorityQueue<>(SharedPeople.MOST_FIRST.reversed());
        long count = 0;
        for (int one = 0; one < groups.size(); one++) {
            for (var other : groups.subList(one, groups.size())) {
                var group = groups.get(one);
                int people = group.roster.shared(other.roster);
                if (people > 0) {
                    count += group.pairsWith(other);
                    group.pairsWith(other, people, atMost).forEach(pair -> keep(pair, most, atMost));
                }
            }
        }
        return new SharedPairs(most.stream().sorted(SharedPeople.MOST_FIRST).toList(), count);
    }

    private static void keep(SharedPeople pair, PriorityQueue<SharedPeople> most, int atMost) {
        most.add(pair);
        if (most.size() > atMost) {
            most.remove();
        }
    }

    private static List<Group> groups(SortedMap<CampaignIdentity, Roster> planned, List<EarlierSend> earlier) {
        var groups = new LinkedHashMap<RoaringBitmap, Group>();
        planned.forEach((identity, roster) -> group(roster, groups).planned.add(identity));
        earlier.stream()
                .sorted(Comparator.comparing(EarlierSend::identity))
                .forEach(send -> group(send.roster(), groups).sent.add(send.identity()));
        return List.copyOf(groups.values());
    }

    private static Group group(Roster roster, LinkedHashMap<RoaringBitmap, Group> groups) {
        return groups.computeIfAbsent(
                roster.peopleBits(), people -> new Group(roster, new ArrayList<>(), new ArrayList<>()));
    }

    /** The campaigns that reach the same people, each list in order. */
    private record Group(Roster roster, List<CampaignIdentity> planned, List<CampaignIdentity> sent) {
        long pairsWith(Group other) {
            long here = planned.size();
            long there = other.planned.size();
            return equals(other)
                    ? here * (here - 1) / 2 + here * sent.size()
                    : here * there + here * other.sent.size() + there * sent.size();
        }

        /** The first pairs in order, and some more: a campaign behind so many others of its group is in none of them. */
        Stream<SharedPeople> pairsWith(Group other, int people, int atMost) {
            var one = first(atMost + 1L);
            var two = other.first(atMost + 1L);
            var sentBefore = Stream.concat(
                    across(one.planned, two.sent, true, people),
                    equals(other) ? Stream.of() : across(two.planned, one.sent, true, people));
            return Stream.concat(
                    equals(other) ? within(one.planned, people) : across(one.planned, two.planned, false, people),
                    sentBefore);
        }

        private Group first(long most) {
            return new Group(
                    roster,
                    planned.stream().limit(most).toList(),
                    sent.stream().limit(most).toList());
        }

        private static Stream<SharedPeople> within(List<CampaignIdentity> group, int people) {
            return group.stream()
                    .flatMap(one -> group.stream()
                            .filter(other -> one.compareTo(other) < 0)
                            .map(other -> new SharedPeople(one, other, false, people)));
        }

        private static Stream<SharedPeople> across(
                List<CampaignIdentity> group, List<CampaignIdentity> others, boolean wereSent, int people) {
            return group.stream().flatMap(one -> others.stream().map(other -> pair(one, other, wereSent, people)));
        }

        /** Of two that are planned, the first in order stands first. */
        private static SharedPeople pair(CampaignIdentity one, CampaignIdentity other, boolean wasSent, int people) {
            return wasSent || one.compareTo(other) < 0
                    ? new SharedPeople(one, other, wasSent, people)
                    : new SharedPeople(other, one, false, people);
        }
    }
}
