package dev.muster.sandbox.api;

import dev.muster.sandbox.world.Audience;
import dev.muster.sandbox.world.CampaignRow;
import dev.muster.sandbox.world.Event;
import dev.muster.sandbox.world.Ids;
import dev.muster.sandbox.world.Launching;
import dev.muster.sandbox.world.Quirk;
import dev.muster.sandbox.world.Switch;
import dev.muster.sandbox.world.TemplateRow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Creates a campaign and, unless it is scheduled, sends it at once (API document, section 3). */
final class CreateCampaign implements Endpoint {
    private static final Duration HORIZON = Duration.ofDays(7);

    @Override
    public Reply answer(Call call) {
        var body = new Fields(call.body());
        CampaignRules.check(body, call);
        var campaign = campaign(body, call);
        call.record().accept(new Event.CampaignCreated(campaign));
        Launching.launchDue(call.world(), call.options(), call.record());
        return Reply.ok(new CampaignShape(campaign, call).created());
    }

    private static CampaignRow campaign(Fields body, Call call) {
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
                new Audience(call.world(), call.options()).recipients(filters),
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
    private static String message(Fields body, Call call) {
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
    private static Optional<Instant> start(Fields body, Call call) {
        var start = body.time("start_time").orElseThrow(() -> new Refusal(Problem.missing("start_time")));
        if (!start.isAfter(call.world().clock().plus(HORIZON))) {
            return Optional.of(start);
        }
        if (call.options().is(Switch.BeyondHorizon.REFUSED)) {
            throw new Refusal(Problem.invalid("start_time", "start_time must be within 7 days"));
        }
        return Optional.empty();
    }

    private static boolean isDraft(Fields body, Call call) {
        boolean asked =
                call.isOpenApi() && body.text("stage").filter("DRAFT"::equals).isPresent();
        return call.hasQuirk(Quirk.DRAFT) || (asked && call.options().is(Switch.Drafts.KEPT));
    }
}
