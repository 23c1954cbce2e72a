package dev.muster.audience;

import dev.muster.model.KeyedHash;
import dev.muster.model.LabelId;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Those who carried a label that excludes from everything at a review, and carry none any more. Of them there are keyed
 * hashes, as in the {@link AudienceSketch} of the review; where that is a sample, their number is an estimate.
 */
public final class Released {
    private final ContactIndex contacts;
    private final KeyedHash hash;
    private final Set<Long> people;
    private final double weight;

    private Released(ContactIndex contacts, KeyedHash hash, Set<Long> people, double weight) {
        this.contacts = contacts;
        this.hash = hash;
        this.people = people;
        this.weight = weight;
    }

    /** Who is in the sketch of the review, which the same hash made, and carries none of the labels today. */
    public static Released since(AudienceSketch then, List<LabelId> labels, ContactIndex contacts, KeyedHash hash) {
        var hashes = then.decoded();
        var left = new HashSet<>(hashes);
        AudienceSketch.named(contacts, labels)
                .forEach((int person) -> left.remove(AudienceSketch.cut(contacts, person, hash, hashes)));
        return new Released(contacts, hash, left, then.isWhole() ? 1 : AudienceSketch.scale(then.reach(hashes)));
    }

    /** How many of them are in one of these rosters, each counted once. */
    public int among(Collection<Roster> rosters) {
        if (people.isEmpty()) {
            return 0;
        }
        var found = new HashSet<Long>();
        Roster.counted(rosters.stream())
                .keySet()
                .forEach(roster -> roster.peopleBits().forEach((int person) -> {
                    long cut = AudienceSketch.cut(contacts, person, hash, people);
                    if (people.contains(cut)) {
                        found.add(cut);
                    }
                }));
        return (int) Math.round(found.size() * weight);
    }
}
