package dev.muster.report;

import dev.muster.diagnostic.Diagnostic;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The findings that a reader of a comment must not miss, the worst first, and not more than are read. */
public final class Warnings {
    public static final int MOST = 10;

    private static final int LONGEST = 300;

    private static final Comparator<About> WORST_FIRST = Comparator.comparing(
                    (About about) -> about.finding().stops())
            .thenComparing(about -> about.finding().severity())
            .reversed();

    private Warnings() {}

    /** A finding and the key of the campaign it is about, or an empty text. */
    public record About(String key, Diagnostic finding) {
        private String kind() {
            return (finding.acknowledged().isPresent() ? "accepted " : "")
                    + finding.severity().label();
        }
    }

    public static List<String> lines(Stream<About> findings) {
        var all = findings.sorted(WORST_FIRST).toList();
        var lines = new ArrayList<String>();
        all.stream().limit(MOST).forEach(about -> lines.add("- " + line(about)));
        if (all.size() > MOST) {
            lines.add("- and " + Numbers.of(all.size() - MOST) + " more: "
                    + OmittedCount.findings(all.stream().skip(MOST).map(About::kind)));
        }
        return lines;
    }

    private static String line(About about) {
        var finding = about.finding();
        var accepted =
                finding.acknowledged().map(reason -> ", accepted: " + reason).orElse("");
        var place = finding.stops() && !finding.place().file().isEmpty()
                ? " at " + Markdown.code(Markdown.shortened(finding.place().toString(), LONGEST))
                : "";
        return "**" + finding.severity().label() + "** "
                + (about.key().isEmpty() ? "" : Markdown.code(about.key()) + " ")
                + Markdown.code(Markdown.shortened(finding.message() + accepted, LONGEST)) + " `[" + finding.id()
                + "]`" + place;
    }
}
