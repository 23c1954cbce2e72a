package dev.muster.report;

import dev.muster.diagnostic.Characters;
import dev.muster.plan.Action;
import dev.muster.plan.Plan;
import dev.muster.plan.PlannedChange;
import dev.muster.resolve.Reach;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A plan for a pull request: totals, one table of what is not settled, and the whole plan folded below it. */
public final class PlanMarkdown {
    private static final int WIDTH = 100;

    private PlanMarkdown() {}

    public static String of(Plan plan) {
        return "### Muster plan for " + Markdown.code(plan.workspace().name()) + "\n\n**" + totals(plan) + "**\n\n"
                + table(plan)
                + Markdown.folded("The whole plan", Markdown.block(PlanText.of(plan, Paint.NONE, WIDTH, true)));
    }

    private static String totals(Plan plan) {
        if (plan.offline()) {
            return "Planned offline: nobody was counted.";
        }
        var attention = plan.isRefused()
                ? " The run as a whole is refused."
                : plan.needsAttention() || plan.hasDoubt() ? " Some campaigns need a person." : "";
        return plan.creates().isEmpty()
                ? "Nothing to send." + attention
                : "To send: " + Numbers.of(plan.creates().size(), "campaign") + ", "
                        + Numbers.of(plan.messages(), "message") + ". Nothing has been sent." + attention;
    }

    private static String table(Plan plan) {
        var open = plan.changes().stream()
                .filter(change -> !(change.action() instanceof Action.NoOp) || change.needsAttention())
                .toList();
        return open.isEmpty() ? "" : table(open);
    }

    private static String table(List<PlannedChange> changes) {
        return "| | Campaign | Action | When | People |\n|---|---|---|---|---:|\n"
                + changes.stream().map(PlanMarkdown::row).collect(Collectors.joining())
                + "\n";
    }

    private static String row(PlannedChange change) {
        var when = change.change().definition().map(campaign -> PlanWords.when(change.action(), campaign));
        var people = change.resolved().map(resolved -> people(resolved.reach()));
        return "| `" + change.action().reason().sign() + "` | "
                + Markdown.code(change.key().value()) + " | "
                + action(change) + " | " + when.map(Characters::visible).orElse("") + " | " + people.orElse("")
                + " |\n";
    }

    private static String action(PlannedChange change) {
        return change.action().getClass().getSimpleName().toLowerCase(Locale.ROOT) + ": "
                + change.action().reason().cause();
    }

    private static String people(Reach reach) {
        return reach instanceof Reach.Known known ? Numbers.of(known.people()) : "unknown";
    }
}
