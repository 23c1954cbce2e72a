package dev.muster.sandbox.api;

import dev.muster.sandbox.world.CampaignRow;
import dev.muster.sandbox.world.Event;
import dev.muster.sandbox.world.Filters;
import dev.muster.sandbox.world.Ids;
import dev.muster.sandbox.world.Launch;
import dev.muster.sandbox.world.ResponseAnomaly;
import dev.muster.sandbox.world.Rows;
import dev.muster.sandbox.world.ServerVariant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Sends an approved template at once to the numbers that the request lists, each with its own values (vendor's page on general
 * campaigns, and {@code CreateCampaignHSMWhatsAppBusinessInterface} of the OpenAPI document).
 */
final class NumbersEndpoint implements Endpoint {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    @Override
    public ApiResponse answer(RequestContext call) {
        var request = new NumbersRequestReader(call).read();
        if (call.hasQuirk(ResponseAnomaly.DESTINATION_REFUSED)) {
            throw new RequestRefusedException(refused(request));
        }
        var messages = new NumbersMessages(call, request).made();
        var campaign = record(request, messages.destinations(), call);
        return messages.refusal().orElseGet(() -> answered(campaign, request, call));
    }

    private static ApiResponse answered(CampaignRow campaign, NumbersRequest request, RequestContext call) {
        return call.hasQuirk(ResponseAnomaly.OTHERS_SENT)
                ? refused(request)
                : ApiResponse.ok(NumbersAnswers.written(campaign, call));
    }

    private static ApiResponse refused(NumbersRequest request) {
        return NumbersRefusal.number(
                "destinations[0].destination", request.people().get(0).number());
    }

    private static CampaignRow record(NumbersRequest request, List<Launch.Message> destinations, RequestContext call) {
        var rows = new BitSet();
        destinations.forEach(one -> rows.set(one.contact()));
        var campaign = campaign(request, new Rows(rows), call);
        call.record().accept(new Event.CampaignCreated(campaign));
        if (!campaign.draft()) {
            var held = call.world().held(request.template(), destinations.size());
            var launch = new Launch(campaign.uuid(), campaign.created(), new Rows(rows), destinations, held);
            call.record().accept(new Event.CampaignLaunched(launch, List.of()));
        }
        return campaign;
    }

    private static CampaignRow campaign(NumbersRequest request, Rows rows, RequestContext call) {
        int number = call.world().campaigns().size() + 1;
        var template = request.template();
        return new CampaignRow(
                number,
                Ids.uuid("campaign", number),
                name(request, call),
                CampaignRules.TYPE,
                template.text(),
                List.of(request.sender().id()),
                new Filters(List.of(), List.of(), List.of(), List.of(), List.of(), true),
                rows,
                Optional.empty(),
                false,
                false,
                List.of(),
                List.of(),
                call.hasQuirk(ResponseAnomaly.DRAFT),
                call.world().clock(),
                Optional.of(new CampaignRow.ProviderTemplate("", template.name(), template.language())),
                Optional.empty());
    }

    private static String name(NumbersRequest request, RequestContext call) {
        var usual = "WABP TEMPLATE CAMPAIGN " + MINUTE.format(call.world().clock());
        return call.options().is(ServerVariant.NumbersName.IGNORED)
                ? usual
                : request.name().orElse(usual);
    }
}
