package dev.muster.sandbox.api;

import dev.muster.sandbox.world.CampaignRow;
import dev.muster.sandbox.world.MessageFate;
import dev.muster.sandbox.world.SandboxJson;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** The statistics of a campaign at the present time; all zero before it went out. */
record DeliveryCounts(int total, Map<Counted, Integer> counts) {
    /** What is counted of the messages whose turn has come. */
    enum Counted {
        KNOWN,
        FAILED,
        DELIVERED,
        READ,
        REPLIED,
        /** Sent, and nothing more is known. */
        ONLY_SENT
    }

    static DeliveryCounts of(CampaignRow campaign, RequestContext call) {
        var launch = call.world().launch(campaign.uuid());
        if (launch.isEmpty()) {
            return new DeliveryCounts(campaign.audience().count(), Map.of());
        }
        var counts = new EnumMap<Counted, Integer>(Counted.class);
        MessageFate.of(launch.get(), call.world())
                .flatMap(delivery -> delivery.knownAt(call.world().clock()).stream())
                .filter(delivery -> !delivery.queued())
                .forEach(delivery -> add(delivery, counts));
        return new DeliveryCounts(launch.get().messages(), counts);
    }

    private static void add(MessageFate delivery, Map<Counted, Integer> counts) {
        count(Counted.KNOWN, true, counts);
        count(Counted.FAILED, delivery.failure().isPresent(), counts);
        count(Counted.DELIVERED, delivery.delivered().isPresent(), counts);
        count(Counted.READ, delivery.read().isPresent(), counts);
        count(Counted.REPLIED, delivery.replied().isPresent(), counts);
        count(Counted.ONLY_SENT, delivery.status().equals("sent"), counts);
    }

    private static void count(Counted what, boolean isSo, Map<Counted, Integer> counts) {
        if (isSo) {
            counts.merge(what, 1, Integer::sum);
        }
    }

    /** As in the API document, section 4: what was delivered was also sent, what was read was also delivered. */
    ObjectNode tutorial() {
        return SandboxJson.object()
                .put("total_contacts", total)
                .put("sent", count(Counted.KNOWN) - count(Counted.FAILED))
                .put("failed", count(Counted.FAILED))
                .put("delivered", count(Counted.DELIVERED))
                .put("read", count(Counted.READ))
                .put("replied", count(Counted.REPLIED));
    }

    /** As in the vendor's document: each message in the one state that it is in. */
    ObjectNode openApi() {
        var shape = SandboxJson.object();
        for (var waiting : List.of("accepted", "queued", "scheduled", "sending")) {
            shape.put(waiting, waiting.equals("queued") ? total - count(Counted.KNOWN) : 0);
        }
        shape.put("sent", count(Counted.ONLY_SENT))
                .put("failed", count(Counted.FAILED))
                .put("delivered", count(Counted.DELIVERED));
        for (var zero : List.of("undelivered", "receiving", "received", "canceled", "initialized")) {
            shape.put(zero, 0);
        }
        return shape.put("total", total).put("total_clicks", 0).put("click_through_rate", 0);
    }

    private int count(Counted what) {
        return counts.getOrDefault(what, 0);
    }
}
