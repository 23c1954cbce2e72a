package dev.muster.cli.plan;

import dev.muster.definition.Definitions;
import dev.muster.diagnostic.Diagnostic;
import java.util.List;

/** Definitions together with what must be said about the policy they were judged by, if it is not simply their own. */
public record PolicedDefinitions(Definitions definitions, List<Diagnostic> notes) {
    public PolicedDefinitions {
        notes = List.copyOf(notes);
    }
}
