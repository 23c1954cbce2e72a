package dev.muster.resolve;

import dev.muster.model.Audience;
import dev.muster.model.Contact;
import dev.muster.model.ContactId;
import dev.muster.model.KeyedHash;
import dev.muster.model.Label;
import dev.muster.model.LabelId;
import dev.muster.model.Phone;
import dev.muster.model.RemoteCampaign;
import dev.muster.model.RemoteId;
import dev.muster.model.RemoteJob;
import dev.muster.model.Template;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * What can be read from a SeaX workspace, which changes while it is read. A list has everything that was in it during the whole
 * reading. One that cannot be read to its end (pages that repeat, ids that change, a server error after retries) is an
 * {@link dev.muster.diagnostic.EnvironmentException}, never a shorter list.
 */
public interface Workspace {
    /** What this API can do, probed once. */
    Capabilities capabilities();

    /** All senders, disabled ones included. */
    List<Phone> phones();

    /** All labels; only where {@link Capabilities#labels} holds. */
    List<Label> labels();

    /**
     * Hands over every contact row as it is read, so that no list of them need be kept. Whoever is in the workspace during the
     * whole reading is handed over. A row that comes again takes the place of its earlier reading.
     */
    Movement contacts(Consumer<Contact> rows);

    /** All contacts as a list, in the order of their ids, each as it was read last. */
    default List<Contact> contacts() {
        var rows = new TreeMap<ContactId, Contact>();
        contacts(row -> rows.put(row.id(), row));
        return List.copyOf(rows.values());
    }

    /**
     * Hands over every contact that carries at least one of the labels, as SeaX finds them; only where
     * {@link Capabilities#filters} holds.
     */
    void carriers(Collection<LabelId> labels, Consumer<Contact> rows);

    /**
     * The message templates that SeaX lists for a sender, in every status; none for a sender that SeaX does not know under
     * its number. Only where {@link Capabilities#templates} holds.
     */
    List<Template> templates(Phone sender);

    /**
     * How many contact rows with a WhatsApp number the server itself finds for an audience; only where
     * {@link Capabilities#filters} holds.
     */
    int count(Audience<LabelId> audience);

    /** Campaigns created since then, drafts included, newest first; only where {@link Capabilities#campaigns} holds. */
    List<RemoteCampaign> campaigns(Instant since);

    /** One campaign, or empty when SeaX says that it does not exist. */
    Optional<RemoteCampaign> campaign(RemoteId id);

    /** How far SeaX's clock is ahead of ours by its answers so far; empty where that is not known. */
    Optional<Duration> skew();

    /** How many messages SeaX has logged of a campaign. */
    int logged(RemoteId id);

    /** Hands over whom each message of a campaign went to, as its whole log says, whatever became of the message. */
    void recipients(RemoteId id, Consumer<Addressee> rows);

    /** A hash under the key of this workspace: what is kept of people is kept by it. */
    KeyedHash hash();

    /** Launches of campaigns that were enqueued since then, or at a time unknown; only where {@link Capabilities#jobs} holds. */
    List<RemoteJob> launches(Instant since);

    /** The state of a job, in SeaX's word; only where {@link Capabilities#jobs} holds. */
    Optional<String> job(String jobId);
}
