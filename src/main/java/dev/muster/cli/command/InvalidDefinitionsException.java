package dev.muster.cli.command;

import dev.muster.cli.env.ExitCode;
import dev.muster.diagnostic.Diagnostic;
import java.util.List;

/** The YAML has findings that stop; they are printed and the run ends, as a rule with code 1. */
public class InvalidDefinitionsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Diagnostic> findings;

    public InvalidDefinitionsException(List<Diagnostic> findings) {
        super("the definitions have " + findings.size() + " findings");
        this.findings = findings;
    }

    ExitCode code() {
        return ExitCode.ERROR;
    }

    List<Diagnostic> findings() {
        return findings;
    }
}
