package dev.muster.resolve;

import dev.muster.audience.ContactIndex;
import dev.muster.audience.Funnel;
import dev.muster.audience.Roster;
import dev.muster.model.Audience;
import dev.muster.model.ContactId;
import dev.muster.model.LabelId;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * A later wave over today's contacts: whoever an earlier one reached is taken out, by the receipt labels as far as people
 * still carry them, and by the ids of their contacts. All are left out by id where a request can carry so many, so that a
 * label that is lost before SeaX reads the request changes nothing.
 */
record WaveResolver(WaveLogs.Read read, Audience<LabelId> audience, List<LabelId> receipts, ContactIndex contacts) {

    /** Who is left. */
    Funnel funnel(Function<LabelId, String> names) {
        return Funnel.of(audience, names, read.reached(), receipts);
    }

    /** What the plan has to know of the waves before. */
    EarlierWaves earlier(Function<LabelId, String> names) {
        var everybody = Funnel.of(withoutReceipts(), names, contacts).roster();
        var reached = read.reached().among(everybody, receipts);
        int byLabelOnly =
                reached.people() - read.reached().among(everybody, List.of()).people();
        var unlabelled =
                read.reached().among(Funnel.of(audience, names, contacts).roster(), receipts);
        return isFew(reached)
                ? earlier(reached.ids(), OptionalInt.empty(), byLabelOnly)
                : beyond(unlabelled, byLabelOnly);
    }

    private EarlierWaves beyond(Roster unlabelled, int byLabelOnly) {
        return isFew(unlabelled)
                ? earlier(unlabelled.ids(), OptionalInt.empty(), byLabelOnly)
                : earlier(List.of(), OptionalInt.of(unlabelled.people()), byLabelOnly);
    }

    private EarlierWaves earlier(List<ContactId> leftOut, OptionalInt tooMany, int byLabelOnly) {
        return new EarlierWaves(read.waves(), leftOut, tooMany, byLabelOnly);
    }

    private static boolean isFew(Roster people) {
        return people.messages() <= EarlierWaves.MOST_BY_ID;
    }

    private Audience<LabelId> withoutReceipts() {
        var exclude = audience.exclude().stream()
                .filter(label -> !receipts.contains(label))
                .toList();
        return new Audience<>(audience.any(), audience.all(), exclude, audience.excludeContacts());
    }
}
