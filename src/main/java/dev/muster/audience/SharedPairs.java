package dev.muster.audience;

import dev.muster.model.CampaignIdentity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
            var group = groups.get(one);
            for (var other : groups.subList(one, groups.size())) {
                int people = group.roster.shared(other.roster);
                if (people > 0) {
                    count += group.pairsWith(other);
                    group.pairsWith(other, people).forEach(inOrder -> keep(inOrder, most, atMost));
                }
            }
        }
        return new SharedPairs(most.stream().sorted(SharedPeople.MOST_FIRST).toList(), count);
    }

    /** What comes behind a pair that is not among the most is not either. */
    private static void keep(Stream<SharedPeople> inOrder, PriorityQueue<SharedPeople> most, int atMost) {
        inOrder.takeWhile(pair -> most.size() < atMost || isBefore(pair, most.peek()))
                .forEach(pair -> {
                    most.add(pair);
                    if (most.size() > atMost) {
                        most.remove();
                    }
                });
    }

    private static boolean isBefore(SharedPeople pair, @Nullable SharedPeople last) {
        return last != null && SharedPeople.MOST_FIRST.compare(pair, last) < 0;
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

        /** All pairs, each stream of them in order, made as they are taken. */
        Stream<Stream<SharedPeople>> pairsWith(Group other, int people) {
            var here = Stream.of(behind(planned, other.planned, people), before(planned, other.sent, people));
            return equals(other)
                    ? here
                    : Stream.concat(
                            here,
                            Stream.of(behind(other.planned, planned, people), before(other.planned, sent, people)));
        }

        /** Of two that are planned, the first in order stands first. */
        private static Stream<SharedPeople> behind(
                List<CampaignIdentity> group, List<CampaignIdentity> others, int people) {
            return group.stream()
                    .flatMap(one -> others.subList(firstBehind(one, others), others.size()).stream()
                            .map(other -> new SharedPeople(one, other, false, people)));
        }

        private static int firstBehind(CampaignIdentity one, List<CampaignIdentity> others) {
            int found = Collections.binarySearch(others, one);
            return found >= 0 ? found + 1 : -found - 1;
        }

        private static Stream<SharedPeople> before(
                List<CampaignIdentity> group, List<CampaignIdentity> sent, int people) {
            return group.stream()
                    .flatMap(one -> sent.stream().map(other -> new SharedPeople(one, other, true, people)));
        }
    }
}
