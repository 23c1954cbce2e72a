package dev.muster.simulation;

/** A promise that was broken. */
final class Violation extends Error {
    private static final long serialVersionUID = 1L;

    Violation(String promise, String how) {
        super(promise + ": " + how);
    }

    private Violation(RuntimeException failure) {
        super("the program goes on: " + failure, failure);
    }

    /** What ended an actor, which a design must not do; a broken promise stands for itself. */
    static Error of(Throwable end) {
        if (end instanceof Error error) {
            return error;
        }
        return new Violation((RuntimeException) end);
    }

    static void unless(boolean kept, String promise, Object how) {
        if (!kept) {
            throw new Violation(promise, String.valueOf(how));
        }
    }
}
