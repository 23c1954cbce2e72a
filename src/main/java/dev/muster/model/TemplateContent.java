package dev.muster.model;

import java.util.List;
import java.util.Optional;

/**
 * What a template shows and which slots it has, as SeaX lists its components.
 *
 * @param unusable why it cannot be sent by numbers, where it has something that is not known; nothing else is then promised
 * @param digest over all of its components as SeaX wrote them: an edit changes it
 */
public record TemplateContent(
        Optional<Header> header,
        String body,
        List<String> bodySlots,
        Optional<String> footer,
        List<Button> buttons,
        Optional<String> unusable,
        Sha256 digest) {
    public TemplateContent {
        bodySlots = List.copyOf(bodySlots);
        buttons = List.copyOf(buttons);
    }

    /** The header: a text with one slot at most, or a picture, a video or a document that each send names. */
    public sealed interface Header {
        record Text(String text, Optional<String> slot) implements Header {}

        record Media(TemplateMessage.MediaKind kind) implements Header {}
    }

    /**
     * A button; {@code address} is the fixed part of a web address, which a slot is appended to.
     *
     * @param slot whether each send fills it
     */
    public record Button(Kind kind, String label, Optional<String> address, boolean slot) {}

    /** What a button does. */
    public enum Kind {
        URL,
        COPY_CODE,
        QUICK_REPLY,
        PHONE_NUMBER,
        VOICE_CALL
    }
}
