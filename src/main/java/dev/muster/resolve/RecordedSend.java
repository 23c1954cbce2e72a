package dev.muster.resolve;

import dev.muster.model.CampaignIdentity;
import dev.muster.model.KeyedRoster;
import dev.muster.model.LabelId;
import dev.muster.model.Marker;
import dev.muster.model.RemoteId;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Another send of the same key, as the record knows it.
 *
 * @param sentAs its campaign on SeaX; absent where it was not sent, or nobody knows
 * @param receipt its receipt label, which may have another name by now
 * @param people whom it was approved for, where that was kept
 * @param chunks of a part: into how many chunks the people of each language fall
 */
public record RecordedSend(
        CampaignIdentity identity,
        Marker marker,
        Optional<RemoteId> sentAs,
        Optional<LabelId> receipt,
        Optional<KeyedRoster> people,
        SortedMap<String, Integer> chunks) {
    public RecordedSend {
        chunks = Collections.unmodifiableSortedMap(new TreeMap<>(chunks));
    }

    /** Of a campaign in one piece. */
    public RecordedSend(
            CampaignIdentity identity,
            Marker marker,
            Optional<RemoteId> sentAs,
            Optional<LabelId> receipt,
            Optional<KeyedRoster> people) {
        this(identity, marker, sentAs, receipt, people, new TreeMap<>());
    }
}
