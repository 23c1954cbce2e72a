package dev.muster.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** A campaign as SeaX reports it. {@code statistics} keeps the names that SeaX uses, such as {@code delivered}. */
public record RemoteCampaign(
        RemoteId id,
        String name,
        String type,
        String status,
        Optional<String> message,
        Optional<Instant> createdAt,
        Optional<Instant> startAt,
        List<PhoneId> phones,
        OptionalInt targetCount,
        Optional<String> jobId,
        Map<String, Long> statistics) {
    public RemoteCampaign {
        phones = List.copyOf(phones);
        statistics = Map.copyOf(statistics);
    }

    public Optional<Marker> marker() {
        return Marker.in(name);
    }
}
