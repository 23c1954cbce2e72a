package dev.muster.cli.record;

import dev.muster.lock.ExclusiveRun;
import dev.muster.lock.Lock;
import dev.muster.lock.LockEntry;
import dev.muster.lock.MessageEntry;
import dev.muster.lock.Observation;
import dev.muster.lock.SuppressionRecord;
import dev.muster.model.CampaignIdentity;
import dev.muster.model.LabelName;
import dev.muster.model.RemoteId;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
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
    public void record(LockEntry entry) {
        run.record(entry);
        if (entry instanceof LockEntry.Intent intent) {
            witness.accept(intent);
        }
    }

    @Override
    public void record(MessageEntry entry) {
        run.record(entry);
    }

    @Override
    public void suppress(SortedMap<LabelName, SuppressionRecord> labels) {
        run.suppress(labels);
    }

    @Override
    public void witness(CampaignIdentity identity, String answer) {
        run.witness(identity, answer);
    }

    @Override
    public void observe(CampaignIdentity identity, Observation seen) {
        run.observe(identity, seen);
    }

    @Override
    public void close() {
        run.close();
    }
}
