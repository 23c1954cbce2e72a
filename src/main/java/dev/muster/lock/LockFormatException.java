package dev.muster.lock;

/** The text is JSON, but not as Muster writes it. */
public final class LockFormatException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    public LockFormatException(String message) {
        super(message);
    }
}
