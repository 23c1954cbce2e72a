package dev.muster.check;

import dev.muster.definition.Block;
import dev.muster.definition.Documents;
import dev.muster.definition.Quoted;
import dev.muster.diagnostic.CampaignRule;
import dev.muster.diagnostic.Diagnostic;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A sender that begins with a plus is a number in E.164 form: else it would be looked up as a name, and not found. */
final class SenderNumberHasForm implements Check {
    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");

    @Override
    public List<Diagnostic> check(Documents documents) {
        return documents
                .all()
                .flatMap(document -> document.blocks().stream())
                .filter(block -> block.isBound("senders"))
                .flatMap(SenderNumberHasForm::findings)
                .toList();
    }

    private static Stream<Diagnostic> findings(Block<?> block) {
        var senders = block.texts("senders").orElse(List.of());
        return IntStream.range(0, senders.size())
                .filter(i -> senders.get(i).startsWith("+")
                        && !E164.matcher(senders.get(i)).matches())
                .mapToObj(i -> CampaignRule.SENDER_NUMBER.at(
                        block.at("senders." + i),
                        Quoted.of(senders.get(i)) + " is not a phone number in E.164 form",
                        "write a plus and digits only: " + suggestion(senders.get(i))));
    }

    private static String suggestion(String sender) {
        var digits = "+" + sender.replaceAll("[^0-9]", "");
        return '"' + (E164.matcher(digits).matches() ? digits : "+15550100100") + '"';
    }
}
