package dev.muster.contacts;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Whose number a row names: one that can be read, once in the file, and of nobody who would lose protection by it. */
final class NumberCheck {
    private final ContactRules rules;
    private final NumberReader reader;
    private final NumberIndex seen = new NumberIndex();

    NumberCheck(ContactRules rules) {
        this.rules = rules;
        this.reader = new NumberReader(rules.country());
    }

    /** The number in E.164; empty when there is none, or none that can be read. */
    Optional<String> number(Cell cell, String column, Verdict verdict) {
        var reading = reader.read(cell.text());
        if (reading instanceof NumberReading.Unreadable wrong) {
            verdict.refuse(cell, "contacts/number", "column \"" + column + "\" " + wrong.why(), wrong.help());
            return Optional.empty();
        }
        return reading instanceof NumberReading.Read read
                ? Optional.of(accepted(cell, column, read, verdict))
                : Optional.empty();
    }

    private String accepted(Cell cell, String column, NumberReading.Read read, Verdict verdict) {
        if (read.isRewritten()) {
            verdict.rewrite();
        }
        if (!read.isLikely()) {
            verdict.warn(
                    cell,
                    "contacts/unlikely-number",
                    "column \"" + column + "\" holds a number that its country has not given out",
                    "compare it with the source; it is imported as it is");
        }
        return read.e164();
    }

    void requireOnce(String number, Cell cell, Verdict verdict) {
        seen.put(number, cell.line())
                .ifPresent(first -> verdict.refuse(
                        cell,
                        "contacts/number-twice",
                        "the number stands on line " + first + " already",
                        "one person would become two contacts and get every message twice; merge the rows"));
    }

    /** A label that the policy excludes from everything must not get lost, nor be evaded by a second contact. */
    void requireSuppressionKept(String number, ContactLine line, Cell cell, Verdict verdict) {
        var lost = lost(number, line);
        if (!lost.isEmpty()) {
            verdict.refuse(
                    cell,
                    "contacts/suppression-lost",
                    "the person carries " + quoted(lost) + " in the workspace, and with --duplicates "
                            + rules.duplicates().word() + " would have a contact without",
                    "remove the row, or name the label in it");
        }
    }

    private Set<String> lost(String number, ContactLine line) {
        if (!rules.duplicates().mayDropLabels() && !rules.duplicates().makesSecondContact()) {
            return Set.of();
        }
        var lost = new TreeSet<String>();
        rules.people().ifPresent(people -> lost.addAll(people.suppressionOf(number)));
        line.labels().forEach(lost::remove);
        return lost;
    }

    private static String quoted(Set<String> labels) {
        return labels.stream().map(label -> '"' + label + '"').collect(Collectors.joining(", "));
    }
}
