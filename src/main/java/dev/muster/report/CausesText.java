package dev.muster.report;

import dev.muster.diagnostic.Characters;
import dev.muster.outcome.FailureCauses;
import dev.muster.outcome.FailureCauses.Cause;
import dev.muster.outcome.FailureCodes.Again;
import dev.muster.outcome.FailureCodes.Meaning;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ArrayNode;

/** What messages failed for, the most frequent first, and what to do about it. */
public final class CausesText {
    private CausesText() {}

    public static String of(FailureCauses causes) {
        var head = Numbers.of(causes.failed()) + " of " + Numbers.of(causes.messages(), "message") + " failed\n";
        return head + causes.all().stream().map(CausesText::one).collect(Collectors.joining());
    }

    private static String one(Cause cause) {
        var head = "\n  " + Numbers.of(cause.messages()) + " × " + Characters.visible(cause.name());
        return head
                + cause.meaning()
                        .map(known -> "  " + known.text() + "\n      again?  " + again(known.again())
                                + "\n      to do   " + known.remedy() + "\n")
                        .orElse("\n      again?  not known: a cause without a code that Muster knows\n");
    }

    static String again(Again again) {
        return switch (again) {
            case NEVER -> "never: these people must not be messaged any more";
            case NO -> "no: another try would fail the same way";
            case LATER -> "later, as a new campaign that is planned and reviewed";
            case AFTER_FIX -> "when that was put right, as a new campaign that is planned and reviewed";
        };
    }

    public static String json(FailureCauses causes) {
        var document = Json.envelope(true, List.of())
                .put("messages", causes.messages())
                .put("failed", causes.failed());
        list(document.putArray("causes"), causes.all());
        return Json.document(document);
    }

    public static void list(ArrayNode array, List<Cause> causes) {
        for (var cause : causes) {
            var node = array.addObject().put("cause", cause.name()).put("messages", cause.messages());
            cause.meaning()
                    .ifPresent((Meaning known) -> node.put("code", known.code())
                            .put("meaning", known.text())
                            .put("again", known.again().name().toLowerCase(Locale.ROOT))
                            .put("remedy", known.remedy()));
        }
    }
}
