package dev.muster.sandbox.api;

import dev.muster.sandbox.world.CampaignRecipients;
import dev.muster.sandbox.world.ContactRow;
import dev.muster.sandbox.world.Filters;
import dev.muster.sandbox.world.LabelRow;
import dev.muster.sandbox.world.SandboxJson;
import dev.muster.sandbox.world.SandboxWorld;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.databind.node.ObjectNode;

/**
 * The contacts (API document, section 2) with the filters of the vendor's document. Where the dialect is the API document
 * alone, unknown parameters are ignored and the answer is everybody: what a careless preview would take for an audience.
 */
final class ContactsEndpoint implements Endpoint {
    @Override
    public ApiResponse answer(RequestContext call) {
        var found = call.hasVendorFields() ? filtered(call) : call.world().everybody();
        var keyword = call.request().parameter("keyword").orElse("").toLowerCase(Locale.ROOT);
        if (!keyword.isEmpty()) {
            new CampaignRecipients(call.world(), call.options()).keep(found, contact -> contact.mentions(keyword));
        }
        var rows = order(call).sorted(found.stream().boxed().toList(), call, "created_time:desc");
        // the same for every contact that has them, and most of what a page is made of
        var labels = new LinkedHashMap<String, ObjectNode>();
        call.world().labels().forEach(label -> labels.put(label.id(), LabelsEndpoint.row(label, call)));
        return ApiResponse.ok(ListPage.page(call, rows, position -> row(position, call, labels)));
    }

    private static Ordering<Integer> order(RequestContext call) {
        if (!call.hasVendorFields()) {
            return new Ordering<>(Map.of("created_time", Comparator.<Integer>naturalOrder()));
        }
        return new Ordering<>(Map.of(
                "created_time", by(call, ContactRow::created),
                "updated_time", by(call, ContactRow::created),
                "name", by(call, ContactRow::name),
                "phone", by(call, contact -> contact.phone().orElse(""))));
    }

    private static <V extends Comparable<V>> Comparator<Integer> by(
            RequestContext call, Function<ContactRow, V> field) {
        return Comparator.comparing(position -> field.apply(call.world().contact(position)));
    }

    private static BitSet filtered(RequestContext call) {
        var audience = new CampaignRecipients(call.world(), call.options());
        var filters = new Filters(
                call.list("any_contact_label_ids"),
                call.list("all_contact_label_ids"),
                call.list("exclude_any_contact_label_ids"),
                call.list("exclude_all_contact_label_ids"),
                call.list("exclude_contact_ids"),
                false);
        var found = audience.included(filters);
        call.list("addition_contact_ids")
                .forEach(id -> call.world().position(id).ifPresent(found::set));
        found.andNot(audience.excluded(filters));
        found.andNot(audience.withOne(idsOf(call.list("exclude_labels"), call)));
        if (call.flag("whatsapp_phone_only", false)) {
            audience.keep(found, contact -> contact.whatsapp().isPresent());
        }
        if (call.flag("phone_only", false)) {
            audience.keep(found, contact -> contact.phone().isPresent());
        }
        call.request()
                .parameter("whatsapp_phone")
                .ifPresent(number -> audience.keep(
                        found,
                        contact -> contact.whatsapp().filter(number::equals).isPresent()));
        return found;
    }

    private static List<String> idsOf(List<String> names, RequestContext call) {
        return names.stream()
                .flatMap(name -> call.world().labelNamed(name).stream())
                .map(LabelRow::id)
                .toList();
    }

    private static ObjectNode row(int position, RequestContext call, Map<String, ObjectNode> labels) {
        var contact = call.world().contact(position);
        var row = SandboxJson.object().put("name", ShownNames.shown(contact.name(), call));
        SandboxJson.putOrNull(row, "phone", contact.phone());
        row.put("id", contact.id());
        return call.hasVendorFields() ? withVendorFields(row, position, contact, call, labels) : row;
    }

    private static ObjectNode withVendorFields(
            ObjectNode row, int position, ContactRow contact, RequestContext call, Map<String, ObjectNode> labels) {
        SandboxJson.putOrNull(row, "whatsapp_phone", contact.whatsapp());
        row.put("note", "");
        var fields = row.putObject("contact_field_data");
        contact.fields().forEach(fields::put);
        row.set(
                "contact_labels",
                labels.entrySet().stream()
                        .filter(label -> call.world().has(position, label.getKey()))
                        .map(Map.Entry::getValue)
                        .collect(SandboxJson.toArray()));
        var created = call.time(contact.created());
        return row.put("workspace_id", SandboxWorld.WORKSPACE_ID)
                .put("created_time", created)
                .put("updated_time", created);
    }
}
