package dev.muster.seax;

import dev.muster.model.TemplateContent.Button;
import dev.muster.model.TemplateContent.Kind;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The buttons of a template, in its order. One that is not known makes the template unusable, and keeps its place. */
final class TemplateButtons {
    /** The fixed part has a host, and the slot is the end of it. */
    private static final Pattern WITH_SLOT =
            Pattern.compile("((?i:https?)://[^/?#{}\\s][^{}\\s]*)\\{\\{\\s*[A-Za-z0-9_]+\\s*}}");

    private static final Pattern BRACE = Pattern.compile("[{}]|%7[bBdD]");

    private final TemplateSlots slots;

    TemplateButtons(TemplateSlots slots) {
        this.slots = slots;
    }

    List<Button> read(JsonRow part) {
        var buttons = TemplateComponents.elements(part, "buttons");
        if (buttons.isEmpty()) {
            slots.refuse("SeaX does not show its buttons");
        }
        return buttons.stream().map(this::button).toList();
    }

    private Button button(JsonRow button) {
        var label = button.textIfReadable("text").orElse("");
        var type = TemplateComponents.word(button, "type");
        return switch (type) {
            case "URL" -> link(button, label);
            case "COPY_CODE" -> new Button(Kind.COPY_CODE, label, Optional.empty(), true);
            case "QUICK_REPLY" -> plain(Kind.QUICK_REPLY, label);
            case "PHONE_NUMBER" -> plain(Kind.PHONE_NUMBER, label);
            case "VOICE_CALL" -> plain(Kind.VOICE_CALL, label);
            default -> {
                slots.refuse(
                        type.isEmpty()
                                ? "it has a button without a type"
                                : "it has a button of the kind " + type + ", which Muster does not send");
                yield plain(Kind.QUICK_REPLY, label);
            }
        };
    }

    private static Button plain(Kind kind, String label) {
        return new Button(kind, label, Optional.empty(), false);
    }

    private Button link(JsonRow button, String label) {
        var url = button.textIfReadable("url").orElse("");
        var withSlot = WITH_SLOT.matcher(url);
        if (withSlot.matches()) {
            return new Button(Kind.URL, label, Optional.of(withSlot.group(1)), true);
        }
        judge(button, url);
        return new Button(Kind.URL, label, Optional.of(url), false);
    }

    private void judge(JsonRow button, String url) {
        if (url.isEmpty()) {
            slots.refuse("it has a button without its web address");
        } else if (BRACE.matcher(url).find()) {
            slots.refuse("a button's web address has a slot that is not its end");
        } else if (!TemplateComponents.elements(button, "example").isEmpty()) {
            slots.refuse("a button's web address has no slot and an example of one, so SeaX may not show it");
        }
    }
}
