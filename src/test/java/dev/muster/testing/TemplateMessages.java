package dev.muster.testing;

import dev.muster.model.TemplateMessage;
import dev.muster.model.TemplateMessage.Body;
import dev.muster.model.TemplateMessage.Header;
import dev.muster.model.TemplateMessage.LanguageRule;
import dev.muster.model.TemplateMessage.MediaKind;
import dev.muster.model.text.ValueText;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Messages of campaigns by numbers, part by part: in en_US and without values unless they say otherwise. */
public final class TemplateMessages {
    private TemplateMessages() {}

    public static TemplateMessage of(String template) {
        return new TemplateMessage(
                template, new LanguageRule.Fixed("en_US"), Optional.empty(), Body.Counted.NONE, new TreeMap<>(), false);
    }

    /** Names and values in turn. */
    public static TemplateMessage named(TemplateMessage message, String... slots) {
        var values = new TreeMap<String, ValueText>();
        for (int i = 0; i < slots.length; i += 2) {
            values.put(slots[i], ValueText.parse(slots[i + 1]));
        }
        return with(message, new Body.Named(values));
    }

    public static TemplateMessage counted(TemplateMessage message, String... values) {
        return with(
                message,
                new Body.Counted(Arrays.stream(values).map(ValueText::parse).toList()));
    }

    private static TemplateMessage with(TemplateMessage message, Body body) {
        return new TemplateMessage(
                message.template(), message.language(), message.header(), body, message.buttons(), message.leavesOut());
    }

    public static TemplateMessage header(TemplateMessage message, String text) {
        return header(message, new Header.Text(ValueText.parse(text)));
    }

    public static TemplateMessage media(TemplateMessage message, MediaKind kind, String address) {
        return header(message, new Header.Media(kind, ValueText.parse(address), Optional.empty()));
    }

    public static TemplateMessage document(TemplateMessage message, String address, String filename) {
        return header(
                message,
                new Header.Media(MediaKind.DOCUMENT, ValueText.parse(address), Optional.of(ValueText.parse(filename))));
    }

    private static TemplateMessage header(TemplateMessage message, Header header) {
        return new TemplateMessage(
                message.template(),
                message.language(),
                Optional.of(header),
                message.body(),
                message.buttons(),
                message.leavesOut());
    }

    public static TemplateMessage buttons(TemplateMessage message, Map<Integer, String> values) {
        var buttons = new TreeMap<Integer, ValueText>();
        values.forEach((place, value) -> buttons.put(place, ValueText.parse(value)));
        return new TemplateMessage(
                message.template(), message.language(), message.header(), message.body(), buttons, message.leavesOut());
    }

    /** In these languages, by what a field says; the first one for everybody else. */
    public static TemplateMessage in(TemplateMessage message, String... languages) {
        var map = new TreeMap<String, String>();
        Arrays.stream(languages).forEach(language -> map.put(language, language));
        return new TemplateMessage(
                message.template(),
                new LanguageRule.ByField("language", map, languages[0]),
                message.header(),
                message.body(),
                message.buttons(),
                message.leavesOut());
    }
}
