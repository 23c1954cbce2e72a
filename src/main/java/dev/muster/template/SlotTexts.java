package dev.muster.template;

import dev.muster.model.TemplateMessage;
import dev.muster.model.TemplateMessage.Body;
import dev.muster.model.TemplateMessage.Header;
import dev.muster.model.text.ValueText;
import java.util.Optional;

/** Which of a message's values fills a slot of a template. */
record SlotTexts(TemplateMessage message) {
    /** What is written for the slot; that nothing is, is an {@link IllegalArgumentException}. */
    ValueText of(Slot slot) {
        return find(slot).orElseThrow(() -> new IllegalArgumentException("nothing fills " + slot.words()));
    }

    /** Whether the message gives its document a name. */
    boolean namesDocument() {
        return media().flatMap(Header.Media::filename).isPresent();
    }

    Optional<ValueText> find(Slot slot) {
        return switch (slot.part()) {
            case HEADER_TEXT ->
                message.header().filter(Header.Text.class::isInstance).map(Header::value);
            case HEADER_MEDIA -> media().map(Header.Media::value);
            case FILENAME -> media().flatMap(Header.Media::filename);
            case BODY -> body(slot.name());
            case URL_BUTTON, COUPON_BUTTON ->
                Optional.ofNullable(message.buttons().get(Integer.parseInt(slot.name())));
        };
    }

    private Optional<Header.Media> media() {
        return message.header().filter(Header.Media.class::isInstance).map(Header.Media.class::cast);
    }

    private Optional<ValueText> body(String name) {
        return message.body() instanceof Body.Named named
                ? Optional.ofNullable(named.slots().get(name))
                : counted(name);
    }

    private Optional<ValueText> counted(String name) {
        int place = Integer.parseInt(name);
        return place <= message.body().values().size()
                ? Optional.of(message.body().values().get(place - 1))
                : Optional.empty();
    }
}
