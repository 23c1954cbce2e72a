package dev.muster.report.text;

import dev.muster.audience.Funnel;
import dev.muster.diagnostic.Characters;
import dev.muster.report.Numbers;
import dev.muster.report.Row;
import dev.muster.report.Wrap;
import dev.muster.resolve.Reach;
import java.util.ArrayList;
import java.util.List;

/** Reach in one line: {@code 1,912 people  (any 2,720 → all 2,431 → minus recent_buyers 361, DNC 38)}. */
final class ReachText {
    private ReachText() {}

    static List<Row> lines(Reach reach) {
        if (reach instanceof Reach.Known known) {
            var lines = new ArrayList<Row>();
            lines.add(new Row("reach", Numbers.of(known.people(), "person", "people") + "  (" + funnel(known) + ")"));
            if (known.messages() != known.people()) {
                lines.add(new Row("messages", Numbers.of(known.messages()) + ": some people are on several contacts"));
            }
            return lines;
        }
        var unknown = (Reach.Unknown) reach;
        return List.of(new Row("reach", "unknown, at most " + Numbers.of(unknown.atMost()) + ": " + unknown.why()));
    }

    private static String funnel(Reach.Known known) {
        var text = new StringBuilder();
        var first = true;
        for (var step : known.funnel().steps()) {
            text.append(text.isEmpty() ? "" : isMinus(step) && !first ? ", " : " → ");
            text.append(isMinus(step) && first ? "minus " : "").append(words(step));
            first = first && !isMinus(step);
        }
        return text.toString();
    }

    private static boolean isMinus(Funnel.Step step) {
        return step.kind() != Funnel.Kind.ANY && step.kind() != Funnel.Kind.ALL;
    }

    private static String words(Funnel.Step step) {
        return switch (step.kind()) {
            case ANY -> "any" + Wrap.GLUE + Numbers.of(step.left());
            case ALL -> "all" + Wrap.GLUE + Numbers.of(step.left());
            case EXCLUDE -> glued(Characters.visible(step.label()), step);
            case EXCLUDE_CONTACTS -> glued("single contacts", step);
            case NO_WHATSAPP -> glued("no WhatsApp", step);
            case EARLIER_WAVES -> glued("reached by an earlier wave", step);
            case SAME_PERSON -> glued("same person again", step);
            case UNREADABLE_NUMBER -> glued("number unreadable", step);
            case EXCLUDED_NUMBER -> glued("excluded on another contact", step);
            case SAME_NUMBER -> glued("same number again", step);
            case EARLIER_PARTS -> glued("in an earlier part", step);
            case WITHOUT_VALUE -> glued("no usable value", step);
            case JOINED_TOO_LATE -> glued("joined too late", step);
        };
    }

    private static String glued(String what, Funnel.Step step) {
        return (what + " " + Numbers.of(step.removed())).replace(" ", Wrap.GLUE);
    }
}
