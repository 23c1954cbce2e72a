package dev.muster.model;

import java.util.List;
import java.util.Optional;

/**
 * What is asked of SeaX for one campaign, in ids only. Fields of the API that bypass exclusions or review
 * ({@code addition_contact_ids}, {@code keyword}, {@code contact_file_url} and their like) have no member here, so they
 * cannot be sent by mistake.
 */
public record CampaignRequest(
        CampaignIdentity identity,
        Marker marker,
        String name,
        Message message,
        List<PhoneId> senders,
        Audience<LabelId> audience,
        Schedule schedule,
        List<LabelId> attachLabels) {
    /** The only campaign type that Muster sends (API document, section 3). */
    public static final String TYPE = "WHATSAPP_BUSINESS_PLATFORM_MESSAGE";

    public CampaignRequest {
        senders = List.copyOf(senders);
        attachLabels = List.copyOf(attachLabels);
        if (!audience.hasPositiveSelector()) {
            throw new IllegalArgumentException("an audience without a positive selector is never sent: " + identity);
        }
        if (!name.endsWith(marker.suffix())) {
            throw new IllegalArgumentException("the name sent to SeaX ends with its marker: " + identity);
        }
    }

    public Optional<Schedule.Window> window() {
        return schedule instanceof Schedule.Window window ? Optional.of(window) : Optional.empty();
    }
}
