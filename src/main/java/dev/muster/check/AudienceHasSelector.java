package dev.muster.check;

import dev.muster.definition.AudienceDefinition;
import dev.muster.definition.Block;
import dev.muster.definition.Documents;
import dev.muster.definition.Kind;
import dev.muster.diagnostic.AudienceRule;
import dev.muster.diagnostic.Diagnostic;
import java.util.List;

/**
 * An audience says whom it reaches. SeaX may read an audience without a positive selector as everyone; it is never sent.
 * An audience that only excludes is good for others to extend, so campaigns are judged, not audience files.
 */
final class AudienceHasSelector implements Check {
    @Override
    public List<Diagnostic> check(Documents documents) {
        var inheritance = new Inheritance(documents);
        return documents
                .of(Kind.CAMPAIGN)
                .filter(campaign -> inheritance
                        .of(campaign)
                        .filter(AudienceHasSelector::selectsNobody)
                        .isPresent())
                .map(campaign -> AudienceRule.NO_SELECTOR.at(
                        campaign.root().at("audience"),
                        "the audience has neither `any` nor `all`, which SeaX may read as everyone"))
                .toList();
    }

    private static boolean selectsNobody(Block<AudienceDefinition> audience) {
        return audience.texts("any").filter(List::isEmpty).isPresent()
                && audience.texts("all").filter(List::isEmpty).isPresent();
    }
}
