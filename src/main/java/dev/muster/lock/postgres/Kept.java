package dev.muster.lock.postgres;

import dev.muster.lock.Draft;
import dev.muster.lock.Lock;
import dev.muster.lock.Slots;
import dev.muster.lock.Step;
import dev.muster.lock.StepMark;
import dev.muster.model.Sha256;

/**
 * A record as a database keeps it, while a run adds steps: the record, the digest of its last step, on which the next one
 * stands, and the step that each part of it stands on.
 */
final class Kept {
    private final Draft draft;
    private final Slots slots;
    private Sha256 last;

    Kept(Lock lock, Slots slots, Sha256 last) {
        this.draft = new Draft(lock);
        this.slots = slots;
        this.last = last;
    }

    Draft draft() {
        return draft;
    }

    Slots slots() {
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
    void took(Step step, Sha256 digest) {
        draft.take(step);
        last = digest;
    }
}
