package dev.muster.report;

import dev.muster.audience.AudienceDifference;
import dev.muster.model.CampaignKey;
import dev.muster.plan.Action;
import dev.muster.plan.BaseComparison;
import dev.muster.plan.CampaignComparison;
import dev.muster.plan.Plan;
import dev.muster.plan.PlannedChange;
import dev.muster.resolve.Reach;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The one table of a comment: every campaign that is not settled, or that differs from the base, in a row. */
final class PlanTable {
    /** So much of a comment; a plan of thousands of campaigns is read elsewhere. */
    private static final int BUDGET = 30_000;

    private final Plan plan;
    private final Optional<BaseComparison> base;

    PlanTable(Plan plan, Optional<BaseComparison> base) {
        this.plan = plan;
        this.base = base;
    }

    /** What is not settled. */
    static Stream<PlannedChange> shown(Plan plan) {
        return plan.changes().stream()
                .filter(change -> !(change.action() instanceof Action.NoOp) || change.needsAttention());
    }

    /** What differs from the base and has no row of its own, such as a campaign that is gone. */
    static Stream<CampaignComparison> onlyCompared(Plan plan, Optional<BaseComparison> base) {
        var shown = shown(plan).map(PlannedChange::key).collect(Collectors.toSet());
        return base.stream()
                .flatMap(comparison -> comparison.campaigns().stream())
                .filter(campaign -> !shown.contains(campaign.key()));
    }

    static Optional<CampaignComparison> compared(Optional<BaseComparison> base, CampaignKey key) {
        return base.stream()
                .flatMap(comparison -> comparison.campaigns().stream())
                .filter(campaign -> campaign.key().equals(key))
                .findFirst();
    }

    String markdown() {
        var rows = Stream.concat(
                        shown(plan).map(this::row), onlyCompared(plan, base).map(this::row))
                .toList();
        return rows.isEmpty() ? "" : header() + within(rows) + "\n";
    }

    private String header() {
        return base.isEmpty()
                ? "| | Campaign | What happens | People | When | Message |\n|---|---|---|---:|---|---|\n"
                : "| | Campaign | What happens | People | Was | When | Message |\n|---|---|---|---:|---:|---|---|\n";
    }

    private String within(List<String> rows) {
        var shown = new ArrayList<String>();
        int length = 0;
        for (var row : rows) {
            length += row.length();
            if (length > BUDGET) {
                var columns = base.isEmpty() ? " | | | | |" : " | | | | | |";
                shown.add("| | and " + Numbers.of(rows.size() - shown.size()) + " more" + columns + "\n");
                break;
            }
            shown.add(row);
        }
        return String.join("", shown);
    }

    private String row(PlannedChange change) {
        var definition = change.change().definition();
        return row(
                change.action().reason().sign(),
                change.key(),
                happening(change.action()),
                change.resolved().map(resolved -> people(resolved.reach())).orElse(""),
                compared(base, change.key()).map(PlanTable::was).orElse(""),
                definition
                        .map(campaign -> PlanWords.when(change.action(), campaign))
                        .orElse(""),
                change.resolved().map(MessageText::beginning).orElse(""));
    }

    private String row(CampaignComparison campaign) {
        var after = campaign.counted().findFirst().map(difference -> Numbers.of(difference.after()));
        return row(
                BaseWords.sign(campaign.kind()),
                campaign.key(),
                said(campaign),
                after.orElse(""),
                was(campaign),
                "",
                "");
    }

    /** What is to say of a campaign that has no action. */
    static String said(CampaignComparison campaign) {
        var headline = BaseWords.headline(campaign);
        return headline.isEmpty() ? BaseWords.word(campaign.kind()) : headline;
    }

    private String row(
            char sign, CampaignKey key, String happens, String people, String was, String when, String message) {
        return "| `" + sign + "` | " + Markdown.code(key.value()) + " | " + happens + " | " + people + " | "
                + (base.isEmpty() ? "" : was + " | ")
                + when + " | " + (message.isEmpty() ? "" : Markdown.code(message)) + " |\n";
    }

    private static String happening(Action action) {
        if (action instanceof Action.Create create) {
            return "sends " + Numbers.of(create.messages(), "message");
        }
        if (action instanceof Action.Wait wait) {
            return "waits until " + Times.day(wait.due(), ZoneOffset.UTC);
        }
        return (action instanceof Action.Blocked ? "**blocked:** " : "")
                + action.reason().cause();
    }

    private static String people(Reach reach) {
        return reach instanceof Reach.Known known
                ? Numbers.of(known.people())
                : "unknown, at most " + Numbers.of(((Reach.Unknown) reach).atMost());
    }

    private static String was(CampaignComparison campaign) {
        return campaign.counted().findFirst().map(PlanTable::was).orElse(campaign.isUnknown() ? "not compared" : "");
    }

    private static String was(AudienceDifference difference) {
        return Numbers.of(difference.before()) + " (+" + Numbers.of(difference.peopleJoined()) + " −"
                + Numbers.of(difference.peopleLeft()) + ")";
    }
}
