package dev.muster.doubt;

import dev.muster.diagnostic.EnvironmentException;
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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** A workspace in which some campaigns are not listed, some cannot be read, and some lists cannot be had at all. */
record HostileWorkspace(
        List<Phone> phones,
        Map<RemoteId, RemoteCampaign> campaigns,
        Set<RemoteId> unlisted,
        Set<RemoteId> unreadable,
        List<RemoteJob> jobs,
        Capabilities capabilities,
        boolean silentJobs,
        Optional<Duration> skew)
        implements Workspace {
    @Override
    public List<RemoteCampaign> campaigns(Instant since) {
        return campaigns.values().stream()
                .filter(campaign -> !unlisted.contains(campaign.id()))
                .filter(campaign -> !campaign.createdAt().orElse(since).isBefore(since))
                .toList();
    }

    @Override
    public Optional<RemoteCampaign> campaign(RemoteId id) {
        if (unreadable.contains(id)) {
            throw new EnvironmentException("503 for " + id);
        }
        return Optional.ofNullable(campaigns.get(id));
    }

    @Override
    public List<RemoteJob> launches(Instant since) {
        if (silentJobs) {
            throw new EnvironmentException("503 for the jobs");
        }
        return jobs;
    }

    @Override
    public List<Label> labels() {
        return List.of();
    }

    @Override
    public Movement contacts(Consumer<Contact> rows) {
        return Movement.NONE;
    }

    @Override
    public void carriers(Collection<LabelId> labels, Consumer<Contact> rows) {}

    @Override
    public List<Template> templates(Phone sender) {
        return List.of();
    }

    @Override
    public int count(Audience<LabelId> audience) {
        return 0;
    }

    @Override
    public void recipients(RemoteId id, Consumer<Addressee> rows) {
        throw new IllegalStateException("nobody asks this workspace whom a campaign reached");
    }

    @Override
    public KeyedHash hash() {
        return String::hashCode;
    }

    @Override
    public int logged(RemoteId id) {
        return 3;
    }

    @Override
    public Optional<String> job(String jobId) {
        return Optional.empty();
    }
}
