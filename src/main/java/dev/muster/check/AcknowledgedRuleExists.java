package dev.muster.check;

import dev.muster.definition.Document;
import dev.muster.definition.Documents;
import dev.muster.definition.Kind;
import dev.muster.definition.Quoted;
import dev.muster.definition.Suggestions;
import dev.muster.diagnostic.Diagnostic;
import dev.muster.diagnostic.Severity;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** A misspelt acknowledgement accepts nothing: its author finds out at plan time, when the campaign is due. */
final class AcknowledgedRuleExists implements Rule {
    private final Set<String> dangers = new TreeSet<>(Set.of(OptInRequired.ID));

    AcknowledgedRuleExists(Set<String> laterDangers) {
        dangers.addAll(laterDangers);
    }

    @Override
    public List<Diagnostic> check(Documents documents) {
        return documents.of(Kind.CAMPAIGN).flatMap(this::unknown).toList();
    }

    private Stream<Diagnostic> unknown(Document campaign) {
        Map<?, ?> reasons = campaign.root().part("acknowledge", Map.class).orElse(Map.of());
        return reasons.keySet().stream()
                .map(String::valueOf)
                .filter(rule -> !dangers.contains(rule))
                .map(rule -> Diagnostic.of(
                        Severity.WARNING,
                        "acknowledge/unknown-rule",
                        campaign.root().at("acknowledge." + rule),
                        Quoted.of(rule) + " is not a danger that can be accepted",
                        Suggestions.to(rule, dangers)
                                .map(nearest -> "did you mean `" + nearest + "`?")
                                .orElse("dangers that can be accepted: " + String.join(", ", dangers))));
    }
}
