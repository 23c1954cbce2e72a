package dev.muster.sandbox.api;

import dev.muster.sandbox.world.CampaignRow;
import dev.muster.sandbox.world.Launch;
import dev.muster.sandbox.world.SandboxJson;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A campaign as either document shows it (API document, sections 3 and 4; vendor's {@code Campaign}). */
record CampaignJson(CampaignRow campaign, RequestContext call) {
    private Optional<Launch> launch() {
        return call.world().launch(campaign.uuid());
    }

    private boolean isFinished() {
        return launch().filter(launch -> launch.isFinished(now())).isPresent();
    }

    private Instant now() {
        return call.world().clock();
    }

    /** The answer to its creation. */
    ObjectNode created() {
        if (call.isOpenApi()) {
            return openApi();
        }
        var shape = head().put("type", campaign.type())
                .put("message", campaign.message())
                .put("status", status());
        times(shape);
        shape.set("phones", phones());
        return shape.put("target_contact_count", messages()).put("job_id", call.written("job", campaign.jobUuid()));
    }

    /** The answer to a later look at it. */
    ObjectNode looked() {
        if (call.isOpenApi()) {
            return openApi();
        }
        var shape = head().put("type", campaign.type()).put("status", status()).put("message", campaign.message());
        times(shape);
        SandboxJson.putOrNull(shape, "end_time", ended());
        shape.set("statistics", DeliveryCounts.of(campaign, call).tutorial());
        shape.set("phones", phones());
        return shape;
    }

    /** The answer to a campaign by numbers, as the vendor's page on general campaigns shows it. */
    ObjectNode sent() {
        return SandboxJson.object()
                .put("id", call.written("campaign", campaign.uuid()))
                .put("status", status())
                .put("created_time", call.time(campaign.created()))
                .put("total_destinations", messages())
                .put("job_id", call.written("job", campaign.jobUuid()));
    }

    /** The same as the vendor's OpenAPI document has it. */
    ObjectNode sentOpenApi() {
        return head().put("type", campaign.type()).put("created_time", call.time(campaign.created()));
    }

    private ObjectNode openApi() {
        var shape = head().put("type", campaign.type())
                .put("message", campaign.message())
                .put("status", status())
                .put("mode", "WEB")
                .put("stage", stage())
                .put("is_schedule", campaign.isSchedule())
                .put("is_timezone_aware", false)
                .put("enable_link_shortening", campaign.shortenLinks());
        times(shape);
        SandboxJson.putOrNull(shape, "end_time", ended());
        SandboxJson.putOrNull(shape, "messaging_service_id", campaign.messageServiceId());
        shape.set("phones", phones());
        shape.set(
                "media_urls",
                campaign.mediaUrls().stream().collect(SandboxJson::array, ArrayNode::add, ArrayNode::addAll));
        shape.set("campaign_metadata", metadata());
        campaign.template().ifPresent(template -> shape.set("service_provider_campaign_data", provider(template)));
        shape.set("statistics", DeliveryCounts.of(campaign, call).openApi());
        return shape;
    }

    private ObjectNode head() {
        return SandboxJson.object()
                .put("id", call.written("campaign", campaign.uuid()))
                .put("name", ShownNames.shown(campaign.name(), call));
    }

    private void times(ObjectNode shape) {
        shape.put("created_time", call.time(campaign.created())).put("updated_time", call.time(updated()));
        SandboxJson.putOrNull(
                shape,
                "start_time",
                launch().map(Launch::at).or(campaign::scheduledStart).map(call::time));
    }

    private Instant updated() {
        return launch().map(launch -> isFinished() ? launch.finish() : now()).orElse(campaign.created());
    }

    private Optional<String> ended() {
        return launch().filter(launch -> isFinished()).map(launch -> call.time(launch.finish()));
    }

    private int messages() {
        return launch().map(Launch::messages)
                .orElseGet(() -> campaign.audience().count());
    }

    String stage() {
        return campaign.draft() ? "DRAFT" : "INSTANCE";
    }

    String status() {
        if (launch().isPresent()) {
            return isFinished() ? word("finished", "FINISHED") : word("sending", "PROCESSING");
        }
        return word(campaign.draft() ? "draft" : "scheduled", "PENDING");
    }

    private String word(String tutorial, String openApi) {
        return call.isOpenApi() ? openApi : tutorial;
    }

    private ArrayNode phones() {
        return campaign.phoneIds().stream()
                .flatMap(id -> call.world().sender(id).stream())
                .map(sender -> PhonesEndpoint.brief(sender, call))
                .collect(SandboxJson.toArray());
    }

    private static ObjectNode provider(CampaignRow.ProviderTemplate template) {
        return SandboxJson.object()
                .put("service_account_id", template.accountId())
                .put("service_account_template_name", template.name())
                .put("service_account_template_language", template.language());
    }

    private ObjectNode metadata() {
        var filters = campaign.filters();
        var metadata = SandboxJson.object();
        metadata.set("all_contact_labels", labels(filters.all()));
        metadata.set("any_contact_labels", labels(filters.any()));
        metadata.set("exclude_contacts", contacts(filters.excludeContacts()));
        metadata.set("addition_contacts", SandboxJson.array());
        metadata.set("exclude_any_contact_labels", labels(filters.excludeAny()));
        metadata.set("exclude_all_contact_labels", labels(filters.excludeAll()));
        return metadata.put("whatsapp_phone_only", true);
    }

    private ArrayNode labels(List<String> ids) {
        return ids.stream()
                .flatMap(id -> call.world().label(id).stream())
                .map(label -> SandboxJson.object()
                        .put("id", label.id())
                        .put("name", ShownNames.shown(label.name(), call))
                        .put("color", label.color()))
                .collect(SandboxJson.toArray());
    }

    private ArrayNode contacts(List<String> ids) {
        return ids.stream()
                .flatMap(id -> call.world().position(id).stream())
                .map(call.world()::contact)
                .map(contact -> SandboxJson.object()
                        .put("id", contact.id())
                        .put("name", ShownNames.shown(contact.name(), call)))
                .collect(SandboxJson.toArray());
    }
}
