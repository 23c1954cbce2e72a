package dev.muster.diff;

import dev.muster.lock.LockEntry;
import dev.muster.lock.RequestSummary;
import dev.muster.model.Campaign;
import dev.muster.model.PartName;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A campaign of which some parts are recorded, none of them open: what its definition is against them. */
final class PartsDecision {
    private final Campaign campaign;
    private final List<LockEntry> parts;

    PartsDecision(Campaign campaign, List<LockEntry> recorded) {
        this.campaign = campaign;
        this.parts = recorded.stream()
                .filter(entry -> entry.identity().part().isPresent())
                .filter(entry -> entry.identity().whole().equals(campaign.identity()))
                .toList();
    }

    /** What was sent binds the rest: an edit has no effect on people who got it, and must not reach the others. */
    Change change() {
        return edited().or(this::refused)
                .orElseGet(() -> isWhole()
                        ? new Change.Unchanged(campaign, parts.get(parts.size() - 1))
                        : new Change.Partial(campaign, parts));
    }

    private Optional<Change> edited() {
        return parts.stream()
                .filter(entry -> !(entry instanceof LockEntry.Rejected))
                .filter(entry -> !Differ.differences(campaign, entry).isEmpty())
                .<Change>map(entry -> new Change.Edited(campaign, entry, Differ.differences(campaign, entry)))
                .findFirst();
    }

    private Optional<Change> refused() {
        return parts.stream()
                .filter(LockEntry.Rejected.class::isInstance)
                .map(LockEntry.Rejected.class::cast)
                .<Change>map(entry -> new Change.Refused(
                        campaign, entry, !Differ.differences(campaign, entry).isEmpty()))
                .findFirst();
    }

    /** Whether every part that was planned is recorded. */
    private boolean isWhole() {
        return recorded().containsAll(planned().collect(Collectors.toSet()));
    }

    private Set<PartName> recorded() {
        return parts.stream().flatMap(entry -> entry.identity().part().stream()).collect(Collectors.toSet());
    }

    private Stream<PartName> planned() {
        return parts.stream()
                .flatMap(entry -> entry.attempt().posted().stream())
                .map(RequestSummary::chunks)
                .flatMap(chunks -> chunks.entrySet().stream())
                .flatMap(chunks -> IntStream.rangeClosed(1, chunks.getValue())
                        .mapToObj(chunk -> PartName.of(
                                Optional.of(chunks.getKey()).filter(language -> !language.isEmpty()),
                                chunk,
                                chunks.getValue())));
    }
}
