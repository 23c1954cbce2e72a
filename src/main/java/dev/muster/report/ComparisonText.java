package dev.muster.report;

import dev.muster.diagnostic.Characters;
import dev.muster.lock.OutcomeComparison;

/** The messages of a campaign against what was planned, for people. */
public final class ComparisonText {
    private ComparisonText() {}

    public static String of(OutcomeComparison found) {
        var text = new StringBuilder("planned " + planned(found) + "   received "
                + Numbers.of(found.received()) + "   failed " + Numbers.of(found.failed()) + "   missing "
                + Numbers.ifKnown(found.missing()) + "   unexpected " + Numbers.ifKnown(found.unexpected())
                + "   excluded " + Numbers.ifKnown(found.excluded()) + "   (compared "
                + Times.minute(found.at()) + ")");
        found.remarks().forEach(remark -> text.append("\n    note: ").append(Characters.visible(remark)));
        return text.toString();
    }

    /** Where nobody can say who is missing, nobody could count the audience: what was approved was a limit. */
    static String planned(OutcomeComparison found) {
        return (found.missing().isEmpty() ? "at most " : "") + Numbers.of(found.planned());
    }
}
