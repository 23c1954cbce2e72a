package dev.muster.resolve;

import dev.muster.model.CampaignIdentity;
import dev.muster.model.RemoteCampaign;
import dev.muster.model.RemoteId;
import dev.muster.model.Tally;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

/** How a wave that was sent is doing, by SeaX's numbers; {@code over} when no more of its messages will go out. */
public record EarlierWave(Tally tally, boolean over) {
    /** Asks SeaX for each by its id. One that SeaX does not have any more is absent. */
    public static Map<CampaignIdentity, EarlierWave> of(
            Map<CampaignIdentity, RemoteId> sent, Workspace workspace, Predicate<RemoteCampaign> isOver) {
        var found = new HashMap<CampaignIdentity, EarlierWave>();
        sent.forEach((identity, id) -> workspace.campaign(id).ifPresent(remote -> {
            var tally = Tally.of(remote.statistics());
            found.put(identity, new EarlierWave(tally, isOver.test(remote) || tally.isComplete()));
        }));
        return found;
    }
}
