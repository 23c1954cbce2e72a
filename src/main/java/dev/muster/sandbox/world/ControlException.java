package dev.muster.sandbox.world;

/** The owner of a sandbox asked for what it cannot do; the message says so in words, and nothing changed. */
public final class ControlException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    public ControlException(String message) {
        super(message);
    }
}
