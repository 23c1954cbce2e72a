package dev.muster.sandbox.api;

import dev.muster.sandbox.world.CampaignRow;
import dev.muster.sandbox.world.Ids;
import dev.muster.sandbox.world.Launch;
import dev.muster.sandbox.world.ResponseAnomaly;
import dev.muster.sandbox.world.ServerVariant;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** The list of campaigns (vendor's OpenAPI document): drafts are hidden unless asked for, and there is no filter by name. */
final class CampaignsEndpoint implements Endpoint {
    private static final Ordering<CampaignRow> ORDER = new Ordering<>(Map.of(
            "created_time", Comparator.comparing(CampaignRow::created),
            "updated_time", Comparator.comparing(CampaignRow::created),
            "start_time", Comparator.comparing(CampaignsEndpoint::start),
            "name", Comparator.comparing(CampaignRow::name)));

    @Override
    public ApiResponse answer(RequestContext call) {
        var rows = ORDER.sorted(matching(call), call, "created_time:desc");
        return ApiResponse.ok(ListPage.page(call, rows, campaign -> row(campaign, call)));
    }

    private static ObjectNode row(CampaignRow campaign, RequestContext call) {
        var shape = new CampaignJson(campaign, call);
        return call.isOpenApi() ? shape.looked() : shape.looked().put("stage", shape.stage());
    }

    private static Instant start(CampaignRow campaign) {
        return campaign.scheduledStart().orElse(campaign.created());
    }

    private static List<CampaignRow> matching(RequestContext call) {
        int newest = call.world().campaigns().size();
        var stage = call.request().parameter("stage").orElse("INSTANCE");
        var mode = call.request().parameter("mode").orElse("WEB");
        return call.world().campaigns().stream()
                .filter(campaign -> !(call.hasQuirk(ResponseAnomaly.NEWEST_MISSING) && campaign.number() == newest))
                .filter(campaign -> !isHidden(campaign, call))
                .filter(campaign -> new CampaignJson(campaign, call).stage().equals(stage) && mode.equals("WEB"))
                .filter(campaign -> isListed(call.list("types"), campaign.type()))
                .filter(campaign -> isListed(call.list("statuses"), new CampaignJson(campaign, call).status()))
                .filter(campaign -> isFrom(call.list("phone_numbers"), campaign, call))
                .filter(campaign -> time(call, "start_time_from")
                        .filter(start(campaign)::isBefore)
                        .isEmpty())
                .filter(campaign -> time(call, "start_time_to")
                        .filter(start(campaign)::isAfter)
                        .isEmpty())
                .toList();
    }

    private static boolean isHidden(CampaignRow campaign, RequestContext call) {
        return call.options().is(ServerVariant.NumbersListed.UNLISTED)
                && call.world()
                        .launch(campaign.uuid())
                        .filter(Launch::isByNumbers)
                        .isPresent();
    }

    private static boolean isListed(List<String> asked, String value) {
        return asked.isEmpty()
                || asked.stream().anyMatch(one -> one.toLowerCase(Locale.ROOT).equals(value.toLowerCase(Locale.ROOT)));
    }

    private static boolean isFrom(List<String> numbers, CampaignRow campaign, RequestContext call) {
        return numbers.isEmpty()
                || campaign.phoneIds().stream()
                        .flatMap(id -> call.world().sender(id).stream())
                        .anyMatch(sender -> numbers.contains(sender.phone()));
    }

    private static Optional<Instant> time(RequestContext call, String name) {
        return call.request()
                .parameter(name)
                .map(text -> WireTimes.parse(text)
                        .orElseThrow(() -> new RequestRefusedException(
                                ErrorBody.invalidParameter(name, name + " must be a date and time"))));
    }

    /** The campaign that a path names. */
    static CampaignRow named(RequestContext call) {
        var id = DocumentExamples.campaign(call.id(), call.world());
        return call.world()
                .campaign(Ids.bare(id))
                .orElseThrow(() -> new RequestRefusedException(ErrorBody.notFound("Campaign")));
    }
}
