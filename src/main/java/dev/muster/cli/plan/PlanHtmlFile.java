package dev.muster.cli.plan;

import dev.muster.cli.command.ReportFile;
import dev.muster.cli.command.Version;
import dev.muster.plan.QuietHoursShare;
import dev.muster.report.html.PlanHtml;
import java.nio.file.Path;
import java.util.Locale;

/** The HTML report of a plan: what {@code plan --format html} prints and {@code -o plan.html} writes. */
final class PlanHtmlFile {
    private PlanHtmlFile() {}

    /** Whether a file asks for the report by its name. */
    static boolean isMeantBy(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".html");
    }

    static String of(PreparedPlan planning) {
        var plan = planning.plan();
        return PlanHtml.of(
                new PlanHtml.Subject(plan, planning.comparison(), QuietHoursShare.of(plan), Version.number()));
    }

    static void write(Path file, PreparedPlan planning) {
        ReportFile.write(file, of(planning));
    }
}
