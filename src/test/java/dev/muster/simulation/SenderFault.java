package dev.muster.simulation;

/** A bug in the sender, which promises to throw nothing. */
final class SenderFault extends RuntimeException {
    private static final long serialVersionUID = 1L;
}
