package dev.muster.check;

import dev.muster.definition.AudienceDefinition;
import dev.muster.definition.Block;
import dev.muster.definition.Document;
import dev.muster.definition.Documents;
import dev.muster.definition.Kind;
import dev.muster.definition.Quoted;
import dev.muster.definition.Suggestions;
import dev.muster.diagnostic.Diagnostic;
import dev.muster.diagnostic.KeyRule;
import dev.muster.diagnostic.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a campaign names is there: a missing audience must never be read as "no restriction". */
final class ReferenceExists implements Check {
    private static final List<Kind> PARTS = List.of(Kind.AUDIENCE, Kind.MESSAGE, Kind.SCHEDULE);

    @Override
    public List<Diagnostic> check(Documents documents) {
        if (!documents.complete()) {
            return List.of();
        }
        var parts = documents
                .of(Kind.CAMPAIGN)
                .flatMap(campaign -> PARTS.stream().flatMap(kind -> part(documents, campaign, kind).stream()));
        var bases = documents.blocks(AudienceDefinition.class).flatMap(audience -> base(documents, audience).stream());
        return Stream.concat(parts, bases).toList();
    }

    private static Optional<Diagnostic> part(Documents documents, Document campaign, Kind kind) {
        return Documents.reference(campaign, kind)
                .filter(to -> kind != Kind.SCHEDULE || !to.key().equals(Expander.IMMEDIATELY))
                .flatMap(to ->
                        dangling(documents, kind, to.key(), campaign.root().at(kind.word())));
    }

    private static Optional<Diagnostic> base(Documents documents, Block<AudienceDefinition> audience) {
        return audience.part("base", String.class)
                .flatMap(key -> dangling(documents, Kind.AUDIENCE, key, audience.at("extends")));
    }

    private static Optional<Diagnostic> dangling(Documents documents, Kind kind, String key, Place place) {
        if (documents.find(kind, key).isPresent()) {
            return Optional.empty();
        }
        var known = new ArrayList<>(documents.keys(kind));
        if (kind == Kind.SCHEDULE) {
            known.add(Expander.IMMEDIATELY);
        }
        return Optional.of(KeyRule.REFERENCE_DANGLING.at(
                place,
                "no file defines the " + kind.word() + " " + Quoted.of(key),
                Suggestions.to(key, known)
                        .map(nearest -> "did you mean `" + nearest + "`?")
                        .orElse("write a file with `kind: " + kind.word() + "` and this key, or write it in place")));
    }
}
