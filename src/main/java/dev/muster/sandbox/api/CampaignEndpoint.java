package dev.muster.sandbox.api;

/** One campaign with its statistics (API document, section 4). */
final class CampaignEndpoint implements Endpoint {
    @Override
    public ApiResponse answer(RequestContext call) {
        return ApiResponse.ok(new CampaignJson(CampaignsEndpoint.named(call), call).looked());
    }
}
