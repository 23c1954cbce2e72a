package dev.muster.seax;

import dev.muster.model.RemoteCampaign;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The campaigns of a workspace back to some instant. SeaX hides drafts unless asked, so both stages are read. That a campaign
 * is not listed is evidence, so a list with fewer rows than it promises is refused.
 */
record CampaignHistory(MovingList lists) {
    private static final SeaxList<RemoteCampaign> LIST = SeaxList.of(
                    ResourcePath.of("campaigns"),
                    RowMapper::campaign,
                    campaign -> campaign.id().value())
            .in("created_time:desc")
            .of(SeaxList.Kind.COMPLETE);

    /** Drafts send nothing, so that they may be a minute old. */
    static final SeaxList<RemoteCampaign> DRAFTS = LIST.with(Map.of("stage", "DRAFT"));

    private static final SeaxList<RemoteCampaign> INSTANCES = LIST.with(Map.of("stage", "INSTANCE"));

    private static final Comparator<RemoteCampaign> NEWEST_FIRST =
            Comparator.comparing(CampaignHistory::age).reversed().thenComparing(RemoteCampaign::id);

    List<RemoteCampaign> since(Instant since) {
        var found = new LinkedHashMap<Object, RemoteCampaign>();
        for (var stage : List.of(INSTANCES, DRAFTS)) {
            lists.all(stage.since(since)).forEach(campaign -> found.putIfAbsent(campaign.id(), campaign));
        }
        return found.values().stream()
                .filter(campaign -> !age(campaign).isBefore(since))
                .sorted(NEWEST_FIRST)
                .toList();
    }

    /** Rows without a time count as new: they are shown rather than lost. */
    private static Instant age(RemoteCampaign campaign) {
        return campaign.createdAt().orElse(Instant.MAX);
    }
}
