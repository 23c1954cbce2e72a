package dev.muster.sandbox.api;

import dev.muster.sandbox.world.CampaignRow;
import dev.muster.sandbox.world.MessageFate;
import dev.muster.sandbox.world.SandboxJson;
import java.util.List;
import java.util.function.Predicate;
import tools.jackson.databind.node.ObjectNode;

/** The statistics of a campaign at the present time; all zero before it went out. */
record DeliveryCounts(int total, List<MessageFate> known) {
    static DeliveryCounts of(CampaignRow campaign, RequestContext call) {
        var launch = call.world().launch(campaign.uuid());
        if (launch.isEmpty()) {
            return new DeliveryCounts(campaign.audience().count(), List.of());
        }
        var known = MessageFate.of(launch.get(), call.world()).stream()
                .flatMap(delivery -> delivery.knownAt(call.world().clock()).stream())
                .toList();
        return new DeliveryCounts(launch.get().recipients().count(), known);
    }

    /** As in the API document, section 4: what was delivered was also sent, what was read was also delivered. */
    ObjectNode tutorial() {
        return SandboxJson.object()
                .put("total_contacts", total)
                .put("sent", count(delivery -> delivery.failure().isEmpty()))
                .put("failed", count(delivery -> delivery.failure().isPresent()))
                .put("delivered", count(delivery -> delivery.delivered().isPresent()))
                .put("read", count(delivery -> delivery.read().isPresent()))
                .put("replied", count(delivery -> delivery.replied().isPresent()));
    }

    /** As in the vendor's document: each message in the one state that it is in. */
    ObjectNode openApi() {
        var counts = SandboxJson.object();
        for (var waiting : List.of("accepted", "queued", "scheduled", "sending")) {
            counts.put(waiting, waiting.equals("queued") ? total - known.size() : 0);
        }
        counts.put("sent", count(delivery -> delivery.status().equals("sent")))
                .put("failed", count(delivery -> delivery.failure().isPresent()))
                .put("delivered", count(delivery -> delivery.delivered().isPresent()));
        for (var zero : List.of("undelivered", "receiving", "received", "canceled", "initialized")) {
            counts.put(zero, 0);
        }
        return counts.put("total", total).put("total_clicks", 0).put("click_through_rate", 0);
    }

    private int count(Predicate<MessageFate> which) {
        return (int) known.stream().filter(which).count();
    }
}
