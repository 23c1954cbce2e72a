package dev.muster.cli.env;

import dev.muster.apply.CampaignSender;
import dev.muster.apply.MessageSender;
import dev.muster.apply.PartSender;
import dev.muster.apply.ReceiptLabels;
import dev.muster.contacts.ContactImporter;
import dev.muster.doubt.EvidenceCollector;
import dev.muster.http.RetryDelay;
import dev.muster.model.KeyedHash;
import dev.muster.outcome.Deliveries;
import dev.muster.resolve.Workspace;
import java.time.Clock;

/**
 * A workspace within reach: the port that reads, the three that send (campaigns by labels and by numbers, and messages to one person), the one
 * that makes receipt labels, the one that brings contacts in, the one that reads logs, the time that holds there and how to
 * let it pass, and a hash under its key, with which rosters are compared.
 */
public record WorkspaceClient(
        Workspace workspace,
        CampaignSender sender,
        PartSender parts,
        MessageSender messages,
        ReceiptLabels labels,
        ContactImporter importer,
        Deliveries deliveries,
        Clock clock,
        RetryDelay pause,
        KeyedHash hash,
        Runnable closing)
        implements AutoCloseable {
    /** A look at what became of earlier sends, now. */
    public EvidenceCollector lookout() {
        return new EvidenceCollector(workspace, clock.instant());
    }

    @Override
    public void close() {
        closing.run();
    }
}
