package dev.muster.check;

import dev.muster.definition.Document;
import dev.muster.definition.Documents;
import dev.muster.definition.Kind;
import dev.muster.definition.Quoted;
import dev.muster.definition.Suggestions;
import dev.muster.diagnostic.CampaignRule;
import dev.muster.diagnostic.Diagnostic;
import dev.muster.diagnostic.Rule;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A misspelt acknowledgement accepts nothing: its author finds out at plan time, when the campaign is due. */
final class AcknowledgedRuleExists implements Check {
    @Override
    public List<Diagnostic> check(Documents documents) {
        return documents.of(Kind.CAMPAIGN).flatMap(this::unknown).toList();
    }

    private Stream<Diagnostic> unknown(Document campaign) {
        var dangers = Rule.acknowledgeable();
        Map<?, ?> reasons = campaign.root().part("acknowledge", Map.class).orElse(Map.of());
        return reasons.keySet().stream()
                .map(String::valueOf)
                .filter(rule -> !dangers.contains(rule))
                .map(rule -> CampaignRule.ACKNOWLEDGE_UNKNOWN_RULE.at(
                        campaign.root().at("acknowledge." + rule),
                        Quoted.of(rule) + " is not a danger that can be accepted",
                        Suggestions.to(rule, dangers)
                                .map(nearest -> "did you mean `" + nearest + "`?")
                                .orElse("dangers that can be accepted: " + String.join(", ", dangers))));
    }
}
