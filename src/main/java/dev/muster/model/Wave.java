package dev.muster.model;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One of the waves in which a campaign is sent: who of its audience gets it in this wave (in the last, all who are left),
 * once the gate is open (the first has none). {@code mayBeEmpty}: if it reaches nobody, the next wave is sent.
 */
public record Wave(Audience<LabelName> audience, Optional<Gate> gate, boolean mayBeEmpty) {
    /** The people of an audience who carry these labels, too. */
    public static Wave of(Audience<LabelName> whole, List<LabelName> only, Optional<Gate> gate, boolean mayBeEmpty) {
        var all = Stream.concat(whole.all().stream(), only.stream()).distinct().toList();
        return new Wave(new Audience<>(whole.any(), all, whole.exclude(), whole.excludeContacts()), gate, mayBeEmpty);
    }
}
