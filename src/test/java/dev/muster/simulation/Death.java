package dev.muster.simulation;

/** The process is gone: nothing of it runs any more, and nothing in it may catch this and go on. */
final class Death extends Error {
    private static final long serialVersionUID = 1L;

    Death() {
        super("the process is gone", null, false, false);
    }
}
