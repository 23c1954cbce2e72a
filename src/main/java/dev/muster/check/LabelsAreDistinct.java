package dev.muster.check;

import dev.muster.definition.Documents;
import dev.muster.definition.Quoted;
import dev.muster.diagnostic.CampaignRule;
import dev.muster.diagnostic.Characters;
import dev.muster.diagnostic.Diagnostic;
import dev.muster.diagnostic.Skeleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * No two label names in a folder look alike. Labels are matched exactly: {@code DNC} written with a Cyrillic letter would
 * exclude nobody, and a reviewer could not see it.
 */
final class LabelsAreDistinct implements Check {
    @Override
    public List<Diagnostic> check(Documents documents) {
        var firsts = new HashMap<String, WrittenLabel>();
        var reported = new HashSet<String>();
        var findings = new ArrayList<Diagnostic>();
        WrittenLabel.in(documents).forEach(label -> {
            var first = firsts.computeIfAbsent(Skeleton.of(label.name()), s -> label);
            if (!first.name().equals(label.name()) && reported.add(label.name())) {
                findings.add(twins(label, first));
            }
        });
        return findings;
    }

    private static Diagnostic twins(WrittenLabel label, WrittenLabel first) {
        return CampaignRule.LABEL_LOOK_ALIKE.at(
                label.place(),
                Quoted.of(label.name()) + " looks like " + Quoted.of(first.name()) + " (" + first.place()
                        + "), but is another label: " + difference(label.name(), first.name()));
    }

    private static String difference(String name, String other) {
        int[] these = name.codePoints().toArray();
        int[] those = other.codePoints().toArray();
        int shorter = Math.min(these.length, those.length);
        int i = IntStream.range(0, shorter)
                .filter(n -> these[n] != those[n])
                .findFirst()
                .orElse(shorter);
        return "character " + (i + 1) + " is " + character(these, i) + " here and " + character(those, i) + " there";
    }

    private static String character(int[] text, int index) {
        return index < text.length ? Characters.name(text[index]) : "missing";
    }
}
