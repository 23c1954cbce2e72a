package dev.muster.doubt;

import dev.muster.lock.ExclusiveRun;
import dev.muster.lock.LockEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Within an exclusive run, before anything is sent: records what SeaX proves about earlier sends. Sends nothing. */
public record Reconciler(EvidenceCollector lookout, ExclusiveRun run, String by) {

    /** The entries that changed; {@code told} hears of each once it is durable. */
    public List<LockEntry> reconcile(Consumer<LockEntry> told) {
        var lock = run.lock();
        var changed = new ArrayList<LockEntry>();
        for (var doubt : lookout.doubts(lock, lock.entries().values())) {
            doubt.evident(by).ifPresent(entry -> {
                run.record(entry);
                changed.add(entry);
                told.accept(entry);
            });
        }
        reconcileMessages();
        return changed;
    }

    /** A single message whose run is gone is a doubt: no evidence ever settles it, and it blocks nothing else. */
    public void reconcileMessages() {
        SingleDoubt.in(run.lock(), lookout.judgedAt())
                .forEach(doubt -> doubt.evident(by).ifPresent(run::record));
    }
}
