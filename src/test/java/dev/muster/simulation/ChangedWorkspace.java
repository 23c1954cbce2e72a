package dev.muster.simulation;

import dev.muster.model.Audience;
import dev.muster.model.Contact;
import dev.muster.model.KeyedHash;
import dev.muster.model.Label;
import dev.muster.model.LabelId;
import dev.muster.model.Phone;
import dev.muster.model.RemoteCampaign;
import dev.muster.model.RemoteId;
import dev.muster.model.RemoteJob;
import dev.muster.model.Template;
import dev.muster.resolve.Addressee;
import dev.muster.resolve.Capabilities;
import dev.muster.resolve.Movement;
import dev.muster.resolve.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** A workspace of which some things are read wrongly. */
record ChangedWorkspace(
        Workspace workspace, UnaryOperator<List<Label>> labelsRead, UnaryOperator<List<Contact>> contactsRead)
        implements Workspace {
    static Workspace labels(Workspace workspace, UnaryOperator<List<Label>> read) {
        return new ChangedWorkspace(workspace, read, UnaryOperator.identity());
    }

    static Workspace contacts(Workspace workspace, UnaryOperator<List<Contact>> read) {
        return new ChangedWorkspace(workspace, UnaryOperator.identity(), read);
    }

    @Override
    public Capabilities capabilities() {
        return workspace.capabilities();
    }

    @Override
    public List<Phone> phones() {
        return workspace.phones();
    }

    @Override
    public List<Label> labels() {
        return labelsRead.apply(workspace.labels());
    }

    @Override
    public Movement contacts(Consumer<Contact> rows) {
        contactsRead.apply(workspace.contacts()).forEach(rows);
        return Movement.NONE;
    }

    @Override
    public void carriers(Collection<LabelId> labels, Consumer<Contact> rows) {
        contactsRead.apply(workspace.contacts()).stream()
                .filter(contact -> labels.stream().anyMatch(contact.labels()::contains))
                .forEach(rows);
    }

    @Override
    public List<Template> templates(Phone sender) {
        return workspace.templates(sender);
    }

    @Override
    public int count(Audience<LabelId> audience) {
        return workspace.count(audience);
    }

    @Override
    public List<RemoteCampaign> campaigns(Instant since) {
        return workspace.campaigns(since);
    }

    @Override
    public Optional<RemoteCampaign> campaign(RemoteId id) {
        return workspace.campaign(id);
    }

    @Override
    public void recipients(RemoteId id, Consumer<Addressee> rows) {
        workspace.recipients(id, rows);
    }

    @Override
    public KeyedHash hash() {
        return workspace.hash();
    }

    @Override
    public Optional<Duration> skew() {
        return workspace.skew();
    }

    @Override
    public int logged(RemoteId id) {
        return workspace.logged(id);
    }

    @Override
    public List<RemoteJob> launches(Instant since) {
        return workspace.launches(since);
    }

    @Override
    public Optional<String> job(String jobId) {
        return workspace.job(jobId);
    }
}
