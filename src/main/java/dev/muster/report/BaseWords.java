package dev.muster.report;

import dev.muster.audience.AudienceDifference;
import dev.muster.audience.AudienceDifference.Cause;
import dev.muster.diagnostic.Characters;
import dev.muster.plan.BaseComparison;
import dev.muster.plan.BaseRevision;
import dev.muster.plan.CampaignComparison;
import dev.muster.plan.CampaignComparison.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The sentences about a comparison that all its renderers share. */
public final class BaseWords {
    private BaseWords() {}

    /** {@code campaigns: 1 changed, 2 added; people: 12 joining, 49 leaving}. */
    public static String totals(BaseComparison comparison) {
        var campaigns = Stream.of(Kind.CHANGED, Kind.ADDED, Kind.REMOVED, Kind.UNREADABLE)
                .filter(kind -> comparison.count(kind) > 0)
                .map(kind -> Numbers.of(comparison.count(kind)) + " " + word(kind))
                .collect(Collectors.joining(", "));
        return campaigns.isEmpty()
                ? "no campaign differs" + (comparison.hasUnknown() ? ", as far as it could be read" : "")
                : "campaigns: " + campaigns + "; people" + people(comparison);
    }

    private static String people(BaseComparison comparison) {
        boolean nobody = comparison.peopleJoined() + comparison.peopleLeft() == 0;
        if (nobody) {
            return comparison.hasUnknown() ? " not compared" : ": nobody joins or leaves";
        }
        // the same person may leave two campaigns, and is not two people for it
        return (comparison.campaignsCounted() > 1 ? ", once for each campaign: " : ": ")
                + joiningAndLeaving(comparison.peopleJoined(), comparison.peopleLeft())
                + (comparison.hasUnknown() ? ", and more where it could not be compared" : "");
    }

    private static String joiningAndLeaving(long joining, long leaving) {
        return Numbers.of(joining) + " joining, " + Numbers.of(leaving) + " leaving";
    }

    public static String word(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    public static char sign(Kind kind) {
        return switch (kind) {
            case ADDED -> '+';
            case REMOVED -> '-';
            case CHANGED -> '~';
            case UNREADABLE -> '?';
        };
    }

    /** Why nothing can be taken for granted about this campaign; empty when there is nothing to add. */
    public static String headline(CampaignComparison campaign) {
        if (campaign.settled().isPresent()) {
            return switch (campaign.settled().get()) {
                case OUTCOME_UNKNOWN -> "its outcome is unknown; the edit changes nothing about that";
                case ALREADY_SENT, EDITED_AFTER_SEND -> "already sent: the edit has no effect";
                default -> "recorded already: the edit has no effect";
            };
        }
        return switch (campaign.kind()) {
            case ADDED -> "new";
            case REMOVED -> "no longer defined";
            case CHANGED -> "";
            case UNREADABLE -> "its definition there has mistakes, so how it differs cannot be said";
        };
    }

    public static String joined(Cause cause) {
        var label = Characters.visible(cause.label());
        return switch (cause.part()) {
            case CAMPAIGN -> "the campaign is new";
            case ANY -> label + ", now among `any`";
            case ANY_AT_ALL -> "`any` no longer asks for one of " + label;
            case ALL -> label + ", no longer asked for by `all`";
            case EXCLUDE -> label + ", no longer excluded";
            case EXCLUDE_CONTACTS -> "single contacts no longer excluded";
        };
    }

    public static String left(Cause cause) {
        var label = Characters.visible(cause.label());
        return switch (cause.part()) {
            case CAMPAIGN -> "the campaign is gone";
            case ANY -> label + ", no longer among `any`";
            case ANY_AT_ALL -> "`any` now asks for one of " + label;
            case ALL -> label + ", now asked for by `all`";
            case EXCLUDE -> label + ", now excluded";
            case EXCLUDE_CONTACTS -> "single contacts now excluded";
        };
    }

    /** {@code 1,912 → 1,875 people: 12 joining, 49 leaving}. */
    public static String people(AudienceDifference difference) {
        if (difference.isEmpty()) {
            return Numbers.of(difference.after(), "person", "people") + " as before, the same ones";
        }
        return Numbers.of(difference.before()) + " → " + Numbers.of(difference.after(), "person", "people") + ": "
                + joiningAndLeaving(difference.peopleJoined(), difference.peopleLeft());
    }

    /** What about the base itself must be known to read the comparison rightly. */
    public static List<String> notes(BaseComparison comparison) {
        var folder = comparison.withoutFolder()
                ? Stream.of("There was no such folder at "
                        + Characters.visible(comparison.base().ref()) + ": every campaign counts as new.")
                : Stream.<String>empty();
        var files = comparison.unreadable().stream()
                .map(file -> Characters.visible(file)
                        + " could not be read there: a campaign that looks new may have been in it.");
        return Stream.of(found(comparison.base()).stream(), folder, files)
                .flatMap(notes -> notes)
                .toList();
    }

    private static Optional<String> found(BaseRevision.Name base) {
        var ref = Characters.visible(base.ref());
        return switch (base.found()) {
            case ITSELF -> Optional.empty();
            case MERGE_BASE ->
                Optional.of("Compared with the merge base, where this branch left " + ref + ". What came to " + ref
                        + " since then is not shown.");
            case WITHOUT_HISTORY ->
                Optional.of("Compared with " + ref
                        + " itself: this clone is too shallow to show the merge base. What came to " + ref
                        + " since then looks removed. To see the difference of this branch only, fetch more history.");
        };
    }

    /** {@code HEAD~1 (4f2a9c1)}, harmless to print. */
    public static String base(BaseComparison comparison) {
        return Characters.visible(comparison.base().toString());
    }
}
