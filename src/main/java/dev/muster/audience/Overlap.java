package dev.muster.audience;

import java.util.List;
import org.roaringbitmap.RoaringBitmap;

/**
 * Several campaigns seen together: how many messages, to how many different people, and how many of them would get more
 * than one campaign; who is likely one account counts as one there.
 */
public record Overlap(long messages, int people, int severalCampaigns) {
    /** The overlap of these rosters, which must come from one {@link ContactIndex}. */
    public static Overlap of(List<Roster> rosters) {
        var once = new RoaringBitmap();
        var again = new RoaringBitmap();
        var all = new RoaringBitmap();
        Roster.counted(rosters.stream()).forEach((roster, times) -> {
            var people = roster.contacts().spellings().merged(roster.peopleBits());
            again.or(times > 1 ? people : RoaringBitmap.and(once, people));
            once.or(people);
            all.or(roster.peopleBits());
        });
        var messages = rosters.stream().mapToLong(Roster::messages).sum();
        return new Overlap(messages, all.getCardinality(), again.getCardinality());
    }
}
