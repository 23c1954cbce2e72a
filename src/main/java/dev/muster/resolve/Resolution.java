package dev.muster.resolve;

import dev.muster.audience.ContactIndex;
import dev.muster.diagnostic.Checked;
import dev.muster.diagnostic.Diagnostic;
import dev.muster.model.Campaign;
import dev.muster.model.CampaignIdentity;
import dev.muster.model.RemoteCampaign;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the workspace answered: each campaign in SeaX's terms with its findings, and the campaigns that SeaX already has
 * ({@code remote} is absent where this API cannot list them, which is not the same as none). {@code sweep} is what was read
 * on the way, and {@code skew} how far SeaX's clock is ahead of ours, where its answers say so; {@code
 * earlierWaves} is what is known of the waves before those that may be sent, by the wave to be sent; {@code movedOn} has
 * the campaigns whose wave reaches nobody and may be empty, at the wave after it. {@code findings} are about the reading as a
 * whole.
 */
public record Resolution(
        Capabilities capabilities,
        Map<CampaignIdentity, Checked<ResolvedCampaign>> campaigns,
        Optional<List<RemoteCampaign>> remote,
        Optional<WorkspaceSnapshot> sweep,
        SuppressionLabels suppression,
        Optional<Duration> skew,
        Map<CampaignIdentity, EarlierWaves> earlierWaves,
        Map<CampaignIdentity, Campaign> movedOn,
        List<Diagnostic> findings) {
    /** Nothing was asked, because nothing has to be sent. */
    public static final Resolution NOT_NEEDED = new Resolution(
            new Capabilities(false, false, false, false, false, false),
            Map.of(),
            Optional.empty(),
            Optional.empty(),
            SuppressionLabels.NONE,
            Optional.empty(),
            Map.of(),
            Map.of(),
            List.of());

    public Resolution {
        campaigns = Map.copyOf(campaigns);
        remote = remote.map(List::copyOf);
        earlierWaves = Map.copyOf(earlierWaves);
        movedOn = Map.copyOf(movedOn);
        findings = List.copyOf(findings);
    }

    /** What is known of the waves before this one, where it is a later one that may be sent. */
    public Optional<EarlierWaves> before(CampaignIdentity wave) {
        return Optional.ofNullable(earlierWaves.get(wave));
    }

    /** The campaign as it stands now that people were counted. */
    public Campaign now(Campaign campaign) {
        return movedOn.getOrDefault(campaign.identity(), campaign);
    }

    /** What the rosters were counted over, where that can be done. */
    public Optional<ContactIndex> contacts() {
        return sweep.flatMap(WorkspaceSnapshot::contacts);
    }
}
