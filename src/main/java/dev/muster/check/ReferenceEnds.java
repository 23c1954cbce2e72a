package dev.muster.check;

import dev.muster.definition.AudienceDefinition;
import dev.muster.definition.Document;
import dev.muster.definition.Documents;
import dev.muster.definition.Kind;
import dev.muster.diagnostic.Diagnostic;
import dev.muster.diagnostic.KeyRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** No audience extends itself, not even by way of others: nobody could say whom it reaches. */
final class ReferenceEnds implements Check {
    @Override
    public List<Diagnostic> check(Documents documents) {
        return documents
                .of(Kind.AUDIENCE)
                .flatMap(audience -> cycle(documents, audience).stream())
                .toList();
    }

    private static Optional<Diagnostic> cycle(Documents documents, Document audience) {
        var path = new ArrayList<String>();
        var next = audience.key();
        while (next.isPresent() && !path.contains(next.orElseThrow())) {
            path.add(next.orElseThrow());
            next = next.flatMap(key -> documents.find(Kind.AUDIENCE, key)).flatMap(ReferenceEnds::base);
        }
        // Every member of a cycle leads around it; it is reported once, where the alphabet begins.
        return next.filter(key -> key.equals(path.get(0)))
                .filter(key -> path.stream().allMatch(member -> key.compareTo(member) <= 0))
                .map(key -> KeyRule.REFERENCE_CYCLE.at(
                        audience.root().at("extends"),
                        "this audience extends itself: " + String.join(" → ", path) + " → " + key));
    }

    private static Optional<String> base(Document audience) {
        return audience.blocks(AudienceDefinition.class).findFirst().flatMap(block -> block.part("base", String.class));
    }
}
