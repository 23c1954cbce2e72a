package dev.muster.sandbox.api;

import dev.muster.sandbox.world.CampaignRecipients;
import dev.muster.sandbox.world.LabelRow;
import dev.muster.sandbox.world.SandboxJson;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** The labels (vendor's OpenAPI document). */
final class LabelsEndpoint implements Endpoint {
    private static final Ordering<LabelRow> ORDER = new Ordering<>(Map.of(
            "name", Comparator.comparing(LabelRow::name),
            "created_time", Comparator.comparing(LabelRow::created),
            "updated_time", Comparator.comparing(LabelRow::created)));

    @Override
    public ApiResponse answer(RequestContext call) {
        var rows = ORDER.sorted(matching(call), call, "name:desc");
        return ApiResponse.ok(ListPage.page(call, rows, label -> counted(label, call)));
    }

    private static List<LabelRow> matching(RequestContext call) {
        var keyword = call.request().parameter("keyword").orElse("").toLowerCase(Locale.ROOT);
        var hidden = Set.copyOf(call.list("exclude_labels"));
        boolean asksSystem = call.request().parameter("is_system").isPresent();
        boolean system = call.flag("is_system", false);
        return call.world().labels().stream()
                .filter(label -> label.name().toLowerCase(Locale.ROOT).contains(keyword))
                .filter(label -> !hidden.contains(label.name()))
                .filter(label -> !asksSystem || label.system() == system)
                .toList();
    }

    private static ObjectNode counted(LabelRow label, RequestContext call) {
        var row = row(label, call);
        return call.flag("contact_counting", true) ? row.put("total_count", count(label, call)) : row;
    }

    private static int count(LabelRow label, RequestContext call) {
        var contacts = call.world().members(label.id());
        var audience = new CampaignRecipients(call.world(), call.options());
        contacts.andNot(audience.withOne(call.list("exclude_labels_for_count").stream()
                .flatMap(name -> call.world().labelNamed(name).stream())
                .map(LabelRow::id)
                .toList()));
        if (call.flag("whatsapp_phone_only", false)) {
            call.world().keepWhatsapp(contacts);
        }
        if (call.flag("phone_only", false)) {
            call.world().keepPhone(contacts);
        }
        return contacts.cardinality();
    }

    static ObjectNode row(LabelRow label, RequestContext call) {
        return SandboxJson.object()
                .put("name", ShownNames.shown(label.name(), call))
                .put("color", label.color())
                .put("description", label.description())
                .put("id", label.id())
                .put("is_system", label.system())
                .put("created_time", call.time(label.created()))
                .put("updated_time", call.time(label.created()));
    }
}
