package dev.muster.report.text;

import dev.muster.diagnostic.Rule;
import dev.muster.report.Wrap;

/** One rule for a terminal: how much it matters, what it means, what to do. */
public final class RuleText {
    private static final int WIDTH = 80;

    private RuleText() {}

    public static String of(Rule rule) {
        var accept = rule.isAcknowledgeable()
                ? "\nA campaign can accept it in writing:\n  acknowledge: {" + rule.id() + ": the reason}\n"
                : "";
        return rule.id() + ": " + rule.severity().label() + "\n\n" + Wrap.of("", rule.means(), WIDTH) + "\n"
                + Wrap.of("help: ", rule.mend(), WIDTH) + accept;
    }
}
