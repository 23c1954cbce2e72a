package dev.muster.policy;

import dev.muster.diagnostic.Diagnostic;
import java.util.stream.Stream;

/** One rule over what people would read; it may object to several things in one message. */
interface MessageGuard {
    /** What the guard objects to. */
    Stream<Diagnostic> check(MessageProposal proposal);
}
