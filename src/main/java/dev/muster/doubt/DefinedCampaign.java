package dev.muster.doubt;

import dev.muster.diagnostic.Checked;
import dev.muster.diagnostic.Diagnostic;
import dev.muster.model.Audience;
import dev.muster.model.Campaign;
import dev.muster.model.LabelId;
import dev.muster.model.Marker;
import dev.muster.model.Phone;
import dev.muster.model.PhoneId;
import dev.muster.model.RemoteCampaign;
import dev.muster.model.project.WorkspaceSettings.Precautions;
import dev.muster.resolve.ResolvedCampaign;
import dev.muster.resolve.WorkspaceNames;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A campaign as it is defined, held against one that SeaX has and that nobody recorded: another team may have sent its own
 * under the same key. What SeaX does not show is no objection.
 */
public record DefinedCampaign(RequestedCampaign requested, List<Diagnostic> noAudience, List<Diagnostic> noSenders) {

    public DefinedCampaign {
        noAudience = List.copyOf(noAudience);
        noSenders = List.copyOf(noSenders);
    }

    /** By the names that the workspace has now. */
    public static DefinedCampaign of(Campaign campaign, Marker marker, WorkspaceNames names, Precautions precautions) {
        return of(
                campaign,
                marker,
                names.audience(campaign),
                names.senders(campaign),
                names.receipt(campaign),
                precautions);
    }

    /** As a plan resolved it; where that failed, its findings say so, and no name is compared. */
    public static DefinedCampaign of(
            Campaign campaign,
            Marker marker,
            Optional<ResolvedCampaign> resolved,
            Optional<LabelId> receipt,
            Precautions precautions) {
        return of(
                campaign,
                marker,
                new Checked<>(resolved.map(ResolvedCampaign::audience), List.of()),
                new Checked<>(resolved.map(DefinedCampaign::senders), List.of()),
                receipt,
                precautions);
    }

    private static List<PhoneId> senders(ResolvedCampaign resolved) {
        return resolved.senders().stream().map(Phone::id).toList();
    }

    private static DefinedCampaign of(
            Campaign campaign,
            Marker marker,
            Checked<Audience<LabelId>> audience,
            Checked<List<PhoneId>> senders,
            Optional<LabelId> receipt,
            Precautions precautions) {
        var hold = precautions.hold().orElse(Duration.ZERO);
        var requested = RequestedCampaign.of(campaign, marker, audience.value(), senders.value(), receipt, hold);
        return new DefinedCampaign(requested, audience.diagnostics(), senders.diagnostics());
    }

    /**
     * Why a campaign that SeaX has is not this one. One without the marker is held against the rest of the name: whoever
     * gives its id knows that Muster did not make it.
     */
    public List<String> objections(RemoteCampaign shown) {
        return Stream.concat(requested.objectionsToUnmarked(shown).stream(), unnamed(shown))
                .toList();
    }

    private Stream<String> unnamed(RemoteCampaign shown) {
        var audience = shown.audience().isEmpty() ? Stream.<Diagnostic>empty() : noAudience.stream();
        var senders = shown.phones().isEmpty() ? Stream.<Diagnostic>empty() : noSenders.stream();
        return Stream.concat(audience, senders).map(Diagnostic::message);
    }
}
