package dev.muster.lock;

/** The text is JSON, but not as Muster writes it. */
final class NotAsWritten extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    NotAsWritten(String message) {
        super(message);
    }
}
