package dev.muster.policy;

import dev.muster.model.project.QuietHours;
import dev.muster.policy.NumberRegion.Precision;
import dev.muster.resolve.Reach;
import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneRulesProvider;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * On whose clocks a send is judged. A number that may be in several zones must fit them all; one that says nothing must fit
 * every zone of the others, or every zone there is.
 */
record RecipientClocks(List<Group> groups) {
    /** People whose numbers may be in the same zones; known where it is their numbers, or the policy, that say so. */
    record Group(List<ZoneId> zones, int people, boolean isKnown) {
        private Optional<Disturbed> disturbed(QuietHours hours, Instant start, Instant end, ZoneId home) {
            var moments = zones.stream()
                    .flatMap(zone -> hours.firstIn(start, end, zone).map(first -> Map.entry(first, zone)).stream())
                    .toList();
            return moments.stream()
                    .min(Map.Entry.<Instant, ZoneId>comparingByKey()
                            .thenComparing(moment -> !moment.getValue().equals(home))
                            .thenComparing(moment -> moment.getValue().getId()))
                    .map(moment -> new Disturbed(
                            moment.getKey(),
                            moment.getValue(),
                            people,
                            moments.size() == zones.size(),
                            2 * moments.size() > zones.size()));
        }
    }

    /** People who would be messaged in quiet hours: surely in all of their zones, likely in most of them. */
    record Disturbed(Instant first, ZoneId zone, int people, boolean surely, boolean likely) {
        /** Who is surely disturbed comes first, then whoever is so earliest. */
        private static final Comparator<Disturbed> ORDER = Comparator.comparing((Disturbed one) -> !one.surely())
                .thenComparing(Disturbed::first)
                .thenComparing(Comparator.comparingInt(Disturbed::people).reversed())
                .thenComparing(one -> one.zone().getId());
    }

    /** Of people whom nobody can list, nothing is known but how many there may be. */
    static RecipientClocks of(GuardInput proposal) {
        return proposal.resolved().reach() instanceof Reach.Known known
                ? listed(proposal.whereabouts()
                        .of(known.funnel().roster(), proposal.restrictions().unknownNumbers()))
                : new RecipientClocks(List.of(
                        new Group(everywhere(), proposal.resolved().reach().messages(), false)));
    }

    private static RecipientClocks listed(Map<NumberRegion, Integer> places) {
        var seen = places.keySet().stream()
                .flatMap(place -> place.zones().stream())
                .distinct()
                .toList();
        var anywhere = seen.isEmpty() ? everywhere() : seen;
        return new RecipientClocks(places.entrySet().stream()
                .map(place -> group(place.getKey(), place.getValue(), anywhere))
                .toList());
    }

    private static Group group(NumberRegion place, int people, List<ZoneId> anywhere) {
        return new Group(
                place.zones().isEmpty() ? anywhere : place.zones(), people, place.precision() == Precision.PLACE);
    }

    private static List<ZoneId> everywhere() {
        return ZoneRulesProvider.getAvailableZoneIds().stream()
                .sorted()
                .map(ZoneId::of)
                .toList();
    }

    /** Who would be messaged in these hours, the worst first, on clocks of {@code home} where that is one of several. */
    List<Disturbed> disturbed(QuietHours hours, Instant start, Instant end, ZoneId home) {
        return groups.stream()
                .flatMap(group -> group.disturbed(hours, start, end, home).stream())
                .sorted(Disturbed.ORDER)
                .toList();
    }

    /** Whether the numbers of all say where they are. */
    boolean areKnown() {
        return groups.stream().allMatch(Group::isKnown);
    }

    /** Those whose numbers say where they are. */
    RecipientClocks known() {
        return new RecipientClocks(groups.stream().filter(Group::isKnown).toList());
    }

    /** One zone for each clock that somebody may have. */
    Stream<ZoneId> zones() {
        return groups.stream()
                .flatMap(group -> group.zones().stream())
                .collect(Collectors.toMap(ZoneId::getRules, zone -> zone, (first, same) -> first, LinkedHashMap::new))
                .values()
                .stream();
    }
}
