package dev.muster.audience;

import dev.muster.model.KeyedHash;
import dev.muster.model.Label;
import dev.muster.model.LabelId;
import dev.muster.model.LabelName;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Those who left an audience because they carry a label that excludes from everything: how many people, and how many by each
 * label. Somebody with two of the labels is one person. An estimate where the {@link Drift} is one.
 */
public record OptedOut(int people, SortedMap<LabelName, Integer> byLabel) {
    /** Nobody did. */
    public static final OptedOut NOBODY = new OptedOut(0, Collections.emptySortedMap());

    public OptedOut {
        byLabel = Collections.unmodifiableSortedMap(new TreeMap<>(byLabel));
    }

    /** Who of those between two sketches carries one of the labels by now, on any contact; {@code hash} made the sketches. */
    public static OptedOut between(
            AudienceSketch then, AudienceSketch now, List<Label> labels, ContactIndex contacts, KeyedHash hash) {
        var leavers = then.leavers(now);
        if (leavers.hashes().isEmpty()) {
            return NOBODY;
        }
        var all = new HashSet<Long>();
        var byLabel = new TreeMap<LabelName, Integer>();
        for (var label : labels) {
            var carrying = leavers.among(contacts, label.id(), hash);
            if (!carrying.isEmpty()) {
                byLabel.put(label.name(), leavers.estimate(carrying));
                all.addAll(carrying);
            }
        }
        return new OptedOut(leavers.estimate(all), byLabel);
    }

    /** The labels with their numbers, for a reader. */
    public String words() {
        return byLabel.entrySet().stream()
                .map(label -> String.format(Locale.ROOT, "%s %,d", label.getKey(), label.getValue()))
                .collect(Collectors.joining(", "));
    }

    /** Those who left, as far as two sketches tell: each stands for {@code weight} people. */
    record Leavers(Set<Long> hashes, double weight) {
        Set<Long> among(ContactIndex contacts, LabelId label, KeyedHash hash) {
            var found = new HashSet<Long>();
            contacts.named(contacts.labelled(label)).forEach((int person) -> {
                long cut = AudienceSketch.cut(contacts, person, hash, hashes);
                if (hashes.contains(cut)) {
                    found.add(cut);
                }
            });
            return found;
        }

        int estimate(Set<Long> seen) {
            return (int) Math.round(seen.size() * weight);
        }
    }
}
