package dev.muster.check.message;

import dev.muster.definition.Block;
import dev.muster.definition.Documents;
import dev.muster.definition.MessageDefinition;
import dev.muster.definition.Quoted;
import dev.muster.definition.Suggestions;
import dev.muster.diagnostic.Diagnostic;
import dev.muster.diagnostic.MessageRule;
import dev.muster.model.text.Placeholder;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A sample for a placeholder that the text does not have: one of the two is misspelt, and the preview misleads. */
public final class SamplesAreUsed {
    private SamplesAreUsed() {}

    public static List<Diagnostic> check(Documents documents) {
        return documents
                .blocks(MessageDefinition.class)
                .filter(message -> message.isBound("text"))
                .flatMap(SamplesAreUsed::findings)
                .toList();
    }

    private static Stream<Diagnostic> findings(Block<MessageDefinition> message) {
        var used = Placeholder.namesIn(message.part("text", String.class).orElse(""));
        Map<?, ?> samples = message.part("placeholders", Map.class).orElse(Map.of());
        return samples.keySet().stream()
                .map(String::valueOf)
                .filter(name -> !used.contains(name))
                .map(name -> MessageRule.SAMPLE_UNUSED.at(
                        message.at("placeholders." + name),
                        "the text has no placeholder for the sample " + Quoted.of(name),
                        Suggestions.to(name, used)
                                .map(nearest -> "did you mean `" + nearest + "`?")
                                .orElse("remove the sample, or write its name in braces in the text")));
    }
}
