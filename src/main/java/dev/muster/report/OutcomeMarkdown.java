package dev.muster.report;

import dev.muster.outcome.Causes.Cause;
import dev.muster.outcome.Logged;
import dev.muster.outcome.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** What became of campaigns, for a page of a wiki or a comment. */
public final class OutcomeMarkdown {
    private static final List<String> STEPS = List.of("sent", "delivered", "read", "replied", "failed");

    private OutcomeMarkdown() {}

    /** {@code leftOut}: how many earlier campaigns are not among these outcomes. */
    public static String of(List<Outcome> outcomes, int leftOut, String workspace, Instant at) {
        var head = "## Muster report: " + Numbers.of(outcomes.size(), "campaign") + " of " + Markdown.code(workspace)
                + "\n\nAs of " + Times.minute(at) + "." + (leftOut > 0 ? " " + OutcomeWords.leftOut(leftOut) : "")
                + "\n\n";
        if (outcomes.isEmpty()) {
            return head + "Nothing was sent yet.\n";
        }
        var frame = head + dangers(outcomes) + table(outcomes);
        return frame + details(outcomes, Comment.BUDGET - frame.length());
    }

    /** The first that fit into a comment; the table has them all. */
    private static String details(List<Outcome> outcomes, int room) {
        var text = new StringBuilder();
        for (int i = 0; i < outcomes.size(); i++) {
            var next = details(outcomes.get(i));
            if (text.length() + next.length() > room) {
                return text.append("_Details of " + Numbers.of(i) + " of " + Numbers.of(outcomes.size(), "campaign")
                                + "; `muster report KEY` shows those of one._\n")
                        .toString();
            }
            text.append(next);
        }
        return text.toString();
    }

    private static String dangers(List<Outcome> outcomes) {
        var lines = outcomes.stream()
                .flatMap(outcome -> OutcomeWords.dangers(outcome).stream()
                        .map(danger -> Markdown.code(outcome.identity().toString()) + ": " + Markdown.code(danger)))
                .toList();
        return Markdown.alert("CAUTION", lines);
    }

    private static String table(List<Outcome> outcomes) {
        return "| campaign | messages | " + String.join(" | ", STEPS) + " |\n|---|--:|" + "--:|".repeat(STEPS.size())
                + "\n" + outcomes.stream().map(OutcomeMarkdown::row).collect(Collectors.joining()) + "\n";
    }

    private static String row(Outcome outcome) {
        return "| " + Markdown.code(outcome.identity().toString()) + " | "
                + Numbers.of(outcome.send().messages()) + " | "
                + STEPS.stream().map(step -> OutcomeWords.number(outcome, step)).collect(Collectors.joining(" | "))
                + " |\n";
    }

    private static String details(Outcome outcome) {
        return "### " + Markdown.code(outcome.identity().toString()) + "\n\n"
                + "- state: " + Markdown.code(OutcomeWords.state(outcome)) + "\n"
                + "- funnel: " + funnel(outcome) + "\n"
                + "- against the plan: " + OutcomeWords.compared(outcome) + "\n"
                + OutcomeWords.remarks(outcome).stream()
                        .map(remark -> "- note: " + Markdown.code(remark) + "\n")
                        .collect(Collectors.joining())
                + outcome.log().map(OutcomeMarkdown::causes).orElse("") + "\n";
    }

    private static String funnel(Outcome outcome) {
        return outcome.funnel().stream()
                .map(step -> step.name() + " " + Numbers.of(step.messages()))
                .collect(Collectors.joining(" → "));
    }

    private static String causes(Logged log) {
        if (log.causes().isEmpty()) {
            return "";
        }
        return "\n| failed | for | again? | to do |\n|--:|---|---|---|\n"
                + log.causes().stream().map(OutcomeMarkdown::cause).collect(Collectors.joining());
    }

    private static String cause(Cause cause) {
        return "| " + Numbers.of(cause.messages()) + " | " + Markdown.code(OutcomeWords.cause(cause)) + " | "
                + OutcomeWords.again(cause) + " | " + OutcomeWords.remedy(cause) + " |\n";
    }
}
