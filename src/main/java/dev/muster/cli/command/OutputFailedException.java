package dev.muster.cli.command;

/** Standard output does not take what is printed, so what was asked for cannot be given. Why is said once, at the end. */
public final class OutputFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;
}
