package dev.muster.report.markdown;

import dev.muster.diagnostic.Severity;
import dev.muster.plan.Action;
import dev.muster.plan.BaseComparison;
import dev.muster.plan.CampaignComparison;
import dev.muster.plan.Plan;
import dev.muster.plan.PlannedChange;
import dev.muster.plan.Reason;
import dev.muster.report.BaseWords;
import dev.muster.report.Markdown;
import dev.muster.report.Numbers;
import dev.muster.report.PlanTable;
import dev.muster.report.PlanWords;
import dev.muster.report.Times;
import dev.muster.report.Warnings;
import dev.muster.report.Wrap;
import dev.muster.report.text.BaseText;
import dev.muster.report.text.NumbersText;
import dev.muster.report.text.PlanText;
import dev.muster.report.text.RunAudienceText;
import dev.muster.resolve.ResolvedCampaign;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A plan as a comment on a pull request: what would be sent and what to look at first, one table, and the details of each
 * campaign folded below it. With another revision to compare with, the table says how many people it was there.
 */
public final class PlanMarkdown {
    private static final int WIDTH = 100;

    private final Plan plan;
    private final Optional<BaseComparison> base;
    private final PlanTable table;

    private PlanMarkdown(Plan plan, Optional<BaseComparison> base) {
        this.plan = plan;
        this.base = base;
        this.table = new PlanTable(plan, base);
    }

    public static String of(Plan plan, Optional<BaseComparison> base) {
        return new PlanMarkdown(plan, base).comment().text();
    }

    private Comment comment() {
        var head = "## " + title() + "\n\n" + alert() + compared() + table.markdown();
        return new Comment("plan", plan.workspace().name(), head, details(), foot());
    }

    private String title() {
        var where = " (" + plan.workspace().name() + "): ";
        if (plan.offline()) {
            return "Muster plan" + where + "offline, nobody was counted";
        }
        if (plan.hasDoubt() || plan.isRefused()) {
            return "❌ Muster plan" + where + (plan.isRefused() ? "refused" : "an outcome is unknown or wrong");
        }
        return (plan.needsAttention() ? "⚠️ " : "") + "Muster plan" + where + totals();
    }

    private String totals() {
        if (plan.creates().isEmpty()) {
            return "nothing to send";
        }
        var campaigns = Numbers.of(plan.creates().size(), "campaign") + ", ";
        var overlap = plan.overlap();
        return overlap.messages() == plan.messages()
                ? campaigns + Numbers.of(plan.messages(), "message") + " to "
                        + Numbers.of(overlap.people(), "person", "people")
                : campaigns + "up to " + Numbers.of(plan.messages(), "message");
    }

    private String alert() {
        var lines = new ArrayList<String>();
        if (plan.isRefused()) {
            lines.add("The run as a whole is refused; nothing can be sent.");
        } else if (!plan.creates().isEmpty()) {
            lines.add("A plan sends nothing. Applying sends to real people and cannot be undone.");
            several().ifPresent(lines::add);
        }
        lines.addAll(Warnings.lines(warnings()));
        boolean bad = plan.hasDoubt() || plan.isRefused() || plan.needsAttention();
        return Markdown.alert(bad ? "CAUTION" : "WARNING", lines);
    }

    private Optional<String> several() {
        int several = plan.overlap().severalCampaigns();
        return several == 0
                ? Optional.empty()
                : Optional.of(Numbers.of(several, "person", "people") + " would get more than one message.");
    }

    /** What to look at: everything but notes, about the run first. */
    private Stream<Warnings.About> warnings() {
        var run = plan.findings().stream().map(finding -> new Warnings.About("", finding));
        var campaigns = plan.changes().stream()
                .flatMap(change -> change.findings().stream()
                        .map(finding -> new Warnings.About(change.key().value(), finding)));
        return Stream.concat(run, campaigns).filter(about -> about.finding().severity() != Severity.NOTE);
    }

    private String compared() {
        return base.map(comparison -> "Compared with " + Markdown.code(BaseWords.base(comparison)) + ": "
                        + BaseWords.totals(comparison) + ".\n\n"
                        + BaseWords.notes(comparison).stream()
                                .limit(Warnings.MOST)
                                .map(note -> "> " + Markdown.code(note) + "\n\n")
                                .collect(Collectors.joining()))
                .orElse("");
    }

    private List<Comment.Detail> details() {
        var details = new ArrayList<Comment.Detail>();
        table.shown().forEach(change -> detail(change).ifPresent(details::add));
        table.onlyCompared().forEach(campaign -> differing(campaign).ifPresent(details::add));
        crowd().ifPresent(details::add);
        return details;
    }

    private Optional<Comment.Detail> detail(PlannedChange change) {
        var facts = PlanText.details(plan, change, WIDTH) + difference(change);
        var message = change.resolved()
                .map(resolved ->
                        "\nThe message as it is written:\n\n" + Markdown.block(resolved.text()) + samples(resolved));
        return facts.isBlank()
                ? Optional.empty()
                : Optional.of(new Comment.Detail(
                        summary(change),
                        Markdown.block(facts.stripTrailing().stripIndent()) + message.orElse(""),
                        change.needsAttention()));
    }

    private static String samples(ResolvedCampaign resolved) {
        return resolved.numbered()
                .map(NumbersText::samples)
                .filter(samples -> !samples.isEmpty())
                .map(samples -> "\nAs some people will get it, masked:\n\n" + Markdown.block(samples))
                .orElse("");
    }

    private static String summary(PlannedChange change) {
        var key = Markdown.html(change.key().value()) + ": ";
        if (change.action() instanceof Action.Create create) {
            return key + Numbers.of(create.messages(), "message");
        }
        return key
                + (change.action().reason() == Reason.TOO_EARLY
                        ? "waits"
                        : PlanWords.objection(change)
                                .map(Markdown::html)
                                .orElse(change.action().reason().cause()));
    }

    private String difference(PlannedChange change) {
        return table.compared(change.key())
                .map(campaign -> BaseText.of(campaign, WIDTH))
                .filter(text -> !text.isEmpty())
                .map(text -> "      compared with " + base.map(BaseWords::base).orElse("") + ":\n" + text)
                .orElse("");
    }

    private static Optional<Comment.Detail> differing(CampaignComparison campaign) {
        var text = BaseText.of(campaign, WIDTH).stripTrailing().stripIndent();
        var summary = Markdown.html(campaign.key().value()) + ": " + PlanTable.said(campaign);
        return text.isBlank() ? Optional.empty() : Optional.of(new Comment.Detail(summary, Markdown.block(text)));
    }

    private Optional<Comment.Detail> crowd() {
        if (plan.offline() || plan.creates().isEmpty()) {
            return Optional.empty();
        }
        var rows = RunAudienceText.rows(plan).stream()
                .map(row -> Wrap.of("%-11s ".formatted(row.name()), row.value(), WIDTH))
                .collect(Collectors.joining());
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(new Comment.Detail("The people of all campaigns together", Markdown.block(rows), true));
    }

    private String foot() {
        if (plan.offline()) {
            return "Planned offline: this plan cannot be applied.\n";
        }
        var digest = "Digest `" + plan.digest() + "`, lock serial " + plan.serial() + ", contacts read "
                + Times.minute(plan.at());
        return plan.creates().isEmpty()
                ? digest + ".\n"
                : digest + "; a saved plan is valid until " + Times.minute(plan.validUntil()) + ".\n"
                        + "To send exactly this: `muster apply --expect " + plan.digest() + "`\n";
    }
}
