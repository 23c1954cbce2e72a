package dev.muster.report.text;

import dev.muster.contacts.ContactReport;
import dev.muster.contacts.DuplicateStrategy;
import dev.muster.diagnostic.Characters;
import dev.muster.diagnostic.ContactRule;
import dev.muster.report.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What is in a file of contacts, as people read it: counts and label names, never a name or a number. */
public final class ContactReportText {
    private static final int LABELS_SHOWN = 12;

    private final ContactReport report;
    private final DuplicateStrategy duplicates;

    private ContactReportText(ContactReport report, DuplicateStrategy duplicates) {
        this.report = report;
        this.duplicates = duplicates;
    }

    /** The findings first, then what an import would change. Every line ends with a line break. */
    public static String of(String file, ContactReport report, DuplicateStrategy duplicates) {
        return new ContactReportText(report, duplicates).text(file);
    }

    /** Why there is nothing to import. */
    public static String changesNothing(ContactReport report) {
        return "Nothing to import: the workspace has "
                + (report.usable() == 1 ? "this person" : "all " + Numbers.of(report.usable(), "person", "people"))
                + " already, and --duplicates skip leaves them as they are.";
    }

    /** What a finished import did to people, after the number of rows; nothing where that could not be compared. */
    public static String changed(ContactReport report, DuplicateStrategy duplicates) {
        if (report.known().isEmpty()) {
            return "";
        }
        int known = report.known().getAsInt();
        return ": " + Numbers.of(report.added(), "person", "people") + " added"
                + (known == 0 ? "" : ", " + Numbers.of(known) + " " + outcome(duplicates));
    }

    private static String outcome(DuplicateStrategy duplicates) {
        return switch (duplicates) {
            case MARK -> "given a second contact";
            case SKIP -> "left as they were";
            case UPDATE, MERGE -> "changed";
            case REPLACE -> "replaced";
        };
    }

    private String text(String file) {
        var findings = report.findings().stream().map(FindingsText::one).collect(Collectors.joining());
        var lines = new ArrayList<String>();
        lines.add(Characters.visible(file) + ": " + Numbers.of(report.rows(), "row") + ", "
                + Numbers.of(report.usable()) + " can be imported" + separator());
        lines.addAll(content());
        return findings + String.join("\n", lines) + "\n" + found();
    }

    private String separator() {
        return switch (report.separator()) {
            case ';' -> ", separated by semicolons";
            case '\t' -> ", separated by tabs";
            default -> "";
        };
    }

    private List<String> content() {
        var lines = new ArrayList<String>();
        report.known()
                .ifPresentOrElse(this.people(lines), () -> lines.add(row("people", "not compared with the workspace")));
        int unprotected = report.found().getOrDefault(ContactRule.OPT_OUT_NOT_KEPT.id(), 0);
        if (unprotected > 0) {
            lines.add(row(
                    "opt-outs",
                    Numbers.of(unprotected, "person opts", "people opt")
                            + " out in the file and would go on being messaged"));
        }
        if (!report.labels().isEmpty()) {
            lines.add(row("labels", labels()));
        }
        if (!report.newLabels().isEmpty()) {
            lines.add(row("new labels", String.join(", ", report.newLabels())));
        }
        if (!report.fields().isEmpty()) {
            lines.add(row("fields", String.join(", ", report.fields())));
        }
        if (report.rewritten() > 0) {
            lines.add(row("rewritten", Numbers.of(report.rewritten(), "number") + " to the form +12025550123"));
        }
        if (report.nameless() > 0) {
            lines.add(row(
                    "nameless", Numbers.of(report.nameless(), "person", "people") + ": {name} stays blank for them"));
        }
        return lines;
    }

    private java.util.function.IntConsumer people(List<String> lines) {
        return known -> {
            lines.add(row("new", Numbers.of(report.added(), "person", "people")));
            if (known > 0) {
                lines.add(row("known", Numbers.of(known, "person", "people") + ": " + meaning()));
            }
        };
    }

    private String meaning() {
        return switch (duplicates) {
            case MARK -> "each gets a second contact, labelled duplicate";
            case SKIP -> "left as they are";
            case UPDATE -> "changed to what the file says; labels that it does not name may be lost";
            case MERGE -> "the file's values are added";
            case REPLACE -> "replaced by the file's row, labels included";
        };
    }

    private String labels() {
        var shown = report.labels().entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(LABELS_SHOWN)
                .map(label -> label.getKey() + " " + Numbers.of(label.getValue()))
                .collect(Collectors.joining(", "));
        int more = report.labels().size() - LABELS_SHOWN;
        return shown + (more > 0 ? ", and " + Numbers.of(more) + " more" : "");
    }

    private static String row(String word, String value) {
        return String.format(java.util.Locale.ROOT, "  %-11s %s", word, Characters.visible(value));
    }

    /** How often each rule found something, when not every finding is shown. */
    private String found() {
        int all = report.found().values().stream().mapToInt(Integer::intValue).sum();
        if (all == 0) {
            return "no findings\n";
        }
        if (all == report.findings().size()) {
            return FindingsText.summary(report.findings()) + "\n";
        }
        return Numbers.of(all, "finding") + ", " + Numbers.of(report.findings().size()) + " shown: "
                + report.found().entrySet().stream()
                        .map(rule -> rule.getKey() + " " + Numbers.of(rule.getValue()))
                        .collect(Collectors.joining(", "))
                + "\n";
    }
}
