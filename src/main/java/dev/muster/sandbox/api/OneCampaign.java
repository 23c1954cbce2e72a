package dev.muster.sandbox.api;

/** One campaign with its statistics (API document, section 4). */
final class OneCampaign implements Endpoint {
    @Override
    public Reply answer(Call call) {
        return Reply.ok(new CampaignShape(Campaigns.named(call), call).looked());
    }
}
