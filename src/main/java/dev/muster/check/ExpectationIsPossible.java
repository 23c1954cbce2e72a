package dev.muster.check;

import dev.muster.definition.AudienceDefinition.Expect;
import dev.muster.definition.Block;
import dev.muster.definition.Documents;
import dev.muster.diagnostic.AudienceRule;
import dev.muster.diagnostic.Diagnostic;
import java.util.List;

/** An expectation that no number of people can meet would block the campaign at the moment it is due. */
final class ExpectationIsPossible implements Check {
    @Override
    public List<Diagnostic> check(Documents documents) {
        return documents
                .blocks(Expect.class)
                .filter(ExpectationIsPossible::isImpossible)
                .map(expect -> AudienceRule.EXPECT_AT_LEAST_OVER_AT_MOST.at(
                        expect.at("at_least"), "`at_least` is more than `at_most`"))
                .toList();
    }

    private static boolean isImpossible(Block<Expect> expect) {
        var atLeast = expect.part("atLeast", Integer.class);
        var atMost = expect.part("atMost", Integer.class);
        return atLeast.orElse(0) > atMost.orElse(Integer.MAX_VALUE);
    }
}
