package dev.muster.resolve;

import dev.muster.model.CampaignIdentity;
import dev.muster.model.CampaignKey;
import dev.muster.model.LabelId;
import dev.muster.model.RemoteCampaign;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What the record knows of other sends of the keys that are resolved.
 *
 * @param waves keys of which a later wave may be sent now, so that SeaX is asked whom the earlier ones reached
 * @param isOver whether no more messages of a campaign will go out
 */
public record RecordedSends(
        Map<CampaignKey, List<RecordedSend>> byKey, Set<CampaignKey> waves, Predicate<RemoteCampaign> isOver) {
    /** Nothing was sent. */
    public static final RecordedSends NONE = new RecordedSends(Map.of(), Set.of(), campaign -> false);

    public RecordedSends {
        byKey = Map.copyOf(byKey);
        waves = Set.copyOf(waves);
    }

    List<RecordedSend> of(CampaignKey key) {
        return byKey.getOrDefault(key, List.of());
    }

    /** The parts of this generation that the record has. */
    List<RecordedSend> parts(CampaignIdentity generation) {
        return of(generation.key()).stream()
                .filter(sent -> sent.identity().part().isPresent())
                .filter(sent -> sent.identity().whole().equals(generation))
                .toList();
    }

    /** The receipt labels that were made for this key, by their ids: a label that was renamed is still the same. */
    Stream<LabelId> receipts(CampaignKey key) {
        return of(key).stream().flatMap(sent -> sent.receipt().stream());
    }
}
