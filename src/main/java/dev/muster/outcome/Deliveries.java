package dev.muster.outcome;

import dev.muster.model.RemoteId;
import java.util.function.Consumer;

/** The logs of campaigns, which may be longer than memory. */
public interface Deliveries {
    /**
     * Hands over the rows of a campaign's log as they are read, page by page, each row once, whatever shifts between two
     * pages. Rows whose ids are in {@code known} are left out, and every id that is read is added to it. A log that promises
     * more rows than it gives, read three times, is an {@link dev.muster.diagnostic.EnvironmentException}, after the rows
     * that there were.
     *
     * @param from how many rows at the start of the log need not be read, because they are known
     */
    void each(RemoteId campaign, int from, SeenIds known, Consumer<Delivery> rows);
}
