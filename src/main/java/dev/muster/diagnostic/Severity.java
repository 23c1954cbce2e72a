package dev.muster.diagnostic;

/** How much a finding matters, in ascending order. */
public enum Severity {
    /** Worth knowing; changes nothing. */
    NOTE,
    /** Probably not meant; stops nothing. */
    WARNING,
    /** Could harm people: stops, unless the definition acknowledges the rule with a reason. */
    DANGER,
    /** Cannot be carried out: stops, always. */
    ERROR;

    public String label() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
