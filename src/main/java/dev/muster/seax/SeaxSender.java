package dev.muster.seax;

import dev.muster.apply.CampaignSender;
import dev.muster.apply.PostResponse;
import kong.unirest.core.UnirestInstance;

/** Posts campaigns: each in one shot, whatever happens comes back as a value. */
final class SeaxSender implements CampaignSender {
    private final SinglePost campaigns;

    SeaxSender(SeaxEndpoint endpoint, SendLimits limits) {
        this.campaigns = new SinglePost("campaigns", endpoint, limits);
    }

    @Override
    public PostResponse post(String body) {
        return campaigns.post(body);
    }

    UnirestInstance open() {
        return campaigns.open();
    }
}
