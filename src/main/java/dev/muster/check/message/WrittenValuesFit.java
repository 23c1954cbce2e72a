package dev.muster.check.message;

import dev.muster.definition.Block;
import dev.muster.definition.Documents;
import dev.muster.definition.MessageDefinition;
import dev.muster.definition.MessageDefinition.Header;
import dev.muster.definition.Slots;
import dev.muster.diagnostic.Diagnostic;
import dev.muster.diagnostic.MessageRule;
import dev.muster.diagnostic.Place;
import dev.muster.model.TemplateMessage.MediaKind;
import dev.muster.model.text.ValueText;
import dev.muster.template.ValueFault;
import dev.muster.template.WrittenValue;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A value that WhatsApp refuses whoever it is for: nobody would get the message, and it would be known only afterwards. */
public final class WrittenValuesFit {
    private WrittenValuesFit() {}

    public static List<Diagnostic> check(Documents documents) {
        return documents
                .all()
                .flatMap(document -> Stream.concat(
                        document.blocks(MessageDefinition.class).flatMap(WrittenValuesFit::ofMessage),
                        document.blocks(Header.class).flatMap(WrittenValuesFit::ofHeader)))
                .toList();
    }

    private static Stream<Diagnostic> ofMessage(Block<MessageDefinition> message) {
        var body = message.part("body", Slots.class).stream().flatMap(slots -> ofBody(message, slots));
        Map<?, ?> buttons = message.part("buttons", Map.class).orElse(Map.of());
        return Stream.concat(
                body,
                buttons.entrySet().stream()
                        .flatMap(button -> findings(
                                message.at("buttons." + button.getKey()),
                                "button " + button.getKey(),
                                (ValueText) button.getValue(),
                                WrittenValue::faultsInButton)));
    }

    private static Stream<Diagnostic> ofBody(Block<MessageDefinition> message, Slots body) {
        return body instanceof Slots.Named named
                ? named.values().entrySet().stream()
                        .flatMap(slot ->
                                ofBody(message.at("body." + slot.getKey()), "`" + slot.getKey() + "`", slot.getValue()))
                : counted(message, ((Slots.Counted) body).values());
    }

    private static Stream<Diagnostic> counted(Block<MessageDefinition> message, List<ValueText> values) {
        return IntStream.range(0, values.size())
                .boxed()
                .flatMap(i -> ofBody(message.at("body." + i), "item " + (i + 1) + " of `body`", values.get(i)));
    }

    private static Stream<Diagnostic> ofBody(Place place, String name, ValueText value) {
        return findings(place, name, value, WrittenValue::faultsInBody);
    }

    private static Stream<Diagnostic> ofHeader(Block<Header> header) {
        return Stream.of("image", "video", "document", "text", "filename")
                .flatMap(key -> header.part(key, ValueText.class).stream()
                        .flatMap(value -> findings(header.at(key), "`" + key + "`", value, ofHeader(key))));
    }

    private static Function<WrittenValue, Stream<ValueFault.Kind>> ofHeader(String key) {
        return switch (key) {
            case "text" -> WrittenValue::faultsInHeader;
            case "filename" -> WrittenValue::faultsInName;
            default -> value -> value.faultsInMedia(MediaKind.valueOf(key.toUpperCase(Locale.ROOT)));
        };
    }

    private static Stream<Diagnostic> findings(
            Place place, String name, ValueText value, Function<WrittenValue, Stream<ValueFault.Kind>> faults) {
        return faults.apply(new WrittenValue(value)).map(fault -> finding(place, name, value, fault));
    }

    private static Diagnostic finding(Place place, String name, ValueText value, ValueFault.Kind fault) {
        return switch (fault) {
            case EMPTY ->
                MessageRule.WRITTEN_EMPTY.at(
                        place,
                        name + " is empty" + (value.fields().isEmpty() ? "" : " for somebody without a value")
                                + ": WhatsApp refuses an empty value");
            case SPACES -> MessageRule.WRITTEN_BLANKS.at(place, name + " has " + fault.words());
            case URL_UNSAFE -> MessageRule.BUTTON_NOT_URL_SAFE.at(place, name + " has " + fault.words());
            case MEDIA_ADDRESS -> MessageRule.MEDIA_NOT_PUBLIC.at(place, name + " has " + fault.words());
            case MEDIA_KIND -> MessageRule.MEDIA_OTHER_KIND.at(place, name + " leads to " + fault.words());
            default -> MessageRule.WRITTEN_TOO_LONG.at(place, name + " alone makes " + fault.words());
        };
    }
}
