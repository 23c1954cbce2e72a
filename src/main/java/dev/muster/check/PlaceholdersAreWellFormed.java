package dev.muster.check;

import dev.muster.definition.Block;
import dev.muster.definition.Documents;
import dev.muster.definition.MessageDefinition;
import dev.muster.definition.Quoted;
import dev.muster.diagnostic.Diagnostic;
import java.util.List;
import java.util.stream.Stream;

/** A placeholder that is not understood is sent to everyone as it stands: "Hello {{name}}". */
final class PlaceholdersAreWellFormed implements Rule {
    @Override
    public List<Diagnostic> check(Documents documents) {
        return documents
                .blocks(MessageDefinition.class)
                .flatMap(PlaceholdersAreWellFormed::findings)
                .toList();
    }

    private static Stream<Diagnostic> findings(Block<MessageDefinition> message) {
        var text = message.part("text", String.class).orElse("");
        return Placeholders.malformed(text).stream()
                .map(braces -> Diagnostic.error(
                        "message/placeholder-malformed",
                        message.at("text"),
                        "people would read " + Quoted.of(braces) + " as it stands",
                        "a placeholder is `{name}`: one pair of braces, letters, digits and `_`"));
    }
}
