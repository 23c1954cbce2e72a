package dev.muster.sandbox.api;

import dev.muster.sandbox.world.ContactRow;
import dev.muster.sandbox.world.SandboxJson;
import dev.muster.sandbox.world.SandboxWorld;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.SerializedString;
import tools.jackson.databind.JsonNode;

/**
 * Writes a page of contacts row by row, without a tree of it in between: a client that reads a million contacts asks for a
 * thousand such pages. The labels, most of what a page is made of, are written once.
 */
final class ContactPage {
    private static final int BYTES_OF_A_ROW = 1_400;

    private final RequestContext call;
    private final List<Label> labels;

    /** A label as it stands in each row that has it. */
    private record Label(IntPredicate carriers, SerializableString written) {}

    ContactPage(RequestContext call) {
        this.call = call;
        this.labels = call.world().labels().stream()
                .map(label -> new Label(
                        call.world().carriers(label.id()),
                        new SerializedString(LabelsEndpoint.row(label, call).toString())))
                .toList();
    }

    JsonNode written(int[] page, OptionalInt total) {
        var bytes = new ByteArrayOutputStream(BYTES_OF_A_ROW * (page.length + 1));
        try (var json = SandboxJson.MAPPER.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeArrayPropertyStart("data");
            for (int position : page) {
                row(position, json);
            }
            json.writeEndArray();
            total.ifPresent(rows -> json.writeNumberProperty("total", rows));
            json.writeEndObject();
        }
        return SandboxJson.written(bytes.toByteArray());
    }

    private void row(int position, JsonGenerator json) {
        var contact = call.world().contact(position);
        json.writeStartObject();
        json.writeStringProperty("name", ShownNames.shown(contact.name(), call));
        textOrNull("phone", contact.phone(), json);
        json.writeStringProperty("id", contact.id());
        if (call.hasVendorFields()) {
            vendorFields(position, contact, json);
        }
        json.writeEndObject();
    }

    private void vendorFields(int position, ContactRow contact, JsonGenerator json) {
        textOrNull("whatsapp_phone", contact.whatsapp(), json);
        json.writeStringProperty("note", "");
        json.writeObjectPropertyStart("contact_field_data");
        contact.fields().forEach(json::writeStringProperty);
        json.writeEndObject();
        json.writeArrayPropertyStart("contact_labels");
        for (var label : labels) {
            if (label.carriers().test(position)) {
                json.writeRawValue(label.written());
            }
        }
        json.writeEndArray();
        var created = call.time(contact.created());
        json.writeStringProperty("workspace_id", SandboxWorld.WORKSPACE_ID);
        json.writeStringProperty("created_time", created);
        json.writeStringProperty("updated_time", created);
    }

    private static void textOrNull(String field, Optional<String> text, JsonGenerator json) {
        if (text.isPresent()) {
            json.writeStringProperty(field, text.get());
        } else {
            json.writeNullProperty(field);
        }
    }
}
