package dev.muster.resolve;

import dev.muster.diagnostic.Checked;
import dev.muster.diagnostic.Diagnostic;
import dev.muster.diagnostic.Places;
import dev.muster.model.Audience;
import dev.muster.model.Campaign;
import dev.muster.model.LabelId;
import dev.muster.model.LabelName;
import dev.muster.model.Phone;
import dev.muster.model.PhoneId;
import dev.muster.model.ReceiptLabel;
import dev.muster.model.project.Policy;
import dev.muster.model.project.WorkspaceSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What names stand for in a workspace, of labels and senders alone: nobody's contacts are read for it. */
public final class WorkspaceNames {
    private final LabelIndex labels;
    private final SenderIndex phones;
    private final Policy policy;
    private final Places places;
    private final Optional<List<LabelId>> receipts;

    private WorkspaceNames(
            LabelIndex labels, SenderIndex phones, Policy policy, Places places, Optional<List<LabelId>> receipts) {
        this.labels = labels;
        this.phones = phones;
        this.policy = policy;
        this.places = places;
        this.receipts = receipts;
    }

    /** Asks for labels, where this API lists them, and for senders. */
    public static WorkspaceNames read(Workspace workspace, WorkspaceSettings settings, Policy policy, Places places) {
        boolean listed = workspace.capabilities().labels();
        var labels = new LabelIndex(listed ? workspace.labels() : settings.writtenLabels(), listed);
        var receipts = Optional.of(List.<LabelId>of())
                .filter(none -> settings.precautions().receiptLabels());
        return new WorkspaceNames(labels, new SenderIndex(workspace.phones()), policy, places, receipts);
    }

    /** The audience in ids, with the policy's exclusions; or why a name in it stands for nothing. */
    public Checked<Audience<LabelId>> audience(Campaign campaign) {
        var lookup = new Lookup(labels, phones, policy, places, campaign, receipts);
        var audience = lookup.audience();
        return lookup.isIncomplete() ? Checked.failed(lookup.findings()) : Checked.of(audience, List.of());
    }

    /** The senders, also those that can send no longer; or why one of them stands for nothing. */
    public Checked<List<PhoneId>> senders(Campaign campaign) {
        var ids = new ArrayList<PhoneId>();
        var findings = new ArrayList<Diagnostic>();
        for (var sender : campaign.senders()) {
            var found = phones.one(sender, places.of(campaign.key() + ".senders"));
            found.value().map(Phone::id).ifPresent(ids::add);
            findings.addAll(found.diagnostics());
        }
        return findings.isEmpty() ? Checked.of(ids, findings) : Checked.failed(findings);
    }

    /** The receipt label of a campaign, where somebody made it. */
    public Optional<LabelId> receipt(Campaign campaign) {
        LabelName name = ReceiptLabel.nameOf(campaign.identity());
        return labels.named(name).map(label -> label.id());
    }
}
