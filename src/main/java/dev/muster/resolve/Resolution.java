package dev.muster.resolve;

import dev.muster.audience.ContactIndex;
import dev.muster.diagnostic.Checked;
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
 * earlierWaves} is how those waves are doing that others wait for.
 */
public record Resolution(
        Capabilities capabilities,
        Map<CampaignIdentity, Checked<ResolvedCampaign>> campaigns,
        Optional<List<RemoteCampaign>> remote,
        Optional<Sweep> sweep,
        SuppressionLabels suppression,
        Optional<Duration> skew,
        Map<CampaignIdentity, EarlierWave> earlierWaves) {
    /** Nothing was asked, because nothing has to be sent. */
    public static final Resolution NOT_NEEDED = new Resolution(
            new Capabilities(false, false, false, false, false, false),
            Map.of(),
            Optional.empty(),
            Optional.empty(),
            SuppressionLabels.NONE,
            Optional.empty(),
            Map.of());

    public Resolution {
        campaigns = Map.copyOf(campaigns);
        remote = remote.map(List::copyOf);
        earlierWaves = Map.copyOf(earlierWaves);
    }

    /** The same, with how earlier waves are doing. */
    public Resolution with(Map<CampaignIdentity, EarlierWave> waves) {
        return new Resolution(capabilities, campaigns, remote, sweep, suppression, skew, waves);
    }

    /** What the rosters were counted over, where that can be done. */
    public Optional<ContactIndex> contacts() {
        return sweep.flatMap(Sweep::contacts);
    }
}
