package dev.muster.report.markdown;

import dev.muster.apply.ApplyReport;
import dev.muster.apply.ApplyResult;
import dev.muster.plan.Plan;
import dev.muster.plan.approval.AudienceDrift;
import dev.muster.report.Markdown;
import dev.muster.report.Numbers;
import dev.muster.report.TableRows;
import dev.muster.report.TextStyle;
import dev.muster.report.Times;
import dev.muster.report.text.ApplyText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What an apply did, as a comment of its own on the pull request or as a job's summary: never edited later, and there also
 * when nothing was sent.
 */
public final class ApplyMarkdown {
    /** The table may take so much; who needs more rows reads the log. */
    private static final int BUDGET = 40_000;

    private static final int MOST_WARNINGS = 20;

    private final Plan plan;
    private final List<AudienceDrift> moved;
    private final List<String> records;

    /** {@code records}: what became of the record besides, such as a send of an earlier run that is settled now. */
    public ApplyMarkdown(Plan plan, List<AudienceDrift> moved, List<String> records) {
        this.plan = plan;
        this.moved = List.copyOf(moved);
        this.records = List.copyOf(records);
    }

    /** There was nothing to send, or nothing may be sent until a person has looked. */
    public String nothingToSend(int exitCode) {
        var title = exitCode == 0 ? "nothing to send" : "nothing to send, and a person must look";
        return comment(exitCode, title, "", exitCode == 0 ? List.of() : List.of(seePlan()));
    }

    /** Nothing was sent, and why. */
    public String declined(String why, int exitCode) {
        return comment(exitCode, "nothing was sent", "", List.of(Markdown.sentences(Markdown.shortened(why, 2_000))));
    }

    /** What happened to each campaign. */
    public String summary(ApplyReport report, List<String> alarms, int exitCode) {
        var title = Numbers.of(report.all(ApplyResult.Sent.class).size(), "campaign") + " created, "
                + Numbers.of(report.messages(), "message");
        return comment(exitCode, title, table(report.effects()), warnings(report, alarms));
    }

    private String comment(int exitCode, String title, String table, List<String> warnings) {
        var head = "## " + (exitCode == 0 ? "✅ " : "❌ ") + "Muster apply ("
                + plan.workspace().name() + "): " + title + "\n\n" + Markdown.alert("CAUTION", warnings) + record()
                + drift()
                + table;
        var foot = "Exit code " + exitCode + ", digest `" + plan.digest() + "`, lock serial before it " + plan.serial()
                + ", " + Times.minute(plan.at()) + ".\n";
        return new Comment("apply", plan.workspace().name(), head, List.of(), foot).text();
    }

    private String seePlan() {
        return plan.hasDoubt()
                ? "The outcome of an earlier send is unknown or wrong: `muster resolve KEY` shows what is known of it."
                : "Some campaigns are blocked: `muster plan` says why.";
    }

    private List<String> warnings(ApplyReport report, List<String> alarms) {
        var warnings = new ArrayList<String>();
        if (report.hasDoubt()) {
            warnings.add("Do not run it again by hand where an outcome is unknown: `muster resolve KEY` first.");
        }
        report.all(ApplyResult.NotRecorded.class)
                .forEach(lost -> warnings.add("- not recorded; once the lock can be written: "
                        + Markdown.sentences(Markdown.shortened(lost.recovery(), 500))));
        alarms.forEach(alarm -> warnings.add("- warning: " + Markdown.sentences(Markdown.shortened(alarm, 500))));
        return warnings.size() <= MOST_WARNINGS ? warnings : cut(warnings);
    }

    private static List<String> cut(List<String> warnings) {
        var first = new ArrayList<>(warnings.subList(0, MOST_WARNINGS));
        first.add("- and " + Numbers.of(warnings.size() - MOST_WARNINGS) + " more, which the log of the run has");
        return first;
    }

    /** Whole, however long: what the lock could not take may stand nowhere else. */
    private String record() {
        return records.isEmpty() ? "" : "Of the record:\n\n" + Markdown.block(String.join("", records)) + "\n";
    }

    private String drift() {
        var lines = moved.stream()
                .filter(one -> !one.drift().isNone())
                .map(one -> new ApplyText(TextStyle.NONE).moved(one))
                .collect(Collectors.joining());
        return lines.isEmpty() ? "" : Markdown.block(Markdown.shortened(lines, 5_000)) + "\n";
    }

    private static String table(List<ApplyResult> effects) {
        var cut = new TableRows(effects.stream().map(ApplyMarkdown::row).toList()).within(BUDGET);
        return "| | Campaign | Outcome | Messages |\n|---|---|---|---:|\n" + cut.text()
                + (cut.leftOut().isEmpty() ? "" : "| | " + cut.leftOut() + " | | |\n") + "\n";
    }

    private static TableRows.Row row(ApplyResult effect) {
        if (effect instanceof ApplyResult.Sent sent) {
            var odd = sent.anomalies().isEmpty() ? "" : ", **warning:** " + said(String.join("; ", sent.anomalies()));
            var text = row("+", effect, "created as " + said(sent.id().value()) + odd, Numbers.of(sent.messages()));
            return new TableRows.Row(!odd.isEmpty(), "created", text);
        }
        if (effect instanceof ApplyResult.Refused refused) {
            return urgent("not sent", row("!", effect, "**not sent:** " + said(refused.reason()), ""));
        }
        if (effect instanceof ApplyResult.InDoubt doubt) {
            return urgent("in doubt", row("?", effect, "**may have been sent:** " + said(doubt.reason()), ""));
        }
        if (effect instanceof ApplyResult.NobodyLeft nobody) {
            return new TableRows.Row(false, "nobody left", row("·", effect, said(nobody.why()), ""));
        }
        return effect instanceof ApplyResult.NotRecorded lost
                ? urgent("not recorded", row("?", effect, "**not recorded:** " + said(lost.outcome()), ""))
                : new TableRows.Row(
                        false,
                        "not tried",
                        row("·", effect, "not tried: " + said(((ApplyResult.NotTried) effect).why()), ""));
    }

    private static String name(ApplyResult effect) {
        var identity = effect.identity();
        return identity.key() + identity.part().map(part -> "#" + part).orElse("");
    }

    private static TableRows.Row urgent(String kind, String text) {
        return new TableRows.Row(true, kind, text);
    }

    private static String row(String sign, ApplyResult effect, String outcome, String messages) {
        return "| `" + sign + "` | " + Markdown.cell(name(effect)) + " | " + outcome + " | " + messages + " |\n";
    }

    private static String said(String text) {
        return Markdown.sentencesInCell(Markdown.shortened(text, 300));
    }
}
