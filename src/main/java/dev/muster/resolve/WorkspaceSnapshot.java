package dev.muster.resolve;

import dev.muster.audience.ContactIndex;
import dev.muster.audience.ContactRows;
import dev.muster.audience.Funnel;
import dev.muster.audience.Roster;
import dev.muster.diagnostic.Checked;
import dev.muster.diagnostic.Places;
import dev.muster.model.Audience;
import dev.muster.model.Campaign;
import dev.muster.model.Label;
import dev.muster.model.LabelId;
import dev.muster.model.LabelName;
import dev.muster.model.project.Policy;
import dev.muster.model.project.WorkspaceSettings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What one reading of the workspace found, kept for as long as the plan is made: another revision of the same campaigns
 * is held against the same people without asking SeaX again.
 */
public final class WorkspaceSnapshot {
    private static final SenderIndex NO_SENDERS = new SenderIndex(List.of());

    private final LabelIndex labels;
    private final Optional<ContactIndex> contacts;

    public WorkspaceSnapshot(LabelIndex labels, Optional<ContactIndex> contacts) {
        this.labels = labels;
        this.contacts = contacts;
    }

    /** Reads the labels and the contacts as they are now, for looking at them only: whom to message needs more care. */
    public static WorkspaceSnapshot of(Workspace workspace, WorkspaceSettings settings) {
        var can = workspace.capabilities();
        var labels = new LabelIndex(PeopleReading.labels(workspace, settings), can.labels());
        if (!can.contactLabels()) {
            return new WorkspaceSnapshot(labels, Optional.empty());
        }
        var rows = new ContactRows();
        workspace.contacts(rows::put);
        return new WorkspaceSnapshot(labels, Optional.of(rows.index()));
    }

    /** The contacts; absent where this API does not show which labels they have. */
    public Optional<ContactIndex> contacts() {
        return contacts;
    }

    /** The label of exactly this name, where the workspace has one. */
    public Optional<Label> labelNamed(LabelName name) {
        return labels.named(name);
    }

    public boolean has(LabelId id) {
        return labels.has(id);
    }

    /** A label's name, for display. */
    public String name(LabelId label) {
        return labels.name(label);
    }

    /**
     * The people of an audience by today's labels, at least; nothing where a label that it reaches people by is gone, or nobody
     * can be counted. A label that excludes and is gone excludes nobody.
     */
    public Optional<Roster> roster(Audience<LabelId> audience) {
        boolean isWhole =
                Stream.of(audience.any(), audience.all()).flatMap(List::stream).allMatch(labels::has);
        return contacts.filter(index -> isWhole)
                .map(index -> Funnel.of(audience, labels::name, index).roster());
    }

    /** The audience of a campaign in ids, with the exclusions of the policy it was written under. */
    public Checked<Audience<LabelId>> audience(Campaign campaign, Policy policy) {
        var lookup = new Lookup(labels, NO_SENDERS, policy, new Places(Map.of()), campaign, Optional.empty());
        var audience = lookup.audience();
        return lookup.isIncomplete() ? Checked.failed(lookup.findings()) : Checked.of(audience, List.of());
    }
}
