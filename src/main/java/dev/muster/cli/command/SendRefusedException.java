package dev.muster.cli.command;

import dev.muster.diagnostic.Diagnostic;
import java.util.List;

/** Nothing is sent, for a reason that is said to the user; it ends the way to a post wherever that reason is found. */
public final class SendRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Diagnostic> findings;

    public SendRefusedException(String why) {
        this(why, List.of());
    }

    public SendRefusedException(String why, List<Diagnostic> findings) {
        super(why);
        this.findings = List.copyOf(findings);
    }

    /** What was found of the message. */
    public List<Diagnostic> findings() {
        return findings;
    }
}
