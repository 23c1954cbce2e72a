package dev.muster.plan;

import dev.muster.model.CampaignRequest;
import dev.muster.model.LabelId;
import dev.muster.model.Sha256;
import java.util.Optional;

/** A request as it goes out: complete, with the bytes to post and the receipt label that they attach, if any. */
public record FinalRequest(CampaignRequest request, String body, Optional<LabelId> receipt) {
    public Sha256 payload() {
        return Sha256.of(body);
    }
}
