package dev.muster.report;

import dev.muster.audience.AudienceDifference;
import dev.muster.model.CampaignKey;
import dev.muster.plan.Action;
import dev.muster.plan.BaseComparison;
import dev.muster.plan.CampaignComparison;
import dev.muster.plan.Plan;
import dev.muster.plan.PlannedChange;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The one table of a comment: every campaign that is not settled, or that differs from the base, in a row. */
public final class PlanTable {
    /** So much of a comment; a plan of thousands of campaigns is read elsewhere. */
    private static final int BUDGET = 30_000;

    private final Plan plan;
    private final boolean hasBase;
    private final Map<CampaignKey, CampaignComparison> compared = new LinkedHashMap<>();

    public PlanTable(Plan plan, Optional<BaseComparison> base) {
        this.plan = plan;
        this.hasBase = base.isPresent();
        base.ifPresent(comparison ->
                comparison.campaigns().forEach(campaign -> compared.putIfAbsent(campaign.key(), campaign)));
    }

    /** What is not settled. */
    public Stream<PlannedChange> shown() {
        return plan.changes().stream()
                .filter(change -> !(change.action() instanceof Action.NoOp) || change.needsAttention());
    }

    /** What differs from the base and has no row of its own, such as a campaign that is gone. */
    public Stream<CampaignComparison> onlyCompared() {
        var shown = shown().map(PlannedChange::key).collect(Collectors.toSet());
        return compared.values().stream().filter(campaign -> !shown.contains(campaign.key()));
    }

    public Optional<CampaignComparison> compared(CampaignKey key) {
        return Optional.ofNullable(compared.get(key));
    }

    public String markdown() {
        var rows = Stream.concat(shown().map(this::row), onlyCompared().map(this::row))
                .toList();
        if (rows.isEmpty()) {
            return "";
        }
        var cut = new TableRows(rows).within(BUDGET);
        return cut.leftOut().isEmpty()
                ? header() + cut.text() + "\n"
                : cutBefore(cut.shown().size(), rows.size()) + header() + cut.text() + "| | " + cut.leftOut()
                        + " |".repeat(hasBase ? 6 : 5) + "\n\n";
    }

    /** All of the plan in numbers, because the table does not show it. */
    private String cutBefore(int shown, int all) {
        return PlanWords.summary(plan) + ". The table has " + Numbers.of(shown) + " of " + Numbers.of(all, "row")
                + ", blocked ones first.\n\n";
    }

    private String header() {
        return hasBase
                ? "| | Campaign | What happens | People | Was | When | Message |\n|---|---|---|---:|---:|---|---|\n"
                : "| | Campaign | What happens | People | When | Message |\n|---|---|---|---:|---|---|\n";
    }

    private TableRows.Row row(PlannedChange change) {
        return new TableRows.Row(
                change.needsAttention(), PlanWords.Group.of(change.action()).words(plan), text(change));
    }

    private TableRows.Row row(CampaignComparison campaign) {
        return new TableRows.Row(false, BaseWords.word(campaign.kind()), text(campaign));
    }

    private String text(PlannedChange change) {
        var definition = change.change().definition();
        return text(
                change.action().reason().sign(),
                change.key(),
                change.action().match(new Happening(change)),
                change.resolved()
                        .map(resolved -> PlanWords.people(resolved.reach()))
                        .orElse(""),
                compared(change.key()).map(PlanTable::was).orElse(""),
                definition
                        .map(campaign -> PlanWords.when(change.action(), campaign))
                        .orElse(""),
                change.resolved()
                        .map(resolved -> ShortText.message(resolved.text().strip()))
                        .orElse(""));
    }

    private String text(CampaignComparison campaign) {
        var after = campaign.counted().findFirst().map(difference -> Numbers.of(difference.after()));
        return text(
                BaseWords.sign(campaign.kind()),
                campaign.key(),
                said(campaign),
                after.orElse(""),
                was(campaign),
                "",
                "");
    }

    /** What is to say of a campaign that has no action. */
    public static String said(CampaignComparison campaign) {
        var headline = BaseWords.headline(campaign);
        return headline.isEmpty() ? BaseWords.word(campaign.kind()) : headline;
    }

    private String text(
            char sign, CampaignKey key, String happens, String people, String was, String when, String message) {
        return "| `" + sign + "` | " + Markdown.cell(key.value()) + " | " + happens + " | " + people + " | "
                + (hasBase ? was + " | " : "")
                + when + " | " + (message.isEmpty() ? "" : Markdown.cell(message)) + " |\n";
    }

    private record Happening(PlannedChange change) implements Action.Cases<String> {
        @Override
        public String create(Action.Create action) {
            return "sends " + Numbers.of(action.messages(), "message");
        }

        @Override
        public String adopt(Action.Adopt action) {
            return why(action);
        }

        @Override
        public String waits(Action.Wait action) {
            return "waits until " + Times.day(action.due(), ZoneOffset.UTC);
        }

        @Override
        public String noOp(Action.NoOp action) {
            return why(action);
        }

        @Override
        public String blocked(Action.Blocked action) {
            return "**blocked:** " + why(action);
        }

        @Override
        public String unresolved(Action.Unresolved action) {
            return why(action);
        }

        private String why(Action action) {
            return PlanWords.objection(change)
                    .map(Markdown::cell)
                    .orElse(action.reason().cause());
        }
    }

    private static String was(CampaignComparison campaign) {
        return campaign.counted().findFirst().map(PlanTable::was).orElse(campaign.isUnknown() ? "not compared" : "");
    }

    private static String was(AudienceDifference difference) {
        return Numbers.of(difference.before()) + " (+" + Numbers.of(difference.peopleJoined()) + " −"
                + Numbers.of(difference.peopleLeft()) + ")";
    }
}
