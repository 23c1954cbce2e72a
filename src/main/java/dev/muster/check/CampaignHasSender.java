package dev.muster.check;

import dev.muster.definition.Documents;
import dev.muster.definition.Kind;
import dev.muster.definition.ProjectDefinition.Defaults;
import dev.muster.diagnostic.CampaignRule;
import dev.muster.diagnostic.Diagnostic;
import java.util.List;

/** A campaign says which phone it comes from, itself or by the project's defaults: nothing picks one for it. */
final class CampaignHasSender implements Check {
    @Override
    public List<Diagnostic> check(Documents documents) {
        if (documents.project().filter(project -> project.isBound("defaults")).isEmpty() || hasDefault(documents)) {
            return List.of();
        }
        return documents
                .of(Kind.CAMPAIGN)
                .filter(campaign ->
                        campaign.root().texts("senders").filter(List::isEmpty).isPresent())
                .map(campaign -> CampaignRule.NO_SENDER.at(
                        campaign.root().at("senders"), "the campaign has no sender, and the project no default"))
                .toList();
    }

    private static boolean hasDefault(Documents documents) {
        return documents
                .inProject(Defaults.class)
                .flatMap(defaults -> defaults.texts("senders"))
                .filter(senders -> !senders.isEmpty())
                .isPresent();
    }
}
