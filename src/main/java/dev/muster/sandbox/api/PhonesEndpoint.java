package dev.muster.sandbox.api;

import dev.muster.sandbox.world.DefaultWorld;
import dev.muster.sandbox.world.SandboxJson;
import dev.muster.sandbox.world.SenderRow;
import tools.jackson.databind.node.ObjectNode;

/** The senders (API document, section 1). */
final class PhonesEndpoint implements Endpoint {
    static final String PLATFORM = "WHATSAPP_BUSINESS_PLATFORM";

    @Override
    public ApiResponse answer(RequestContext call) {
        boolean enabled = call.flag("enabled", true);
        call.flag("is_owned", false);
        var rows = call.world().senders().stream()
                .filter(sender -> sender.enabled() == enabled)
                .toList();
        return ApiResponse.ok(ListPage.page(call, rows, sender -> row(sender, call)));
    }

    private static ObjectNode row(SenderRow sender, RequestContext call) {
        var row = SandboxJson.object()
                .put("name", ShownNames.shown(sender.name(), call))
                .put("phone", sender.phone())
                .put("id", sender.id());
        return call.hasVendorFields() ? withVendorFields(row, sender, call) : row;
    }

    private static ObjectNode withVendorFields(ObjectNode row, SenderRow sender, RequestContext call) {
        row.put("enabled", sender.enabled())
                .put("country", "US")
                .put("type", sender.whatsapp() ? PLATFORM : "LOCAL")
                .put("source", sender.whatsapp() ? PLATFORM : "TWILIO");
        row.putObject("phone_capability")
                .put("sms", !sender.whatsapp())
                .put("voice", !sender.whatsapp())
                .put("whatsapp", false)
                .put("whatsapp_business_platform", sender.whatsapp());
        if (sender.whatsapp()) {
            row.put("whatsapp_status", "CONNECTED");
        }
        row.put("created_time", call.time(DefaultWorld.CREATED)).put("updated_time", call.time(DefaultWorld.CREATED));
        row.putArray("users");
        row.putArray("keywords");
        return row;
    }

    /** A sender inside a campaign. */
    static ObjectNode brief(SenderRow sender, RequestContext call) {
        return SandboxJson.object()
                .put("id", sender.id())
                .put("phone", sender.phone())
                .put("name", ShownNames.shown(sender.name(), call));
    }
}
