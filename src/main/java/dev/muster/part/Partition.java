package dev.muster.part;

import dev.muster.model.CampaignIdentity;
import dev.muster.model.PartName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The people of a campaign in the parts that are still to be sent. Who is in which part depends on the number and the language
 * alone. Into how many chunks the people of a language fall is decided when the first part is recorded, and never again.
 *
 * @param chunks for each language; under the empty text where everybody gets the same
 */
public record Partition(SortedMap<String, Integer> chunks, SortedMap<PartName, List<PartMember>> parts) {
    /** A few people may fall close together; more chunks than this for each of them do not part them either. */
    private static final long MOST = 16;

    /** A language that only came up after the first part. */
    private static final int LATE = 1;

    public Partition {
        chunks = Collections.unmodifiableSortedMap(new TreeMap<>(chunks));
        parts = Collections.unmodifiableSortedMap(new TreeMap<>(parts));
    }

    /**
     * The partition of these people.
     *
     * @param recorded the numbers of chunks that an earlier part recorded; empty where there is none
     * @param byLanguage whether people get different languages
     */
    public static Partition of(
            List<PartMember> people,
            String workspaceId,
            CampaignIdentity identity,
            boolean byLanguage,
            SortedMap<String, Integer> recorded,
            PartLimits limits) {
        var digest = new PartDigest(workspaceId, identity);
        var placed = people.stream()
                .map(person -> new Placed(person, digest.chunk(person.number())))
                .collect(Collectors.groupingBy(
                        one -> byLanguage ? one.person.language() : "", TreeMap::new, Collectors.toList()));
        var chunks = new TreeMap<>(recorded);
        placed.forEach((language, ones) ->
                chunks.computeIfAbsent(language, first -> recorded.isEmpty() ? fewest(ones, limits) : LATE));
        var parts = new TreeMap<PartName, List<PartMember>>();
        placed.forEach((language, ones) -> cut(ones, language, chunks.getOrDefault(language, LATE), parts));
        return new Partition(chunks, parts);
    }

    private record Placed(PartMember person, double at) {
        int chunk(int chunks) {
            return (int) (at * chunks) + 1;
        }
    }

    private static void cut(List<Placed> people, String language, int chunks, Map<PartName, List<PartMember>> parts) {
        var code = Optional.of(language).filter(text -> !text.isEmpty());
        people.forEach(
                one -> parts.computeIfAbsent(PartName.of(code, one.chunk(chunks), chunks), first -> new ArrayList<>())
                        .add(one.person));
    }

    /** The smallest number of chunks of which none is too large. A person who is too large alone is a chunk alone. */
    private static int fewest(List<Placed> people, PartLimits limits) {
        long bytes = people.stream().mapToLong(one -> one.person.bytes()).sum();
        long least = Math.max(ceiling(people.size(), limits.people()), ceiling(bytes, limits.bytes()));
        int chunks = (int) Math.max(1, least);
        while (chunks < people.size() * MOST && !fits(people, chunks, limits)) {
            chunks += Math.max(1, chunks / 200);
        }
        return chunks;
    }

    private static long ceiling(long all, long each) {
        return (all + each - 1) / each;
    }

    private static boolean fits(List<Placed> people, int chunks, PartLimits limits) {
        var count = new int[chunks + 1];
        var bytes = new long[chunks + 1];
        for (var one : people) {
            int chunk = one.chunk(chunks);
            count[chunk]++;
            bytes[chunk] += one.person.bytes();
            boolean isAlone = count[chunk] == 1;
            if (!isAlone && (count[chunk] > limits.people() || bytes[chunk] > limits.bytes())) {
                return false;
            }
        }
        return true;
    }
}
