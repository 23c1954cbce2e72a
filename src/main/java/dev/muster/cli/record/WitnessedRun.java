package dev.muster.cli.record;

import dev.muster.lock.ExclusiveRun;
import dev.muster.lock.Lock;
import dev.muster.lock.LockEntry;
import dev.muster.lock.LockEvent;
import dev.muster.model.CampaignIdentity;
import dev.muster.model.RemoteId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A run that tells of each intent as soon as it is durable, and before anything is posted for it. */
public record WitnessedRun(ExclusiveRun run, Consumer<LockEntry.Intent> witness) implements ExclusiveRun {
    @Override
    public Lock lock() {
        return run.lock();
    }

    @Override
    public String lineage() {
        return run.lineage();
    }

    @Override
    public Optional<LockEntry> entry(CampaignIdentity identity) {
        return run.entry(identity);
    }

    @Override
    public List<String> recordedWith(RemoteId id) {
        return run.recordedWith(id);
    }

    @Override
    public void take(LockEvent step) {
        run.take(step);
        if (step instanceof LockEvent.Recorded recorded && recorded.entry() instanceof LockEntry.Intent intent) {
            witness.accept(intent);
        }
    }

    @Override
    public void close() {
        run.close();
    }
}
