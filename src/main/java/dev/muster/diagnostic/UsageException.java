package dev.muster.diagnostic;

/** The command line asks for something that makes no sense. The message is one line and says what to write. */
public final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UsageException(String message) {
        super(message);
    }
}
