package dev.muster.forge;

import dev.muster.diagnostic.EnvironmentException;
import java.time.Duration;
import java.util.Optional;

/** A forge did not do what it was asked for, or nobody knows whether it did. The message names no token. */
public final class ForgeException extends EnvironmentException {
    private static final long serialVersionUID = 1L;

    private final Kind kind;
    private final transient Optional<Duration> wait;

    /** What can be done about it. */
    public enum Kind {
        /** A later try may do. */
        PASSING,
        /** What was to be changed is there no more: look again. */
        GONE,
        /** This text is not taken: a short one may be. */
        UNACCEPTABLE,
        /** Nothing. */
        REFUSED
    }

    /** @param wait how long the forge said to wait */
    public ForgeException(Kind kind, String message, Optional<Duration> wait) {
        super(message);
        this.kind = kind;
        this.wait = wait;
    }

    public ForgeException(Kind kind, String message) {
        this(kind, message, Optional.empty());
    }

    public Kind kind() {
        return kind;
    }

    Optional<Duration> waiting() {
        return wait;
    }
}
