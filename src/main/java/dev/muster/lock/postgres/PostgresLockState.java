package dev.muster.lock.postgres;

import dev.muster.lock.CurrentStepIndex;
import dev.muster.lock.Lock;
import dev.muster.lock.LockBuilder;
import dev.muster.lock.LockEvent;
import dev.muster.lock.StepMark;
import dev.muster.model.Sha256;

/**
 * A record as a database keeps it, while a run adds steps: the record, the digest of its last step, on which the next one
 * stands, and the step that each part of it stands on.
 */
final class PostgresLockState {
    private final LockBuilder draft;
    private final CurrentStepIndex slots;
    private Sha256 last;

    PostgresLockState(Lock lock, CurrentStepIndex slots, Sha256 last) {
        this.draft = new LockBuilder(lock);
        this.slots = slots;
        this.last = last;
    }

    LockBuilder draft() {
        return draft;
    }

    CurrentStepIndex slots() {
        return slots;
    }

    long serial() {
        return draft.serial();
    }

    Sha256 last() {
        return last;
    }

    StepMark mark() {
        return new StepMark(serial(), last);
    }

    /** The step is durable under this digest; the slots were moved on when it was written. */
    void took(LockEvent step, Sha256 digest) {
        draft.take(step);
        last = digest;
    }
}
