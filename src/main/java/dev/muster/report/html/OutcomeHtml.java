package dev.muster.report.html;

import dev.muster.outcome.Outcome;
import dev.muster.outcome.SendProgress;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What became of campaigns as a page to look at: dangers first, then all campaigns side by side, then each with its funnel,
 * what its messages failed for, and when they arrived. One file that loads nothing; it names campaigns and labels, never a
 * person.
 */
public final class OutcomeHtml {
    private OutcomeHtml() {}

    /**
     * What the page is about.
     *
     * @param others what is not known to have been sent
     * @param leftOut how many campaigns there are besides
     * @param version of the program
     */
    public record Subject(
            List<Outcome> outcomes,
            List<SendProgress> others,
            int leftOut,
            String workspace,
            Instant at,
            OptionalDouble mostFailed,
            String version) {
        public Subject {
            outcomes = List.copyOf(outcomes);
            others = List.copyOf(others);
        }
    }

    public static String of(Subject subject) {
        return HtmlTemplates.render("report.jte", Map.of("report", OutcomePage.of(subject)));
    }
}
