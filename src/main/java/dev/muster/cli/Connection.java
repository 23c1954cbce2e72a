package dev.muster.cli;

import dev.muster.apply.CampaignSender;
import dev.muster.resolve.Workspace;
import java.time.Clock;

/** A workspace within reach: the port that reads, the port that sends, and the time that holds there. */
public record Connection(Workspace workspace, CampaignSender sender, Clock clock, Runnable closing)
        implements AutoCloseable {
    @Override
    public void close() {
        closing.run();
    }
}
