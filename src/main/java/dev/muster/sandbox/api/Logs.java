package dev.muster.sandbox.api;

import dev.muster.sandbox.world.CampaignRow;
import dev.muster.sandbox.world.ContactRow;
import dev.muster.sandbox.world.Delivery;
import dev.muster.sandbox.world.Ids;
import dev.muster.sandbox.world.Json;
import dev.muster.sandbox.world.SandboxWorld;
import dev.muster.sandbox.world.SenderRow;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** What became of each message of a campaign (API document, section 5; the vendor's envelope differs). */
final class Logs implements Endpoint {
    @Override
    public Reply answer(Call call) {
        var campaign = Campaigns.named(call);
        var rows = known(campaign, call).stream()
                .filter(delivery -> isAsked(delivery, call))
                .toList();
        if (!call.isOpenApi()) {
            var page = Listing.page(call, rows, delivery -> tutorialRow(campaign, delivery, call));
            return Reply.ok(page.put("offset", call.offset()).put("limit", call.askedLimit()));
        }
        var envelope = Json.object();
        envelope.set("campaign_logs", Listing.page(call, rows, delivery -> openApiRow(campaign, delivery, call)));
        envelope.set("campaign", new CampaignShape(campaign, call).looked());
        return Reply.ok(envelope);
    }

    private static List<Delivery> known(CampaignRow campaign, Call call) {
        return call.world().launch(campaign.uuid()).stream()
                .flatMap(launch -> Delivery.of(launch, call.world()).stream())
                .flatMap(delivery -> delivery.knownAt(call.world().clock()).stream())
                .toList();
    }

    private static boolean isAsked(Delivery delivery, Call call) {
        var statuses = call.list("message_statuses");
        var whatsappStatuses = call.isOpenApi() ? call.list("whatsapp_message_statuses") : List.<String>of();
        return (statuses.isEmpty() || statuses.contains(delivery.status()))
                && (whatsappStatuses.isEmpty() || whatsappStatuses.contains(delivery.whatsappStatus()));
    }

    private static ObjectNode tutorialRow(CampaignRow campaign, Delivery delivery, Call call) {
        var contact = call.world().contact(delivery.contact());
        var row = Json.object()
                .put("id", call.written("log", uuid("log", campaign, contact)))
                .put("contact_id", contact.id())
                .put("contact_name", Names.shown(contact.name(), call));
        Json.putOrNull(row, "contact_phone", contact.whatsapp());
        row.put("message_status", delivery.status()).put("sent_time", call.time(delivery.sent()));
        Json.putOrNull(row, "delivered_time", written(delivery.delivered(), call));
        Json.putOrNull(row, "read_time", written(delivery.read(), call));
        Json.putOrNull(row, "error_message", delivery.failure().map(failure -> failure.text));
        return row.put("message_id", call.written("wamid", uuid("message", campaign, contact)));
    }

    private static ObjectNode openApiRow(CampaignRow campaign, Delivery delivery, Call call) {
        var contact = call.world().contact(delivery.contact());
        var row = Json.object()
                .put("id", uuid("log", campaign, contact))
                .put("sending_time", call.time(delivery.sent()))
                .put("from_number", from(campaign, call));
        Json.putOrNull(row, "to_number", contact.whatsapp());
        row.set("message", message(campaign, delivery, contact, call));
        return row;
    }

    private static ObjectNode message(CampaignRow campaign, Delivery delivery, ContactRow contact, Call call) {
        var conversation = uuid("conversation", campaign, contact);
        var message = Json.object()
                .put("id", uuid("message", campaign, contact))
                .put("conversation_id", conversation)
                .put("campaign_id", campaign.uuid())
                .put("external_id", "wamid." + uuid("external", campaign, contact))
                .put("is_inbound", false)
                .put("is_bot", false)
                .put("message", campaign.message())
                .put("message_time", call.time(delivery.sent()))
                .put("segments_number", 1)
                .put("status", delivery.status())
                .put("whatsapp_message_status", delivery.whatsappStatus());
        delivery.failure()
                .ifPresent(failure ->
                        message.put("event_error_code", failure.code).put("event_error_message", failure.text));
        message.put("created_time", call.time(delivery.sent())).put("updated_time", call.time(delivery.sent()));
        message.putObject("conversation")
                .put("id", conversation)
                .put("workspace_id", SandboxWorld.WORKSPACE_ID)
                .put("contact_id", contact.id())
                .put("phone_id", campaign.phoneIds().get(0))
                .put("is_unread", false);
        return message;
    }

    private static String from(CampaignRow campaign, Call call) {
        return call.world()
                .sender(campaign.phoneIds().get(0))
                .map(SenderRow::phone)
                .orElse("");
    }

    private static String uuid(String kind, CampaignRow campaign, ContactRow contact) {
        return Ids.uuid(kind, campaign.uuid() + "|" + contact.id());
    }

    private static Optional<String> written(Optional<Instant> time, Call call) {
        return time.map(call::time);
    }
}
