package dev.muster.plan;

import dev.muster.diagnostic.Diagnostic;
import dev.muster.diagnostic.PlanRule;
import dev.muster.lock.Lock;
import dev.muster.lock.LockEntry;
import dev.muster.lock.RequestSummary;
import dev.muster.model.Campaign;
import dev.muster.model.Label;
import dev.muster.model.LabelId;
import dev.muster.model.LabelName;
import dev.muster.model.ReceiptLabel;
import dev.muster.resolve.Resolution;
import dev.muster.resolve.WorkspaceSnapshot;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether a campaign can be sent with its receipt label: labels must be listed, the label must not be somebody else's or
 * carried by anybody, and the labels of earlier generations must still be there to be excluded.
 */
record ReceiptCheck(PlanContext context, Resolution resolution) {
    List<Diagnostic> check(Campaign campaign) {
        if (!context.settings().precautions().receiptLabels()) {
            return List.of();
        }
        if (!resolution.capabilities().labels()) {
            return List.of(PlanRule.RECEIPT_NOT_POSSIBLE.at(
                    context.places().of("project.workspaces"),
                    "receipt labels need an API that lists labels and makes them; this one does not list them"));
        }
        return Stream.concat(own(campaign).stream(), gone(campaign)).toList();
    }

    private Optional<Diagnostic> own(Campaign campaign) {
        return named(ReceiptLabel.nameOf(campaign.identity()))
                .flatMap(label -> ReceiptLabel.refusal(label, context.lock().map(Lock::lineage), campaign.identity()))
                .map(why -> PlanRule.RECEIPT_TAKEN.at(
                        context.places().of(campaign.key().value()), why));
    }

    /** Of waves it is known without the label whom they reached. */
    private Stream<Diagnostic> gone(Campaign campaign) {
        if (resolution.before(campaign.identity()).isPresent()) {
            return Stream.empty();
        }
        return context.lock().stream()
                .flatMap(lock -> lock.generations(campaign.key()))
                .filter(entry -> entry.identity().compareTo(campaign.identity()) < 0)
                .filter(entry -> receipt(entry).filter(id -> !isListed(id)).isPresent())
                .map(entry -> PlanRule.RECEIPT_GONE.at(
                        context.places().of(campaign.key().value()),
                        "the receipt label of " + entry.identity() + " is gone: whoever got it cannot be left out",
                        "if people should get it again, acknowledge " + PlanRule.RECEIPT_GONE.id() + " with a reason"))
                .map(danger -> danger.acceptedBy(campaign.acknowledged()));
    }

    private static Optional<LabelId> receipt(LockEntry entry) {
        return entry.attempt().posted().flatMap(RequestSummary::receipt);
    }

    private boolean isListed(LabelId id) {
        return resolution.sweep().filter(sweep -> sweep.has(id)).isPresent();
    }

    private Optional<Label> named(LabelName name) {
        return resolution.sweep().flatMap((WorkspaceSnapshot sweep) -> sweep.labelNamed(name));
    }
}
