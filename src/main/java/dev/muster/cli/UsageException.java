package dev.muster.cli;

/** The command line asks for something that makes no sense. The message is one line and says what to write. */
final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }
}
