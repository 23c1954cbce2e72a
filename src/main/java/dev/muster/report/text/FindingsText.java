package dev.muster.report.text;

import dev.muster.diagnostic.Characters;
import dev.muster.diagnostic.Diagnostic;
import dev.muster.diagnostic.Severity;
import dev.muster.report.SourceExcerpt;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Findings as people read them: place, severity, message and rule id, the line with a caret under it, what to write
 * instead, and a last line that counts. {@code file:line:column:} is what editors and terminals make a link of.
 */
public final class FindingsText {
    private FindingsText() {}

    /** All findings and the count. Every line ends with a line break. */
    public static String of(List<Diagnostic> diagnostics) {
        return diagnostics.stream().map(FindingsText::one).collect(Collectors.joining()) + summary(diagnostics) + "\n";
    }

    /** One finding. */
    public static String one(Diagnostic diagnostic) {
        var lines = new ArrayList<String>();
        lines.add(headline(diagnostic));
        lines.addAll(SourceExcerpt.of(diagnostic.place()));
        // Who has accepted a danger needs no advice on it.
        diagnostic
                .acknowledged()
                .map(reason -> "  accepted: " + reason)
                .or(() -> diagnostic.help().map(help -> "  help: " + help))
                .ifPresent(line -> lines.add(Characters.visible(line)));
        return String.join("\n", lines) + "\n\n";
    }

    /** Such as {@code 2 errors, 1 danger (accepted)}; worst first. */
    public static String summary(List<Diagnostic> diagnostics) {
        var counts = Arrays.stream(Severity.values())
                .sorted(Comparator.reverseOrder())
                .flatMap(severity -> counts(severity, diagnostics).stream())
                .toList();
        return counts.isEmpty() ? "no findings" : String.join(", ", counts);
    }

    private static String headline(Diagnostic diagnostic) {
        var where = diagnostic.place().toString();
        return (where.isEmpty() ? "" : where + ": ") + diagnostic.severity().label() + ": "
                + Characters.visible(diagnostic.message()) + " [" + diagnostic.id() + "]";
    }

    private static List<String> counts(Severity severity, List<Diagnostic> diagnostics) {
        var all = diagnostics.stream().filter(d -> d.severity() == severity).toList();
        long accepted = all.stream().filter(d -> d.acknowledged().isPresent()).count();
        var counts = new ArrayList<String>();
        if (all.size() > accepted) {
            counts.add(count(all.size() - accepted, severity));
        }
        if (accepted > 0) {
            counts.add(count(accepted, severity) + " (accepted)");
        }
        return counts;
    }

    private static String count(long number, Severity severity) {
        return String.format(Locale.ROOT, "%,d %s%s", number, severity.label(), number == 1 ? "" : "s");
    }
}
