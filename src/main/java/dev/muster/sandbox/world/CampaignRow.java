package dev.muster.sandbox.world;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A campaign as it was accepted. Whether and to whom it went out is its {@link Launch}. */
public record CampaignRow(
        int number,
        String uuid,
        String name,
        String type,
        String message,
        List<String> phoneIds,
        Filters filters,
        Rows audience,
        Optional<Instant> scheduledStart,
        boolean isSchedule,
        boolean shortenLinks,
        List<String> attach,
        List<String> mediaUrls,
        boolean draft,
        Instant created,
        Optional<ProviderTemplate> template,
        Optional<String> messageServiceId) {
    /** The template as the vendor's document names it. */
    public record ProviderTemplate(String accountId, String name, String language) {}

    public CampaignRow {
        phoneIds = List.copyOf(phoneIds);
        attach = List.copyOf(attach);
        mediaUrls = List.copyOf(mediaUrls);
    }

    public String jobUuid() {
        return Ids.uuid("job", number);
    }

    boolean isDue(Instant clock) {
        return !draft && scheduledStart.filter(clock::isBefore).isEmpty();
    }
}
