package dev.muster.policy;

import dev.muster.audience.FilledIn;
import dev.muster.diagnostic.Diagnostic;
import dev.muster.diagnostic.MessageRule;
import dev.muster.model.text.Placeholder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** SeaX leaves a placeholder in the text where a person has no value for it: "Hello {first_name}". */
final class PlaceholdersAreFilled implements MessageGuard {
    private static final String HELP =
            "fill the field in SeaX, exclude these people by a label, or write a text without it";

    @Override
    public Stream<Diagnostic> check(MessageProposal proposal) {
        return proposal.isForOnePerson() ? left(proposal) : ofAudience(proposal);
    }

    /** A single message goes out as it is. */
    private static Stream<Diagnostic> left(MessageProposal proposal) {
        return Placeholder.namesIn(proposal.text()).stream()
                .map(name -> proposal.danger(
                        MessageRule.PLACEHOLDER_MISSING,
                        "message.text",
                        "nothing is filled in for `" + name + "`; the person would read the raw `"
                                + Placeholder.raw(name) + "`",
                        proposal.acknowledged().isPresent()
                                ? "write a sample of it under `placeholders` of the message"
                                : "write what the person is to read in its place"));
    }

    private static Stream<Diagnostic> ofAudience(MessageProposal proposal) {
        return proposal.filledIn()
                .map(filledIn -> filledIn.gaps().stream().flatMap(gap -> gap(proposal, gap, filledIn.people())))
                .orElseGet(() -> unchecked(proposal));
    }

    private static Stream<Diagnostic> gap(MessageProposal proposal, FilledIn.Gap gap, int people) {
        return said(gap, people).stream()
                .map(message -> proposal.danger(MessageRule.PLACEHOLDER_MISSING, "message.text", message, HELP));
    }

    private static List<String> said(FilledIn.Gap gap, int people) {
        var name = gap.placeholder();
        var raw = Placeholder.raw(name);
        var said = new ArrayList<String>();
        if (gap.missing() > 0 && Placeholder.isReserved(name)) {
            said.add("SeaX keeps the word `" + name + "` for itself; everybody would read the raw `" + raw + "`");
        } else if (gap.missing() > 0) {
            said.add(have(gap.missing(), people) + " no `" + name + "`; they would read the raw `" + raw + "`");
        }
        if (gap.blank() > 0) {
            said.add(have(gap.blank(), people) + " a blank `" + name + "`; they would read a gap or the raw `" + raw
                    + "`");
        }
        return said;
    }

    /** The beginning of a sentence about some of the people: {@code 37 of 1,914 people have}. */
    static String have(int some, int people) {
        return String.format(Locale.ROOT, "%,d of %,d people %s", some, people, some == 1 ? "has" : "have");
    }

    private static Stream<Diagnostic> unchecked(MessageProposal proposal) {
        var names = Placeholder.namesIn(proposal.text());
        var written = names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
        return names.isEmpty()
                ? Stream.empty()
                : Stream.of(MessageRule.PLACEHOLDERS_UNCHECKED.at(
                        proposal.place("message.text"),
                        "whether everybody has " + written
                                + " is not known; people without it would read the raw placeholder"));
    }
}
