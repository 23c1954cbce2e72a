package dev.muster.check;

import dev.muster.definition.Block;
import dev.muster.definition.Document;
import dev.muster.definition.Documents;
import dev.muster.definition.Kind;
import dev.muster.definition.ProjectDefinition.Defaults;
import dev.muster.definition.ProjectDefinition.Workspace;
import dev.muster.definition.ScheduleDefinition;
import dev.muster.diagnostic.CampaignRule;
import dev.muster.diagnostic.Diagnostic;
import dev.muster.diagnostic.ProjectRule;
import dev.muster.diagnostic.ScheduleRule;
import dev.muster.model.SendBy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What SeaX does only for campaigns by labels. By numbers it would be left out without a word: people would get no label, a
 * message would leave at once although a hold was asked for, or late although a window was meant.
 */
final class ByNumbersIsPossible implements Check {
    @Override
    public List<Diagnostic> check(Documents documents) {
        var ways = new SendWays(documents);
        var campaigns = documents
                .of(Kind.CAMPAIGN)
                .filter(campaign ->
                        ways.of(campaign).filter(SendBy.NUMBERS::equals).isPresent())
                .toList();
        if (campaigns.isEmpty()) {
            return List.of();
        }
        return Stream.concat(
                        campaigns.stream().flatMap(campaign -> ofCampaign(documents, campaign)),
                        documents
                                .blocks(Workspace.class)
                                .flatMap(workspace -> ofWorkspace(workspace, campaigns.get(0))))
                .distinct()
                .toList();
    }

    private static Stream<Diagnostic> ofCampaign(Documents documents, Document campaign) {
        var root = campaign.root();
        return Stream.of(
                        written(root, "attachLabels")
                                .map(labels -> CampaignRule.NOT_BY_NUMBERS.at(
                                        root.at("attach_labels"),
                                        "by numbers SeaX gives nobody a label, so `attach_labels` cannot be had")),
                        written(root, "waves")
                                .map(waves -> CampaignRule.NOT_BY_NUMBERS.at(
                                        root.at("waves"), "a campaign by numbers cannot have `waves` yet")),
                        senders(documents, root),
                        window(documents, campaign))
                .flatMap(Optional::stream);
    }

    private static Optional<List<?>> written(Block<?> campaign, String component) {
        return campaign.parts().get(component) instanceof List<?> items && !items.isEmpty()
                ? Optional.of(items)
                : Optional.empty();
    }

    /** The request has one sender, so nothing spreads a campaign over several. */
    private static Optional<Diagnostic> senders(Documents documents, Block<?> campaign) {
        var own = campaign.texts("senders").orElse(List.of());
        var defaults = documents.inProject(Defaults.class);
        var senders = own.isEmpty() ? defaults.flatMap(d -> d.texts("senders")).orElse(List.of()) : own;
        return senders.size() > 1
                ? Optional.of(CampaignRule.NOT_BY_NUMBERS.at(
                        campaign.at("senders"),
                        "a campaign by numbers has one sender, and this has " + String.join(", ", senders),
                        "write the one that sends: `senders: [\"" + senders.get(0) + "\"]`"))
                : Optional.empty();
    }

    /** By numbers nothing waits at SeaX: an apply posts within the window, and one without an end is never over. */
    private static Optional<Diagnostic> window(Documents documents, Document campaign) {
        return documents
                .part(campaign, Kind.SCHEDULE, ScheduleDefinition.class)
                .filter(schedule -> schedule.isBound("end")
                        && schedule.part("end", Object.class).isEmpty())
                .map(schedule -> ScheduleRule.NO_END.at(
                        schedule.place(),
                        "the schedule has no `end`, and " + named(campaign) + " is sent by numbers",
                        "add `end`: an apply between `start` and `end` posts it"));
    }

    private static Stream<Diagnostic> ofWorkspace(Block<Workspace> workspace, Document campaign) {
        var sentByNumbers = named(campaign) + " is sent by numbers";
        return Stream.of(
                        workspace
                                .part("hold", Duration.class)
                                .map(hold -> ProjectRule.WORKSPACE_NOT_BY_NUMBERS.at(
                                        workspace.at("hold"),
                                        "`hold` needs a start time at SeaX, and " + sentByNumbers)),
                        workspace
                                .part("receiptLabels", Boolean.class)
                                .filter(Boolean.TRUE::equals)
                                .map(receipts -> ProjectRule.WORKSPACE_NOT_BY_NUMBERS.at(
                                        workspace.at("receipt_labels"),
                                        "`receipt_labels` need labels that SeaX gives, and " + sentByNumbers)),
                        workspace
                                .part("labels", Map.class)
                                .filter(labels -> !labels.isEmpty())
                                .map(labels -> ProjectRule.WORKSPACE_LABELS_BY_HAND.at(
                                        workspace.at("labels"),
                                        "`labels` are written for a SeaX that does not list them, and "
                                                + sentByNumbers)))
                .flatMap(Optional::stream);
    }

    private static String named(Document campaign) {
        return campaign.key().map(key -> "`" + key + "`").orElse("a campaign");
    }
}
