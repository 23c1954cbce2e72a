package dev.muster.check;

import dev.muster.definition.Block;
import dev.muster.definition.Document;
import dev.muster.definition.Documents;
import dev.muster.definition.Kind;
import dev.muster.definition.ProjectDefinition.Policy;
import dev.muster.diagnostic.Diagnostic;
import dev.muster.diagnostic.PolicyRule;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where the project demands an opt-in, every audience demands it too: people who never agreed must not be messaged. For
 * tests among one's own staff, a campaign may acknowledge it with a reason.
 */
final class OptInRequired implements Check {
    @Override
    public List<Diagnostic> check(Documents documents) {
        var labels = documents
                .inProject(Policy.class)
                .flatMap(policy -> policy.texts("requireOptIn"))
                .orElse(List.of());
        return documents
                .of(Kind.CAMPAIGN)
                .flatMap(campaign -> finding(new Inheritance(documents), campaign, labels).stream())
                .toList();
    }

    private static Optional<Diagnostic> finding(Inheritance inheritance, Document campaign, List<String> labels) {
        return inheritance
                .of(campaign)
                .flatMap(audience -> audience.texts("all"))
                .filter(all -> !labels.isEmpty() && Collections.disjoint(all, labels))
                .map(all -> acknowledged(campaign.root(), danger(campaign.root(), labels)));
    }

    private static Diagnostic danger(Block<?> campaign, List<String> labels) {
        var wanted = String.join(", ", labels);
        return PolicyRule.OPT_IN_REQUIRED.at(
                campaign.at("audience"),
                "the audience does not ask for an opt-in: `all` has none of " + wanted,
                "add `" + labels.get(0) + "` to `all`, or accept it in writing: `acknowledge: {"
                        + PolicyRule.OPT_IN_REQUIRED.id() + ": the reason}`");
    }

    private static Diagnostic acknowledged(Block<?> campaign, Diagnostic danger) {
        return campaign.part("acknowledge", Map.class)
                .map(reasons -> reasons.get(danger.id()))
                .map(String::valueOf)
                .filter(reason -> !reason.isBlank())
                .map(danger::acknowledge)
                .orElse(danger);
    }
}
