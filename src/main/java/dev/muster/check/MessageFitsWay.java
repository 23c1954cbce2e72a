package dev.muster.check;

import dev.muster.definition.Block;
import dev.muster.definition.Document;
import dev.muster.definition.Documents;
import dev.muster.definition.Kind;
import dev.muster.definition.MessageDefinition;
import dev.muster.definition.MessageDefinition.Template;
import dev.muster.definition.TextOrBlock;
import dev.muster.diagnostic.Diagnostic;
import dev.muster.diagnostic.MessageRule;
import dev.muster.model.SendBy;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * By labels SeaX sends a text; by numbers it sends a template with each person's values. What belongs to the other way would
 * never reach anybody, although its author believes so.
 */
final class MessageFitsWay implements Check {
    private static final List<String> ONLY_BY_LABELS = List.of("text", "media", "shortenLinks", "placeholders");
    private static final List<String> ONLY_BY_NUMBERS = List.of("header", "body", "buttons", "withoutValue");

    @Override
    public List<Diagnostic> check(Documents documents) {
        var ways = new SendWays(documents);
        return documents
                .of(Kind.CAMPAIGN)
                .flatMap(campaign -> ways.of(campaign).stream()
                        .flatMap(way -> documents.part(campaign, Kind.MESSAGE, MessageDefinition.class).stream()
                                .flatMap(message -> findings(campaign, message, way))))
                .distinct()
                .toList();
    }

    private static Stream<Diagnostic> findings(Document campaign, Block<MessageDefinition> message, SendBy way) {
        return way == SendBy.NUMBERS ? byNumbers(campaign, message) : byLabels(campaign, message);
    }

    private static Stream<Diagnostic> byNumbers(Document campaign, Block<MessageDefinition> message) {
        return ONLY_BY_LABELS.stream()
                .filter(component -> isWritten(message, component))
                .map(message::key)
                .map(key -> MessageRule.OTHER_WAY.at(
                        message.at(key),
                        "`" + key + "` belongs to campaigns by labels, and " + named(campaign) + " is sent by numbers",
                        (isWritten(message, "template")
                                        ? "remove it: the template says what people read"
                                        : "write `template` with its values in place of it")
                                + "; or write `send_by: labels` in the campaign"));
    }

    private static Stream<Diagnostic> byLabels(Document campaign, Block<MessageDefinition> message) {
        if (message.isBound("text") && !isWritten(message, "text")) {
            return withoutText(campaign, message);
        }
        var language = choosesLanguage(message) ? Stream.of("template.language") : Stream.<String>empty();
        return Stream.concat(
                        ONLY_BY_NUMBERS.stream()
                                .filter(component -> isWritten(message, component))
                                .map(message::key),
                        language)
                .map(key -> MessageRule.OTHER_WAY.at(
                        message.at(key),
                        "`" + key.replace("template.", "") + "` " + (key.contains(".") ? "with a choice " : "")
                                + "belongs to campaigns by numbers, and " + named(campaign) + " is sent by labels",
                        "remove it, or write `send_by: numbers` in the campaign and a message without `text`"));
    }

    /** That a message has neither text nor template is a finding already. */
    private static Stream<Diagnostic> withoutText(Document campaign, Block<MessageDefinition> message) {
        return isWritten(message, "template")
                ? Stream.of(MessageRule.OTHER_WAY.at(
                        message.place(),
                        "the message is a template without `text`, and " + named(campaign) + " is sent by labels",
                        "write `send_by: numbers` in the campaign, or give the message the template's text as `text`"))
                : Stream.empty();
    }

    private static boolean isWritten(Block<MessageDefinition> message, String component) {
        var part = message.parts().get(component);
        return part instanceof Optional<?> optional
                ? optional.filter(value -> !value.equals(false)).isPresent()
                : part instanceof Collection<?> items
                        ? !items.isEmpty()
                        : part instanceof Map<?, ?> map && !map.isEmpty();
    }

    private static boolean choosesLanguage(Block<MessageDefinition> message) {
        return message.part("template", Template.class)
                .filter(template -> template.language() instanceof TextOrBlock.Inline<?>)
                .isPresent();
    }

    private static String named(Document campaign) {
        return campaign.key().map(key -> "`" + key + "`").orElse("the campaign");
    }
}
