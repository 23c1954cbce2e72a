package dev.muster.check;

import dev.muster.definition.Documents;
import dev.muster.diagnostic.Diagnostic;
import java.util.List;

/** One judgement over all documents of a folder, offline. It has a stable id, and a comment naming the harm. */
@FunctionalInterface
interface Check {
    List<Diagnostic> check(Documents documents);
}
