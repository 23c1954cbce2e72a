package dev.muster.lock;

import dev.muster.model.CampaignIdentity;
import dev.muster.model.RemoteId;
import java.util.List;
import java.util.Optional;

/** A run that has the record in memory, as its own steps left it, and answers every question from there. */
public abstract class DraftedRun implements ExclusiveRun {
    protected abstract LockBuilder draft();

    @Override
    public final Lock lock() {
        return draft().lock();
    }

    @Override
    public final String lineage() {
        return draft().lineage();
    }

    @Override
    public final Optional<LockEntry> entry(CampaignIdentity identity) {
        return draft().entry(identity);
    }

    @Override
    public final List<String> recordedWith(RemoteId id) {
        return draft().recordedWith(id);
    }
}
