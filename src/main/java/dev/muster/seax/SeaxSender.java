package dev.muster.seax;

import dev.muster.apply.Answer;
import dev.muster.apply.CampaignSender;
import kong.unirest.core.UnirestInstance;

/** Posts campaigns: each in one shot, whatever happens comes back as a value. */
final class SeaxSender implements CampaignSender {
    private final OneShot campaigns;

    SeaxSender(SeaxEndpoint endpoint, SendLimits limits) {
        this.campaigns = new OneShot("campaigns", endpoint, limits);
    }

    @Override
    public Answer post(String body) {
        return campaigns.post(body);
    }

    UnirestInstance open() {
        return campaigns.open();
    }
}
