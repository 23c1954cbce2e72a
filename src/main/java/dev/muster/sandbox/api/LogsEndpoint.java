package dev.muster.sandbox.api;

import dev.muster.sandbox.world.CampaignRow;
import dev.muster.sandbox.world.ContactRow;
import dev.muster.sandbox.world.Ids;
import dev.muster.sandbox.world.MessageFate;
import dev.muster.sandbox.world.SandboxJson;
import dev.muster.sandbox.world.SandboxWorld;
import dev.muster.sandbox.world.SenderRow;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** What became of each message of a campaign (API document, section 5; the vendor's envelope differs). */
final class LogsEndpoint implements Endpoint {
    @Override
    public ApiResponse answer(RequestContext call) {
        var campaign = CampaignsEndpoint.named(call);
        var rows = known(campaign, call).stream()
                .filter(delivery -> isAsked(delivery, call))
                .toList();
        if (!call.isOpenApi()) {
            var page = ListPage.page(call, rows, delivery -> tutorialRow(campaign, delivery, call));
            return ApiResponse.ok(page.put("offset", call.offset()).put("limit", call.askedLimit()));
        }
        var envelope = SandboxJson.object();
        envelope.set("campaign_logs", ListPage.page(call, rows, delivery -> openApiRow(campaign, delivery, call)));
        envelope.set("campaign", new CampaignJson(campaign, call).looked());
        return ApiResponse.ok(envelope);
    }

    private static List<MessageFate> known(CampaignRow campaign, RequestContext call) {
        return call.world().launch(campaign.uuid()).stream()
                .flatMap(launch -> MessageFate.of(launch, call.world()))
                .flatMap(delivery -> delivery.knownAt(call.world().clock()).stream())
                .toList();
    }

    private static boolean isAsked(MessageFate delivery, RequestContext call) {
        var statuses = call.list("message_statuses");
        var whatsappStatuses = call.isOpenApi() ? call.list("whatsapp_message_statuses") : List.<String>of();
        return (statuses.isEmpty() || statuses.contains(delivery.status()))
                && (whatsappStatuses.isEmpty() || whatsappStatuses.contains(delivery.whatsappStatus()));
    }

    private static ObjectNode tutorialRow(CampaignRow campaign, MessageFate delivery, RequestContext call) {
        var contact = call.world().contact(delivery.contact());
        var row = SandboxJson.object()
                .put("id", call.written("log", uuid("log", campaign, delivery, contact)))
                .put("contact_id", contact.id())
                .put("contact_name", ShownNames.shown(contact.name(), call));
        SandboxJson.putOrNull(row, "contact_phone", to(delivery, contact));
        row.put("message_status", delivery.status());
        SandboxJson.putOrNull(row, "sent_time", written(delivery.left(), call));
        SandboxJson.putOrNull(row, "delivered_time", written(delivery.delivered(), call));
        SandboxJson.putOrNull(row, "read_time", written(delivery.read(), call));
        SandboxJson.putOrNull(row, "error_message", delivery.failure().map(failure -> failure.text));
        row.put("message_id", call.written("wamid", uuid("message", campaign, delivery, contact)));
        return delivery.number().isPresent() ? withNumber(row, delivery) : row;
    }

    /** What the vendor's document has of a message, which campaigns by numbers need: the number, and Meta's code. */
    private static ObjectNode withNumber(ObjectNode row, MessageFate delivery) {
        delivery.number().ifPresent(number -> row.put("to_number", number));
        delivery.failure().ifPresent(failure -> row.put("error_code", failure.code));
        return row;
    }

    private static ObjectNode openApiRow(CampaignRow campaign, MessageFate delivery, RequestContext call) {
        var contact = call.world().contact(delivery.contact());
        var row = SandboxJson.object()
                .put("id", uuid("log", campaign, delivery, contact))
                .put("sending_time", call.time(delivery.handed()))
                .put("from_number", from(campaign, call));
        SandboxJson.putOrNull(row, "to_number", to(delivery, contact));
        row.set("message", message(campaign, delivery, contact, call));
        return row;
    }

    private static ObjectNode message(
            CampaignRow campaign, MessageFate delivery, ContactRow contact, RequestContext call) {
        var conversation = Ids.uuid("conversation", campaign.uuid() + "|" + contact.id());
        var message = SandboxJson.object()
                .put("id", uuid("message", campaign, delivery, contact))
                .put("conversation_id", conversation)
                .put("campaign_id", campaign.uuid())
                .put("external_id", "wamid." + uuid("external", campaign, delivery, contact))
                .put("is_inbound", false)
                .put("is_bot", false)
                .put("message", campaign.message())
                .put("message_time", call.time(delivery.handed()))
                .put("segments_number", 1)
                .put("status", delivery.status())
                .put("whatsapp_message_status", delivery.whatsappStatus());
        delivery.failure()
                .ifPresent(failure ->
                        message.put("event_error_code", failure.code).put("event_error_message", failure.text));
        message.put("created_time", call.time(delivery.handed()))
                .put("updated_time", call.time(delivery.left().orElse(delivery.handed())));
        message.putObject("conversation")
                .put("id", conversation)
                .put("workspace_id", SandboxWorld.WORKSPACE_ID)
                .put("contact_id", contact.id())
                .put("phone_id", campaign.phoneIds().get(0))
                .put("is_unread", false);
        return message;
    }

    private static String from(CampaignRow campaign, RequestContext call) {
        return call.world()
                .sender(campaign.phoneIds().get(0))
                .map(SenderRow::phone)
                .orElse("");
    }

    /** One for each message: a campaign by numbers may have two to one contact. */
    private static String uuid(String kind, CampaignRow campaign, MessageFate delivery, ContactRow contact) {
        var which = delivery.number().isPresent() ? "|" + delivery.place() : "";
        return Ids.uuid(kind, campaign.uuid() + "|" + contact.id() + which);
    }

    private static Optional<String> to(MessageFate delivery, ContactRow contact) {
        return delivery.number().or(contact::whatsapp);
    }

    private static Optional<String> written(Optional<Instant> time, RequestContext call) {
        return time.map(call::time);
    }
}
