package dev.muster.template;

import dev.muster.model.Template;
import dev.muster.model.TemplateContent;
import dev.muster.model.TemplateMessage.MediaKind;
import dev.muster.model.text.TemplateText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** A template taken apart: its slots in the order in which a request fills them, and what it shows around them. */
final class TemplateLayout {
    private final Template template;
    private final TemplateContent content;
    private final Optional<TemplateText> header;
    private final TemplateText body;
    private final List<Slot> slots;
    private final Map<Slot, Integer> places = new HashMap<>();

    /** {@code named} where a document gets a name of its own. */
    TemplateLayout(Template template, boolean named) {
        this.template = template;
        content = template.content()
                .filter(found -> found.unusable().isEmpty())
                .orElseThrow(() -> new IllegalArgumentException("not usable: " + template.name()));
        header = content.header()
                .filter(TemplateContent.Header.Text.class::isInstance)
                .map(text -> TemplateText.parse(((TemplateContent.Header.Text) text).text()));
        body = TemplateText.parse(content.body());
        slots = slots(content, named);
        slots.forEach(slot -> places.put(slot, places.size()));
    }

    /** The slots of a template: header, body, buttons. */
    static List<Slot> slots(TemplateContent content, boolean named) {
        var slots = new ArrayList<Slot>();
        content.header().ifPresent(header -> slots.addAll(slots(header, named)));
        content.bodySlots().forEach(name -> slots.add(Slot.body(name)));
        for (int i = 0; i < content.buttons().size(); i++) {
            var button = content.buttons().get(i);
            if (button.slot()) {
                slots.add(Slot.button(button.kind() == TemplateContent.Kind.COPY_CODE, i + 1));
            }
        }
        return List.copyOf(slots);
    }

    private static List<Slot> slots(TemplateContent.Header header, boolean named) {
        if (header instanceof TemplateContent.Header.Text text) {
            return text.slot().map(Slot::header).stream().toList();
        }
        return named ? List.of(Slot.HEADER_MEDIA, Slot.FILENAME) : List.of(Slot.HEADER_MEDIA);
    }

    Template template() {
        return template;
    }

    List<Slot> slots() {
        return slots;
    }

    Optional<TemplateText> header() {
        return header;
    }

    TemplateText body() {
        return body;
    }

    /** The kind of file that the header is. */
    Optional<MediaKind> media() {
        return content.header()
                .filter(TemplateContent.Header.Media.class::isInstance)
                .map(media -> ((TemplateContent.Header.Media) media).kind());
    }

    /** The fixed part of the address of a button. */
    String address(Slot button) {
        var found = content.buttons().get(Integer.parseInt(button.name()) - 1);
        return found.address().orElse("");
    }

    /** What somebody sees; the values are in the order of the slots. */
    Shown shown(List<String> values) {
        return new Shown(
                template.language(),
                header.map(text -> text.filled(name -> value(Slot.header(name), values))),
                media().map(kind ->
                        new Shown.Media(kind, value(Slot.HEADER_MEDIA, values), filled(Slot.FILENAME, values))),
                body.filled(name -> value(Slot.body(name), values)),
                content.footer(),
                buttons(values));
    }

    private List<Shown.Button> buttons(List<String> values) {
        return IntStream.rangeClosed(1, content.buttons().size())
                .mapToObj(place -> button(content.buttons().get(place - 1), place, values))
                .toList();
    }

    private Shown.Button button(TemplateContent.Button button, int place, List<String> values) {
        boolean isCoupon = button.kind() == TemplateContent.Kind.COPY_CODE;
        var value = filled(Slot.button(isCoupon, place), values)
                .map(filled -> button.address().orElse("") + filled)
                .or(button::address);
        return new Shown.Button(button.kind(), button.label(), value);
    }

    private Optional<String> filled(Slot slot, List<String> values) {
        return Optional.ofNullable(places.get(slot)).map(values::get);
    }

    private String value(Slot slot, List<String> values) {
        return filled(slot, values).orElse("");
    }
}
