package dev.muster.check;

import dev.muster.definition.Document;
import dev.muster.definition.Documents;
import dev.muster.definition.Kind;
import dev.muster.definition.Quoted;
import dev.muster.diagnostic.Diagnostic;
import dev.muster.diagnostic.KeyRule;
import java.util.List;

/**
 * A key stands for one document of its kind in the whole folder: with two, a campaign would be sent in the one version
 * and recorded for both.
 */
final class KeyIsUnique implements Check {
    @Override
    public List<Diagnostic> check(Documents documents) {
        return documents
                .all()
                .flatMap(document -> document
                        .key()
                        .flatMap(key -> documents.find(document.kind(), key))
                        .filter(first -> !first.place().equals(document.place()))
                        .map(first -> twice(document, first))
                        .stream())
                .toList();
    }

    private static Diagnostic twice(Document document, Document first) {
        return KeyRule.NOT_UNIQUE.at(
                document.keyPlace(),
                "another " + document.kind().word() + " has the key "
                        + Quoted.of(document.key().orElse("")) + ": " + first.keyPlace(),
                document.kind() == Kind.CAMPAIGN
                        ? "give this one a key of its own; to send a campaign again, raise its `generation` instead"
                        : "give this one a key of its own");
    }
}
