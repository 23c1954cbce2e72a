package dev.muster.policy;

import dev.muster.diagnostic.Diagnostic;
import java.util.Optional;

/** One rule over a campaign that is about to be sent. */
public interface Guard {
    /** What the guard objects to, if anything. */
    Optional<Diagnostic> check(GuardInput proposal);
}
