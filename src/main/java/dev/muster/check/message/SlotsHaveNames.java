package dev.muster.check.message;

import dev.muster.definition.Block;
import dev.muster.definition.Documents;
import dev.muster.definition.MessageDefinition;
import dev.muster.definition.Quoted;
import dev.muster.definition.Slots;
import dev.muster.diagnostic.Diagnostic;
import dev.muster.diagnostic.MessageRule;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A template names its slots or counts them. A number as a name fills a slot that no template has; and with numbers beside
 * names, it is not clear which of them is the first.
 */
public final class SlotsHaveNames {
    private static final Pattern NUMBER = Pattern.compile("[0-9]+");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private SlotsHaveNames() {}

    public static List<Diagnostic> check(Documents documents) {
        return documents
                .blocks(MessageDefinition.class)
                .flatMap(SlotsHaveNames::findings)
                .toList();
    }

    private static Stream<Diagnostic> findings(Block<MessageDefinition> message) {
        return message.part("body", Slots.class).stream()
                .flatMap(body -> body instanceof Slots.Named named ? named.values().keySet().stream() : Stream.of())
                .filter(name -> !NAME.matcher(name).matches())
                .map(name -> finding(message, name));
    }

    private static Diagnostic finding(Block<MessageDefinition> message, String name) {
        return MessageRule.SLOT_NAME.at(
                message.at("body." + name),
                "the template cannot have a slot with the name " + Quoted.of(name),
                NUMBER.matcher(name).matches()
                        ? "write counted slots as a list, in their order: `body: [\"{first_name}\", \"20\"]`"
                        : "write the name that the template has between {{ and }}: letters, digits and `_`");
    }
}
