package dev.muster.diagnostic;

/**
 * Something outside the YAML stands in the way: a server that does not answer, a file that cannot be read, a key that is
 * missing. The message is for the user and says what to do; nothing was sent.
 */
public class EnvironmentException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public EnvironmentException(String message) {
        super(message);
    }

    public EnvironmentException(String message, Throwable cause) {
        super(message, cause);
    }
}
