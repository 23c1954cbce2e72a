package dev.muster.doubt;

import dev.muster.lock.AskedCampaign;
import dev.muster.lock.Attempt;
import dev.muster.lock.RequestSummary;
import dev.muster.model.Audience;
import dev.muster.model.Campaign;
import dev.muster.model.CampaignStatement;
import dev.muster.model.LabelId;
import dev.muster.model.Marker;
import dev.muster.model.PhoneId;
import dev.muster.model.RemoteCampaign;
import dev.muster.model.Selector;
import dev.muster.model.Sha256;
import dev.muster.model.project.Fingerprint;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a campaign asks SeaX for, as far as one that SeaX shows can be told from it. A part that is absent is not known; what
 * is not known, or what SeaX does not show, is no objection.
 *
 * @param excludedContacts how many contacts are excluded one by one
 * @param receipt a label that may be excluded as well: it is made when the campaign is sent
 */
public record RequestedCampaign(
        Marker marker,
        Optional<Sha256> name,
        Optional<Audience<LabelId>> audience,
        OptionalInt excludedContacts,
        Optional<LabelId> receipt,
        Optional<AskedCampaign> asked) {
    /** What an attempt asked for, as the record kept it. */
    public static RequestedCampaign of(Attempt attempt) {
        var posted = attempt.posted();
        return new RequestedCampaign(
                attempt.marker(),
                Optional.ofNullable(attempt.fingerprint().parts().get(Fingerprint.NAME)),
                posted.map(RequestSummary::audience),
                posted.map(kept -> OptionalInt.of(kept.excludedContacts())).orElse(OptionalInt.empty()),
                Optional.empty(),
                posted.map(AskedCampaign::of));
    }

    /** What a campaign asks for as it is defined now, as far as its names stand for something. */
    static RequestedCampaign of(
            Campaign campaign,
            Marker marker,
            Optional<Audience<LabelId>> audience,
            Optional<List<PhoneId>> senders,
            Optional<LabelId> receipt,
            Duration hold) {
        return new RequestedCampaign(
                marker,
                Optional.of(Sha256.of(campaign.name())),
                audience,
                excludedContacts(campaign),
                receipt,
                Optional.of(AskedCampaign.of(campaign, senders.orElse(List.of()), hold)));
    }

    /** A later wave also excludes those whom an earlier one reached, as many as there were. */
    private static OptionalInt excludedContacts(Campaign campaign) {
        return campaign.waves().isEmpty()
                ? OptionalInt.of(campaign.audience().excludeContacts().size())
                : OptionalInt.empty();
    }

    /** Why a campaign that SeaX shows is not this one, by all that SeaX shows of it besides the marker. */
    public List<String> objections(RemoteCampaign shown) {
        return objections(shown, isMarked(shown) && !isCalled(nameOf(shown)));
    }

    /** The same of a campaign that a person found without the marker: the rest of its name tells it from others. */
    List<String> objectionsToUnmarked(RemoteCampaign shown) {
        return objections(shown, !isCalled(nameOf(shown)));
    }

    private List<String> objections(RemoteCampaign shown, boolean hasOtherName) {
        var named =
                hasOtherName ? Stream.of("its name \"" + shown.name() + "\" is another one") : Stream.<String>empty();
        return Stream.concat(named, objectionsBesidesName(shown).stream()).toList();
    }

    List<String> objectionsBesidesName(RemoteCampaign shown) {
        var objections = new ArrayList<String>();
        var said = shown.statement();
        if (said.isOfOtherType()) {
            objections.add("it is of type " + shown.type());
        }
        if (is(asked -> asked.hasOtherText(said))) {
            objections.add("its message is another one");
        }
        objections.addAll(otherAudience(shown));
        if (is(asked -> asked.hasOtherSenders(said))) {
            objections.add("it is sent from other phones");
        }
        asked.flatMap(known -> otherStart(known, said)).ifPresent(objections::add);
        return objections;
    }

    /** Whether its name ends with the marker of this send. */
    public boolean isMarked(RemoteCampaign shown) {
        return shown.marker().equals(Optional.of(marker));
    }

    private boolean isCalled(String shown) {
        return name.isEmpty() || Sha256.of(shown).equals(name.get());
    }

    /** Without the marker of this send, where it has that. */
    private String nameOf(RemoteCampaign shown) {
        int length = shown.name().length();
        return isMarked(shown)
                ? shown.name().substring(0, length - marker.suffix().length())
                : shown.name();
    }

    private boolean is(Predicate<AskedCampaign> other) {
        return asked.filter(other).isPresent();
    }

    private List<String> otherAudience(RemoteCampaign shown) {
        boolean isOther = audience.isPresent()
                && (selectors(audience.get()).entrySet().stream().anyMatch(asked -> isOther(asked, shown.audience()))
                        || hasOtherContacts(shown.audience()));
        return isOther ? List.of("it is for another audience") : List.of();
    }

    private boolean isOther(Map.Entry<Selector, Set<String>> asked, Map<Selector, Set<String>> shown) {
        var found = shown.getOrDefault(asked.getKey(), asked.getValue());
        return !found.equals(asked.getValue())
                && !(asked.getKey() == Selector.EXCLUDE
                        && without(receipt, found).equals(asked.getValue()));
    }

    private static Set<String> without(Optional<LabelId> receipt, Set<String> found) {
        return found.stream()
                .filter(id -> receipt.filter(label -> label.value().equals(id)).isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Map<Selector, Set<String>> selectors(Audience<LabelId> audience) {
        return Map.of(
                Selector.ANY, ids(audience.any()),
                Selector.ALL, ids(audience.all()),
                Selector.EXCLUDE, ids(audience.exclude()),
                Selector.OTHER, Set.of());
    }

    private static Set<String> ids(List<LabelId> labels) {
        return labels.stream().map(LabelId::value).collect(Collectors.toUnmodifiableSet());
    }

    private boolean hasOtherContacts(Map<Selector, Set<String>> shown) {
        var contacts = Optional.ofNullable(shown.get(Selector.EXCLUDE_CONTACTS));
        return excludedContacts.isPresent()
                && contacts.filter(found -> found.size() != excludedContacts.getAsInt())
                        .isPresent();
    }

    private static Optional<String> otherStart(AskedCampaign asked, CampaignStatement said) {
        return asked.otherStart(said)
                .map(at -> "it starts at " + at + ", asked for was "
                        + asked.start().map(Instant::toString).orElse("at once"));
    }
}
