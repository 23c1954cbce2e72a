package dev.muster.sandbox.api;

import dev.muster.sandbox.world.CampaignLauncher;
import dev.muster.sandbox.world.CampaignRecipients;
import dev.muster.sandbox.world.CampaignRow;
import dev.muster.sandbox.world.Event;
import dev.muster.sandbox.world.Ids;
import dev.muster.sandbox.world.ResponseAnomaly;
import dev.muster.sandbox.world.ServerVariant;
import dev.muster.sandbox.world.TemplateRow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Creates a campaign and, unless it is scheduled, sends it at once (API document, section 3). */
final class CreateCampaignEndpoint implements Endpoint {
    private static final Duration HORIZON = Duration.ofDays(7);

    @Override
    public ApiResponse answer(RequestContext call) {
        var body = new Fields(call.body());
        CampaignRules.check(body, call);
        var campaign = campaign(body, call);
        call.record().accept(new Event.CampaignCreated(campaign));
        CampaignLauncher.launchDue(call.world(), call.options(), call.record());
        return ApiResponse.ok(new CampaignJson(campaign, call).created());
    }

    private static CampaignRow campaign(Fields body, RequestContext call) {
        int number = call.world().campaigns().size() + 1;
        var filters = new FilterReader(body, call).filters();
        boolean isSchedule = body.flag("is_schedule");
        return new CampaignRow(
                number,
                Ids.uuid("campaign", number),
                text(body, "name"),
                text(body, "type"),
                message(body, call),
                DocumentExamples.senders(body.texts("phone_ids").orElse(List.of())),
                filters,
                new CampaignRecipients(call.world(), call.options()).recipients(filters),
                isSchedule ? start(body, call) : Optional.empty(),
                isSchedule,
                body.flag("enable_link_shortening"),
                new FilterReader(body, call).attached(),
                body.texts("media_urls").orElse(List.of()),
                isDraft(body, call),
                call.world().clock(),
                template(body),
                body.text("message_service_id"));
    }

    private static String text(Fields body, String field) {
        return body.text(field).orElse("");
    }

    /** The vendor's document names a template and may leave the text out. */
    private static String message(Fields body, RequestContext call) {
        return body.text("message")
                .or(() -> template(body)
                        .flatMap(named -> call.world().templates().stream()
                                .filter(template -> template.name().equals(named.name()))
                                .map(TemplateRow::text)
                                .findFirst()))
                .orElse("");
    }

    private static Optional<CampaignRow.ProviderTemplate> template(Fields body) {
        return body.object("service_provider_campaign_data")
                .map(data -> new CampaignRow.ProviderTemplate(
                        text(data, "service_account_id"),
                        text(data, "service_account_template_name"),
                        data.text("service_account_template_language").orElse("en")));
    }

    /** A start that is too far away, where it is not refused, is no start at all: the campaign goes out. */
    private static Optional<Instant> start(Fields body, RequestContext call) {
        var start =
                body.time("start_time").orElseThrow(() -> new RequestRefusedException(ErrorBody.missing("start_time")));
        if (!start.isAfter(call.world().clock().plus(HORIZON))) {
            return Optional.of(start);
        }
        if (call.options().is(ServerVariant.BeyondHorizon.REFUSED)) {
            throw new RequestRefusedException(ErrorBody.invalid("start_time", "start_time must be within 7 days"));
        }
        return Optional.empty();
    }

    private static boolean isDraft(Fields body, RequestContext call) {
        boolean asked =
                call.isOpenApi() && body.text("stage").filter("DRAFT"::equals).isPresent();
        return call.hasQuirk(ResponseAnomaly.DRAFT) || (asked && call.options().is(ServerVariant.Drafts.KEPT));
    }
}
