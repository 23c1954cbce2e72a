package dev.muster.sandbox.api;

import dev.muster.sandbox.world.CampaignRow;
import dev.muster.sandbox.world.Ids;
import dev.muster.sandbox.world.Quirk;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** The list of campaigns (vendor's OpenAPI document): drafts are hidden unless asked for, and there is no filter by name. */
final class Campaigns implements Endpoint {
    private static final Ordering<CampaignRow> ORDER = new Ordering<>(Map.of(
            "created_time", Comparator.comparing(CampaignRow::created),
            "updated_time", Comparator.comparing(CampaignRow::created),
            "start_time", Comparator.comparing(Campaigns::start),
            "name", Comparator.comparing(CampaignRow::name)));

    @Override
    public Reply answer(Call call) {
        var rows = ORDER.sorted(matching(call), call, "created_time:desc");
        return Reply.ok(Listing.page(call, rows, campaign -> row(campaign, call)));
    }

    private static ObjectNode row(CampaignRow campaign, Call call) {
        var shape = new CampaignShape(campaign, call);
        return call.isOpenApi() ? shape.looked() : shape.looked().put("stage", shape.stage());
    }

    private static Instant start(CampaignRow campaign) {
        return campaign.scheduledStart().orElse(campaign.created());
    }

    private static List<CampaignRow> matching(Call call) {
        int newest = call.world().campaigns().size();
        var stage = call.request().parameter("stage").orElse("INSTANCE");
        var mode = call.request().parameter("mode").orElse("WEB");
        return call.world().campaigns().stream()
                .filter(campaign -> !(call.hasQuirk(Quirk.NEWEST_MISSING) && campaign.number() == newest))
                .filter(campaign -> new CampaignShape(campaign, call).stage().equals(stage) && mode.equals("WEB"))
                .filter(campaign -> isListed(call.list("types"), campaign.type()))
                .filter(campaign -> isListed(call.list("statuses"), new CampaignShape(campaign, call).status()))
                .filter(campaign -> isFrom(call.list("phone_numbers"), campaign, call))
                .filter(campaign -> time(call, "start_time_from")
                        .filter(start(campaign)::isBefore)
                        .isEmpty())
                .filter(campaign -> time(call, "start_time_to")
                        .filter(start(campaign)::isAfter)
                        .isEmpty())
                .toList();
    }

    private static boolean isListed(List<String> asked, String value) {
        return asked.isEmpty()
                || asked.stream().anyMatch(one -> one.toLowerCase(Locale.ROOT).equals(value.toLowerCase(Locale.ROOT)));
    }

    private static boolean isFrom(List<String> numbers, CampaignRow campaign, Call call) {
        return numbers.isEmpty()
                || campaign.phoneIds().stream()
                        .flatMap(id -> call.world().sender(id).stream())
                        .anyMatch(sender -> numbers.contains(sender.phone()));
    }

    private static Optional<Instant> time(Call call, String name) {
        return call.request()
                .parameter(name)
                .map(text -> Times.parse(text)
                        .orElseThrow(
                                () -> new Refusal(Problem.invalidParameter(name, name + " must be a date and time"))));
    }

    /** The campaign that a path names. */
    static CampaignRow named(Call call) {
        var id = DocumentExamples.campaign(call.id(), call.world());
        return call.world().campaign(Ids.bare(id)).orElseThrow(() -> new Refusal(Problem.notFound("Campaign")));
    }
}
