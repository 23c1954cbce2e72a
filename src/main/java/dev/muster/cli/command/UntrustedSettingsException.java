package dev.muster.cli.command;

import dev.muster.cli.env.ExitCode;
import dev.muster.diagnostic.Diagnostic;
import java.util.List;

/** The folder says something about the way to a workspace that it may not decide; the run ends with code 3. */
final class UntrustedSettingsException extends InvalidDefinitionsException {
    private static final long serialVersionUID = 1L;

    UntrustedSettingsException(List<Diagnostic> findings) {
        super(findings);
    }

    @Override
    ExitCode code() {
        return ExitCode.REFUSED;
    }
}
