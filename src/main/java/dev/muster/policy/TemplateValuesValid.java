package dev.muster.policy;

import dev.muster.audience.FilledIn;
import dev.muster.diagnostic.Diagnostic;
import dev.muster.diagnostic.MessageRule;
import java.util.stream.Stream;

/** WhatsApp refuses a template whose filled-in values hold line breaks, tabs or long runs of spaces. */
final class TemplateValuesValid implements MessageGuard {
    @Override
    public Stream<Diagnostic> check(MessageProposal proposal) {
        return proposal.filledIn().stream()
                .flatMap(filledIn -> filledIn.gaps().stream()
                        .filter(gap -> gap.unfit() > 0)
                        .map(gap -> unfit(proposal, gap, filledIn.people())));
    }

    private static Diagnostic unfit(MessageProposal proposal, FilledIn.Gap gap, int people) {
        return proposal.danger(
                MessageRule.VALUE_UNFIT,
                "message.text",
                PlaceholdersAreFilled.have(gap.unfit(), people) + " a `" + gap.placeholder()
                        + "` with a line break, a tab or more than four spaces in a row, which WhatsApp does not take",
                "correct the contacts in SeaX");
    }
}
