package dev.muster.template;

import dev.muster.model.Template;
import dev.muster.model.TemplateContent;
import dev.muster.model.TemplateMessage.MediaKind;
import dev.muster.model.text.TemplateText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A template taken apart: its slots in the order in which a request fills them, and what it shows around them. */
final class TemplateLayout {
    private final Template template;
    private final TemplateContent content;
    private final Optional<TemplateText> header;
    private final TemplateText body;
    private final List<Slot> slots;
    private final Optional<MediaKind> media;
    private final int[] headerPlaces;
    private final int[] bodyPlaces;
    private final int[] buttonPlaces;

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
        media = content.header()
                .filter(TemplateContent.Header.Media.class::isInstance)
                .map(file -> ((TemplateContent.Header.Media) file).kind());
        headerPlaces = places(header.stream().flatMap(text -> text.slots().stream()), Slot::header);
        bodyPlaces = places(body.slots().stream(), Slot::body);
        buttonPlaces = IntStream.rangeClosed(1, content.buttons().size())
                .map(this::place)
                .toArray();
    }

    /** Which of the values fills each slot of a text. */
    private int[] places(Stream<String> names, Function<String, Slot> slot) {
        return names.mapToInt(name -> slots.indexOf(slot.apply(name))).toArray();
    }

    /** Which of the values fills the button at this place; -1 where none does. */
    private int place(int button) {
        boolean isCoupon = content.buttons().get(button - 1).kind() == TemplateContent.Kind.COPY_CODE;
        return slots.indexOf(Slot.button(isCoupon, button));
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
        return media;
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
                header.map(text -> filled(text, headerPlaces, values)),
                media.map(kind -> new Shown.Media(kind, values.get(0), filename(values))),
                filled(body, bodyPlaces, values),
                content.footer(),
                buttons(values));
    }

    private Optional<String> filename(List<String> values) {
        return slots.contains(Slot.FILENAME) ? Optional.of(values.get(1)) : Optional.empty();
    }

    private static String filled(TemplateText text, int[] places, List<String> values) {
        if (places.length == 0) {
            return text.texts().get(0);
        }
        var filled = new StringBuilder(text.texts().get(0));
        for (int i = 0; i < places.length; i++) {
            filled.append(values.get(places[i])).append(text.texts().get(i + 1));
        }
        return filled.toString();
    }

    private List<Shown.Button> buttons(List<String> values) {
        var buttons = new ArrayList<Shown.Button>(content.buttons().size());
        for (int i = 0; i < buttonPlaces.length; i++) {
            var button = content.buttons().get(i);
            buttons.add(new Shown.Button(button.kind(), button.label(), value(button, buttonPlaces[i], values)));
        }
        return buttons;
    }

    private static Optional<String> value(TemplateContent.Button button, int place, List<String> values) {
        return place < 0 ? button.address() : Optional.of(button.address().orElse("") + values.get(place));
    }
}
