package dev.muster.diagnostic;

/** How a run ends that could not do its work. */
public enum RunRule implements Rule {
    BUG("run/bug", Severity.ERROR, """
            Muster has a bug, and the run ended.
            Mend: run it again with `--debug`, and report what it prints"""),
    ENVIRONMENT("run/environment", Severity.ERROR, """
            Something outside Muster does not work, such as a file, the network or SeaX, so the run ended.
            Mend: see the message, which says what to do"""),
    REFUSED("run/refused", Severity.ERROR, """
            The lock cannot be used, or it does not allow this run, so the run ended.
            Mend: see the message, which says what to do"""),
    USAGE("run/usage", Severity.ERROR, """
            The command line is wrong. Nothing was done.
            Mend: see the message, or `muster COMMAND --help`""");

    @SuppressWarnings("ImmutableEnumChecker") // a record of immutable values
    private final Entry entry;

    RunRule(String id, Severity severity, String text) {
        entry = new Entry(id, severity, text);
    }

    @Override
    public Entry entry() {
        return entry;
    }
}
