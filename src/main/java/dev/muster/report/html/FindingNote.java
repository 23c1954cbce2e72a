package dev.muster.report.html;

import dev.muster.diagnostic.Characters;
import dev.muster.diagnostic.Diagnostic;
import dev.muster.diagnostic.Severity;
import java.util.Comparator;
import java.util.List;

/** A finding as a note with its rule id; {@code tone} is a class of the style sheet. Of an empty part nothing is shown. */
record FindingNote(
        String tone, String severity, String message, String accepted, String rule, String help, String place) {
    private static final Comparator<Diagnostic> WORST_FIRST = Comparator.comparing(Diagnostic::stops)
            .thenComparing(Diagnostic::severity)
            .reversed();

    /** {@code danger}, or {@code accepted danger}. */
    String kind() {
        return (accepted.isEmpty() ? "" : "accepted ") + severity;
    }

    static List<FindingNote> of(List<Diagnostic> findings) {
        return findings.stream().sorted(WORST_FIRST).map(FindingNote::of).toList();
    }

    private static FindingNote of(Diagnostic finding) {
        return new FindingNote(
                tone(finding),
                finding.severity().label(),
                Characters.visible(finding.message()),
                finding.acknowledged().map(Characters::visible).orElse(""),
                finding.id(),
                finding.stops() ? finding.help().map(Characters::visible).orElse("") : "",
                finding.stops() ? finding.place().toString() : "");
    }

    private static String tone(Diagnostic finding) {
        return finding.stops() ? "bad" : finding.severity() == Severity.NOTE ? "calm" : "caution";
    }
}
