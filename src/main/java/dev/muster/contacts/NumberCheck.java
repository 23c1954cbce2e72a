package dev.muster.contacts;

import dev.muster.diagnostic.ContactRule;
import dev.muster.number.Account;
import dev.muster.number.NumberReader;
import dev.muster.number.ParsedNumber;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Whose number a row names: one that can be read, once in the file, and of nobody who would lose protection by it. */
final class NumberCheck {
    private static final String NAME_IT = "remove the row, or name the label in it";
    private static final String OTHERWISE =
            "the workspace has the number in another spelling, and could get a second contact of the person";
    private static final String CORRECT_IT = "correct the number in SeaX first, or merge the contacts after the import";

    private final ContactRules rules;
    private final NumberReader reader;
    private final NumberIndex seen = new NumberIndex();
    private final NumberIndex likely = new NumberIndex();

    NumberCheck(ContactRules rules) {
        this.rules = rules;
        this.reader = NumberReader.ofPeople(rules.country());
    }

    /** Whose number it is; empty when there is none, or none that can be read. */
    Optional<Account> number(Cell cell, String column, RowResult verdict) {
        var reading = reader.read(cell.text());
        if (reading instanceof ParsedNumber.Unreadable wrong) {
            verdict.refuse(cell, ContactRule.NUMBER, "column \"" + column + "\" " + wrong.why(), wrong.help());
            return Optional.empty();
        }
        return reading instanceof ParsedNumber.Read read ? accepted(cell, column, read, verdict) : Optional.empty();
    }

    private Optional<Account> accepted(Cell cell, String column, ParsedNumber.Read read, RowResult verdict) {
        if (read.hadExtension()) {
            verdict.refuse(
                    cell,
                    ContactRule.NUMBER,
                    "column \"" + column + "\" holds an extension",
                    "write digits only, without an extension");
            return Optional.empty();
        }
        if (!read.e164().equals(cell.text())) {
            verdict.rewrite();
        }
        if (!NumberReader.isAssigned(read.e164())) {
            verdict.warn(
                    cell,
                    ContactRule.UNLIKELY_NUMBER,
                    "column \"" + column + "\" holds a number that its country has not given out",
                    "compare it with the source; it is imported as it is");
        }
        return Optional.of(new Account(read.e164()));
    }

    void requireOnce(Account person, Cell cell, RowResult verdict) {
        seen.put(person.number(), cell.line())
                .ifPresent(first -> verdict.refuse(
                        cell,
                        ContactRule.NUMBER_TWICE,
                        "the number is already on line " + first,
                        "one person would become two contacts and get every message twice; merge the rows"));
        if (person.hasSpellings()) {
            likely(person, cell, verdict);
        }
    }

    private void likely(Account person, Cell cell, RowResult verdict) {
        var first = likely.put(person.likely().number(), cell.line());
        if (first.isPresent() && !verdict.isRefused()) {
            verdict.warn(
                    cell,
                    ContactRule.LIKELY_TWICE,
                    "the number is likely another spelling of the one on line " + first.getAsInt(),
                    "if both are one WhatsApp account, merge the rows: the person would get every message twice");
        }
    }

    /** A label that the policy excludes from everything must not get lost, nor be evaded by a second contact. */
    void requireSuppressionKept(Account person, ContactLine line, Cell cell, RowResult verdict) {
        rules.people().ifPresent(people -> {
            boolean isOtherwise = people.hasOtherwiseWritten(person);
            var lost = without(line, people.suppressionOf(person));
            var likelyLost = without(line, people.likelySuppressionOf(person));
            if (!lost.isEmpty() && (mayLose() || isOtherwise)) {
                verdict.refuse(
                        cell,
                        ContactRule.SUPPRESSION_LOST,
                        "the person carries " + quoted(lost) + lostBy(isOtherwise),
                        NAME_IT);
            } else if (lost.isEmpty() && !likelyLost.isEmpty()) {
                verdict.refuse(
                        cell,
                        ContactRule.SUPPRESSION_LOST,
                        "the number is likely another spelling of one that carries " + quoted(likelyLost)
                                + " in the workspace, and would have a contact without",
                        NAME_IT);
            } else if (isOtherwise) {
                verdict.warn(cell, ContactRule.OTHER_SPELLING, OTHERWISE, CORRECT_IT);
            }
        });
    }

    private boolean mayLose() {
        return rules.duplicates().mayDropLabels() || rules.duplicates().makesSecondContact();
    }

    private String lostBy(boolean isOtherwise) {
        return isOtherwise
                ? " in the workspace, which has the number in another spelling, and could have a second contact without"
                : " in the workspace, and with --duplicates "
                        + rules.duplicates().word() + " would have a contact without";
    }

    private static Set<String> without(ContactLine line, Set<String> labels) {
        var lost = new TreeSet<>(labels);
        line.labels().forEach(lost::remove);
        return lost;
    }

    /** Who opts out in the file must carry the label afterwards, on every contact of the number. */
    void requireOptOutKept(Account person, ContactLine line, Cell cell, RowResult verdict) {
        var missing = missing(person, line);
        boolean isOtherwise = rules.people()
                .filter(people -> people.hasOtherwiseWritten(person))
                .isPresent();
        if (!missing.isEmpty() && isOtherwise) {
            verdict.refuse(
                    cell,
                    ContactRule.OPT_OUT_NOT_KEPT,
                    "the person is in the workspace without " + quoted(missing)
                            + ", under another spelling of the number, which an import would hardly find",
                    "label the person in SeaX");
        } else if (!missing.isEmpty() && !rules.duplicates().changesContact()) {
            verdict.refuse(
                    cell,
                    ContactRule.OPT_OUT_NOT_KEPT,
                    "the person is in the workspace without " + quoted(missing) + ", and --duplicates "
                            + rules.duplicates().word() + " adds no label to that contact",
                    "give --duplicates " + rules.duplicates().alternative() + ", or label the person in SeaX");
        }
    }

    private Set<String> missing(Account person, ContactLine line) {
        var missing = new TreeSet<>(line.labels());
        missing.retainAll(rules.suppression());
        rules.people()
                .filter(people -> people.has(person))
                .ifPresentOrElse(people -> missing.removeAll(people.suppressionOfEach(person)), missing::clear);
        return missing;
    }

    private static String quoted(Set<String> labels) {
        return labels.stream().map(label -> '"' + label + '"').collect(Collectors.joining(", "));
    }
}
