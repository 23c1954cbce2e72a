package dev.muster.cli.plan;

import dev.muster.cli.command.ReportFile;
import dev.muster.cli.command.Version;
import dev.muster.plan.Nights;
import dev.muster.report.html.PlanHtml;
import java.nio.file.Path;
import java.util.Locale;

/** The HTML report of a plan: what {@code plan --format html} prints and {@code -o plan.html} writes. */
final class PlanReport {
    private PlanReport() {}

    /** Whether a file asks for the report by its name. */
    static boolean isMeantBy(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".html");
    }

    static String of(Planning planning) {
        var plan = planning.plan();
        return PlanHtml.of(new PlanHtml.Subject(plan, planning.comparison(), Nights.of(plan), Version.number()));
    }

    static void write(Path file, Planning planning) {
        ReportFile.write(file, of(planning));
    }
}
