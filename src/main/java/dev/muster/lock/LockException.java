package dev.muster.lock;

import dev.muster.diagnostic.EnvironmentException;

/** The record cannot be trusted or used as it is. The message says why and what to do; nothing was changed. */
public final class LockException extends EnvironmentException {
    private static final long serialVersionUID = 1L;

    private final Why why;

    public LockException(Why why, String message) {
        super(message);
        this.why = why;
    }

    public Why why() {
        return why;
    }

    /** Why a record is refused. */
    public enum Why {
        /** Truncated, edited by hand, or otherwise not as Muster wrote it. */
        DAMAGED,
        /** Its serial is older than its journal: somebody put an earlier version back. */
        ROLLED_BACK,
        /** It belongs to another workspace. */
        OTHER_WORKSPACE,
        /** It was written by a newer Muster. */
        NEWER_FORMAT,
        /** Another run holds it. */
        HELD,
        /** It cannot be written, so nothing may be sent. */
        UNWRITABLE,
        /** It is kept on another machine, which does not answer. */
        UNREACHABLE,
        /** Another run changed it since this one began. */
        OVERTAKEN
    }
}
