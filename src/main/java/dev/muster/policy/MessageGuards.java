package dev.muster.policy;

import dev.muster.diagnostic.Diagnostic;
import java.util.List;
import java.util.stream.Stream;

/** All guards over a message, in the order in which their findings are listed. */
final class MessageGuards {
    private static final List<MessageGuard> ALL = List.of(
            new AllowedSenders(),
            new AllowedLinkHosts(),
            new PlaceholdersAreFilled(),
            new TemplateValuesValid(),
            new FilledInTextFits(),
            new LinksAreClear(),
            new LinksOfValues());

    private MessageGuards() {}

    static Stream<Diagnostic> check(MessageProposal proposal) {
        return ALL.stream().flatMap(guard -> guard.check(proposal));
    }
}
