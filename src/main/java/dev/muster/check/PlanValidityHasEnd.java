package dev.muster.check;

import dev.muster.definition.Documents;
import dev.muster.definition.ProjectDefinition.Policy;
import dev.muster.diagnostic.Diagnostic;
import dev.muster.diagnostic.PolicyRule;
import java.time.Duration;
import java.util.List;

/** A plan that could be applied weeks after its review would message people whom nobody who approved it had in mind. */
final class PlanValidityHasEnd implements Check {
    private static final Duration LONGEST = Duration.ofDays(7);

    @Override
    public List<Diagnostic> check(Documents documents) {
        return documents
                .blocks(Policy.class)
                .filter(policy -> policy.part("planValidFor", Duration.class)
                        .filter(validity -> validity.compareTo(LONGEST) > 0)
                        .isPresent())
                .map(policy -> PolicyRule.PLAN_VALID_TOO_LONG.at(
                        policy.at("plan_valid_for"), "a plan would be valid for longer than a week"))
                .toList();
    }
}
