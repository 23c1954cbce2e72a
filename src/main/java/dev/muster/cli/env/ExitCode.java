package dev.muster.cli.env;

/** What a run of Muster ends with. Pipelines rely on these numbers; they never change. */
public enum ExitCode {
    /** Done, or nothing to do. */
    OK(0),
    /** An error; nothing was sent. */
    ERROR(1),
    /** The plan has changes; only with {@code --detailed-exitcode}. */
    CHANGES(2),
    /** Refused by policy, a guard, the lock, or because nobody approved it. */
    REFUSED(3),
    /** The plan is stale, was applied already, or is for another lock. */
    STALE(4),
    /** Partly applied: some were sent, some not, all recorded. */
    PARTLY(5),
    /** An outcome is unknown, and a person must resolve it. Wins over every other code. */
    DOUBT(6),
    /** Wrong use of the command line. */
    USAGE(64),
    /** A bug in Muster. */
    BUG(70),
    /** Interrupted; the lock is consistent. */
    INTERRUPTED(130);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }
}
