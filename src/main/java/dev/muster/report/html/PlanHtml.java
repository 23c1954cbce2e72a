package dev.muster.report.html;

import dev.muster.plan.BaseComparison;
import dev.muster.plan.Plan;
import dev.muster.plan.QuietHoursShare;
import java.util.Map;
import java.util.Optional;

/**
 * A plan as a page to look at: totals and warnings first, then when and to whom everything goes, then each campaign with its
 * funnel and its message. One file that loads nothing; it names labels and senders, never a person. A plan of thousands of
 * campaigns stays a page that opens: what is left out is said.
 */
public final class PlanHtml {
    private PlanHtml() {}

    /**
     * What the page is about.
     *
     * @param version of the program
     */
    public record Subject(Plan plan, Optional<BaseComparison> base, Optional<QuietHoursShare> nights, String version) {}

    public static String of(Subject subject) {
        return HtmlTemplates.render("plan.jte", Map.of("plan", PlanPage.of(subject)));
    }
}
