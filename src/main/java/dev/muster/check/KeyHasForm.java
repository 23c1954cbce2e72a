package dev.muster.check;

import dev.muster.definition.Document;
import dev.muster.definition.Documents;
import dev.muster.definition.Kind;
import dev.muster.definition.Quoted;
import dev.muster.diagnostic.Diagnostic;
import dev.muster.diagnostic.KeyRule;
import dev.muster.model.CampaignKey;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A key is the identity of a send, in git and in the lock: two keys that differ only in case or by an invisible character
 * would be two sends.
 */
final class KeyHasForm implements Check {
    private static final Pattern FORM = Pattern.compile(CampaignKey.FORM);

    @Override
    public List<Diagnostic> check(Documents documents) {
        return documents.all().flatMap(document -> finding(document).stream()).toList();
    }

    private static Optional<Diagnostic> finding(Document document) {
        return document.key().flatMap(key -> {
            if (!FORM.matcher(key).matches()) {
                return Optional.of(malformed(document, key));
            }
            return isReserved(document.kind(), key) ? Optional.of(reserved(document, key)) : Optional.empty();
        });
    }

    private static Diagnostic malformed(Document document, String key) {
        var better = key.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return KeyRule.FORM.at(
                document.keyPlace(),
                Quoted.of(key) + " cannot be a key: lower-case letters, digits and inner hyphens, 64 at most",
                FORM.matcher(better).matches()
                        ? "write for example `" + better + "`"
                        : "write for example `holiday-sale`");
    }

    /** {@code immediately} is a schedule already, and {@code project} is how findings name the project file. */
    private static boolean isReserved(Kind kind, String key) {
        return (kind == Kind.SCHEDULE && key.equals(Expander.IMMEDIATELY))
                || (kind == Kind.CAMPAIGN && key.equals(Kind.PROJECT.word()));
    }

    private static Diagnostic reserved(Document document, String key) {
        return KeyRule.RESERVED.at(document.keyPlace(), "`" + key + "` has a meaning of its own");
    }
}
