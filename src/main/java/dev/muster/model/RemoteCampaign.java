package dev.muster.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * A campaign as SeaX reports it. {@code statistics} keeps the names that SeaX uses, such as {@code delivered};
 * {@code audience} holds the ids of labels and contacts by selector, and only the selectors that SeaX shows.
 */
public record RemoteCampaign(
        RemoteId id,
        String name,
        String type,
        String status,
        Optional<String> message,
        Optional<Instant> createdAt,
        Optional<ReportedTime> startAt,
        List<PhoneId> phones,
        OptionalInt targetCount,
        Optional<String> jobId,
        Map<String, Long> statistics,
        Map<Selector, Set<String>> audience) {
    public RemoteCampaign {
        phones = List.copyOf(phones);
        statistics = Map.copyOf(statistics);
        audience = Map.copyOf(audience);
    }

    public Optional<Marker> marker() {
        return Marker.in(name);
    }

    /** What can be held against what was asked; an empty word or list says nothing. */
    public CampaignStatement statement() {
        return new CampaignStatement(
                Optional.of(type).filter(word -> !word.isBlank()),
                Optional.of(status).filter(word -> !word.isBlank()),
                message,
                Optional.of(Set.copyOf(phones)).filter(named -> !named.isEmpty()),
                createdAt.map(at -> new ReportedTime(at, true)),
                startAt);
    }
}
