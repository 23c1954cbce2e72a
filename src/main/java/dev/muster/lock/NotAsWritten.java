package dev.muster.lock;

/** The text is JSON, but not as Muster writes it. */
public final class NotAsWritten extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    public NotAsWritten(String message) {
        super(message);
    }
}
