package dev.muster.template;

import dev.muster.model.TemplateContent;
import dev.muster.model.TemplateContent.Header;
import dev.muster.model.TemplateMessage.MediaKind;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** How people call the parts of a template. */
final class SlotWords {
    private SlotWords() {}

    /** {@code a text}, {@code an image}. */
    static String header(Header header) {
        return header instanceof Header.Media media ? media(media.kind()) : "a text";
    }

    static String media(MediaKind kind) {
        return (kind == MediaKind.IMAGE ? "an " : "a ") + kind.name().toLowerCase(Locale.ROOT);
    }

    /** What a button without a slot does: {@code a quick reply}. */
    static String button(TemplateContent.Button button) {
        return switch (button.kind()) {
            case URL -> "a fixed web address";
            case COPY_CODE -> "a coupon code";
            case QUICK_REPLY -> "a quick reply";
            case PHONE_NUMBER -> "a phone number";
            case VOICE_CALL -> "a call";
        };
    }

    /** {@code `name` and `discount`}. */
    static String names(List<String> names) {
        return names.isEmpty()
                ? "none"
                : names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
    }
}
