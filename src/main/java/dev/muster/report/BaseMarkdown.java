package dev.muster.report;

import dev.muster.audience.AudienceDifference;
import dev.muster.plan.BaseComparison;
import dev.muster.plan.CampaignComparison;
import java.util.stream.Collectors;

/** A comparison for a pull request: totals, one table, and what differs in each campaign folded below it. */
public final class BaseMarkdown {
    private static final int WIDTH = 100;

    private BaseMarkdown() {}

    public static String of(BaseComparison comparison) {
        var notes = BaseWords.notes(comparison).stream()
                .map(note -> "> " + Markdown.code(note) + "\n\n")
                .collect(Collectors.joining());
        return "### Compared with " + Markdown.code(BaseWords.base(comparison)) + "\n\n**"
                + BaseWords.totals(comparison) + "**\n\n" + notes + table(comparison) + details(comparison);
    }

    private static String table(BaseComparison comparison) {
        if (comparison.campaigns().isEmpty()) {
            return "";
        }
        var rows = comparison.campaigns().stream().map(BaseMarkdown::row).collect(Collectors.joining());
        return "| | Campaign | People before | People after | Joining | Leaving | Note |\n"
                + "|---|---|---:|---:|---:|---:|---|\n" + rows + "\n";
    }

    private static String row(CampaignComparison campaign) {
        var people = campaign.counted().findFirst().map(BaseMarkdown::people);
        return "| `" + BaseWords.sign(campaign.kind()) + "` | "
                + Markdown.code(campaign.key().value()) + " | "
                + people.orElse(campaign.isUnknown() ? "not compared | | |" : "| | |") + " | "
                + BaseWords.headline(campaign) + " |\n";
    }

    private static String people(AudienceDifference difference) {
        return Numbers.of(difference.before()) + " | " + Numbers.of(difference.after()) + " | "
                + Numbers.of(difference.peopleJoined()) + " | " + Numbers.of(difference.peopleLeft());
    }

    private static String details(BaseComparison comparison) {
        return comparison.campaigns().stream()
                .filter(campaign -> !BaseText.of(campaign, WIDTH).isEmpty())
                .map(BaseMarkdown::folded)
                .collect(Collectors.joining("\n"));
    }

    private static String folded(CampaignComparison campaign) {
        return Markdown.folded(
                "What differs in " + Markdown.html(campaign.key().value()),
                Markdown.block(BaseText.of(campaign, WIDTH).stripIndent()));
    }
}
