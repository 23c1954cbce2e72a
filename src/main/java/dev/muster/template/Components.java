package dev.muster.template;

import dev.muster.model.TemplateMessage.MediaKind;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The components of a destination, in the order header, body, buttons (the vendor's current tutorial; Meta's SDK for media
 * headers). What has no slot is left out: Meta refuses a footer or a phone button there.
 */
final class Components {
    private final ArrayNode components = JsonNodeFactory.instance.arrayNode();
    private final TemplateLayout layout;
    private final List<Filled> values;

    private Components(TemplateLayout layout, List<Filled> values) {
        this.layout = layout;
        this.values = values;
    }

    static ArrayNode of(TemplateLayout layout, List<Filled> values) {
        var all = new Components(layout, values);
        all.header();
        all.body();
        all.buttons();
        return all.components;
    }

    private void header() {
        texts("header", Slot.Part.HEADER_TEXT);
        layout.media().ifPresent(this::media);
    }

    private void media(MediaKind kind) {
        var type = kind.name().toLowerCase(Locale.ROOT);
        var file = component("header").addObject().put("type", type).putObject(type);
        file.put("link", text(Slot.HEADER_MEDIA).orElseThrow());
        text(Slot.FILENAME).ifPresent(name -> file.put("filename", name));
    }

    private void body() {
        texts("body", Slot.Part.BODY);
    }

    private void texts(String type, Slot.Part part) {
        var filled =
                values.stream().filter(value -> value.slot().part() == part).toList();
        if (!filled.isEmpty()) {
            var parameters = component(type);
            filled.forEach(value -> text(parameters, value));
        }
    }

    private void text(ArrayNode parameters, Filled value) {
        var parameter = parameters.addObject().put("type", "text");
        if (!layout.template().positional()) {
            parameter.put("parameter_name", value.slot().name());
        }
        parameter.put("text", value.text());
    }

    private void buttons() {
        for (var value : values) {
            switch (value.slot().part()) {
                case URL_BUTTON ->
                    button(value, "url").addObject().put("type", "text").put("text", value.text());
                case COUPON_BUTTON ->
                    button(value, "copy_code")
                            .addObject()
                            .put("type", "coupon_code")
                            .put("coupon_code", value.text());
                case HEADER_TEXT, HEADER_MEDIA, FILENAME, BODY -> {}
            }
        }
    }

    /** The index counts all buttons of the template from 0, those without a slot included. */
    private ArrayNode button(Filled value, String kind) {
        var button = components.addObject().put("type", "button").put("sub_type", kind);
        button.put("index", Integer.parseInt(value.slot().name()) - 1);
        return parameters(button);
    }

    private ArrayNode component(String type) {
        return parameters(components.addObject().put("type", type));
    }

    private static ArrayNode parameters(ObjectNode component) {
        return component.putArray("parameters");
    }

    private Optional<String> text(Slot slot) {
        return values.stream()
                .filter(value -> value.slot().equals(slot))
                .map(Filled::text)
                .findFirst();
    }
}
