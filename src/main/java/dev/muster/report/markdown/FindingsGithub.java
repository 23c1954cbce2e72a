package dev.muster.report.markdown;

import dev.muster.diagnostic.Diagnostic;
import dev.muster.diagnostic.Severity;
import dev.muster.report.Numbers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Findings as workflow commands, which GitHub shows beside the lines of a pull request. It shows ten of each kind and step
 * and silently drops the rest, so the worst come first and the last says how many more there are.
 */
public final class FindingsGithub {
    private static final int MOST = 10;

    private FindingsGithub() {}

    public static String of(List<Diagnostic> findings) {
        return Stream.of("error", "warning", "notice")
                .map(kind -> of(
                        kind,
                        findings.stream()
                                .filter(finding -> kind.equals(kind(finding)))
                                .sorted(Comparator.comparing(Diagnostic::severity)
                                        .reversed())
                                .toList()))
                .collect(Collectors.joining());
    }

    private static String of(String kind, List<Diagnostic> findings) {
        boolean all = findings.size() <= MOST;
        var lines = new ArrayList<String>();
        findings.stream().limit(all ? MOST : MOST - 1L).forEach(finding -> lines.add(command(kind, finding)));
        if (!all) {
            var more = Numbers.of(findings.size() - MOST + 1L) + " more: see the log of `muster validate`";
            lines.add("::" + kind + " title=Muster::and " + more);
        }
        return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
    }

    private static String kind(Diagnostic finding) {
        if (finding.stops()) {
            return "error";
        }
        return finding.severity() == Severity.NOTE ? "notice" : "warning";
    }

    private static String command(String kind, Diagnostic finding) {
        var place = finding.place();
        var where = place.file().isEmpty()
                ? ""
                : "file=" + property(place.file()) + ",line=" + place.line() + ",col=" + place.column() + ",";
        var help = finding.acknowledged()
                .map(reason -> "\naccepted: " + reason)
                .or(() -> finding.help().map(text -> "\nhelp: " + text))
                .orElse("");
        return "::" + kind + " " + where + "title="
                + property(finding.severity().label() + " " + finding.id()) + "::" + text(finding.message() + help);
    }

    /** What ends a command or a property is written as the runner reads it back. */
    private static String text(String text) {
        var visible =
                text.lines().map(dev.muster.diagnostic.Characters::visible).collect(Collectors.joining("\n"));
        return visible.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return text(text).replace(":", "%3A").replace(",", "%2C");
    }
}
