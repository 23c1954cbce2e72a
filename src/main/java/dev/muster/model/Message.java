package dev.muster.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What people read. {@code samples} holds one example value per {@code {placeholder}} for previews. The tutorial dialect
 * sends the text, which SeaX matches to an approved template; the openapi dialect names the template. A campaign by numbers
 * has its template and values in {@code byNumbers}, and no text of its own.
 */
public record Message(
        String text,
        List<String> media,
        boolean shortenLinks,
        Optional<Template> template,
        Map<String, String> samples,
        Optional<TemplateMessage> byNumbers) {
    /**
     * The most characters that WhatsApp takes: of a template's body, as Meta's page on template components says, and of what
     * stands below a picture or a file.
     */
    public static final int LONGEST_TEXT = 1024;

    public Message {
        media = List.copyOf(media);
        samples = Map.copyOf(samples);
    }

    /** Of a campaign by labels. */
    public Message(
            String text,
            List<String> media,
            boolean shortenLinks,
            Optional<Template> template,
            Map<String, String> samples) {
        this(text, media, shortenLinks, template, samples, Optional.empty());
    }

    /** Of a campaign by numbers. */
    public static Message of(TemplateMessage message) {
        return new Message("", List.of(), false, Optional.empty(), Map.of(), Optional.of(message));
    }

    /** What is known of it before anything is looked up: the text, or by numbers the template and what fills it. */
    public String shown() {
        return byNumbers.map(TemplateMessage::shown).orElse(text);
    }

    /** A WhatsApp template by its name and language code, such as {@code holiday_sale} and {@code en_US}. */
    public record Template(String name, String language) {}
}
