package dev.muster.report.markdown;

import dev.muster.outcome.FailureCauses.Cause;
import dev.muster.outcome.LogSummary;
import dev.muster.outcome.Outcome;
import dev.muster.outcome.SendProgress;
import dev.muster.report.Markdown;
import dev.muster.report.Numbers;
import dev.muster.report.OutcomeWords;
import dev.muster.report.Times;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What became of campaigns, for a page of a wiki or a comment. */
public final class OutcomeMarkdown {
    private static final List<String> STEPS = List.of("sent", "delivered", "read", "replied", "failed");

    private static final int MOST_LINES = 40;
    private static final int LONGEST_LINE = 500;

    private OutcomeMarkdown() {}

    /**
     * What became of them.
     *
     * @param others what is not known to have been sent
     * @param leftOut how many earlier campaigns are not among these
     */
    public static String of(
            List<Outcome> outcomes, List<SendProgress> others, int leftOut, String workspace, Instant at) {
        var head = "## Muster report: " + Numbers.of(outcomes.size(), "campaign") + " of " + Markdown.code(workspace)
                + "\n\nAs of " + Times.minute(at) + "." + (leftOut > 0 ? " " + OutcomeWords.leftOut(leftOut) : "")
                + "\n\n";
        var frame = head + dangers(outcomes, others) + notSent(others);
        if (outcomes.isEmpty()) {
            return frame + (others.isEmpty() ? "Nothing was sent yet.\n" : "");
        }
        frame += table(outcomes);
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

    private static String dangers(List<Outcome> outcomes, List<SendProgress> others) {
        var doubts = others.stream()
                .filter(send -> send.entry().isOpen())
                .map(send -> line(send, OutcomeWords.notSent(send)));
        var dangers = outcomes.stream()
                .flatMap(outcome -> OutcomeWords.dangers(outcome).stream().map(danger -> line(outcome.send(), danger)));
        return Markdown.alert("CAUTION", cut(Stream.concat(doubts, dangers).toList()));
    }

    /** A comment has no room for all of them; the worst come first. */
    private static List<String> cut(List<String> lines) {
        return lines.size() <= MOST_LINES
                ? lines
                : Stream.concat(
                                lines.stream().limit(MOST_LINES),
                                Stream.of("- and " + Numbers.of(lines.size() - MOST_LINES)
                                        + " more; `muster status` has them all\n"))
                        .toList();
    }

    private static String line(SendProgress send, String what) {
        return Markdown.code(send.identity().toString()) + ": "
                + Markdown.sentences(Markdown.shortened(what, LONGEST_LINE));
    }

    private static String notSent(List<SendProgress> others) {
        var lines = others.stream()
                .filter(send -> !send.entry().isOpen())
                .map(send -> "- " + line(send, OutcomeWords.notSent(send)) + "\n")
                .toList();
        return lines.isEmpty() ? "" : String.join("", cut(lines)) + "\n";
    }

    private static String table(List<Outcome> outcomes) {
        return "| campaign | messages | " + String.join(" | ", STEPS) + " |\n|---|--:|" + "--:|".repeat(STEPS.size())
                + "\n" + outcomes.stream().map(OutcomeMarkdown::row).collect(Collectors.joining()) + "\n";
    }

    private static String row(Outcome outcome) {
        return "| " + Markdown.cell(outcome.identity().toString()) + " | "
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

    private static String causes(LogSummary log) {
        if (log.causes().isEmpty()) {
            return "";
        }
        return "\n| failed | for | again? | to do |\n|--:|---|---|---|\n"
                + log.causes().stream().map(OutcomeMarkdown::cause).collect(Collectors.joining());
    }

    private static String cause(Cause cause) {
        return "| " + Numbers.of(cause.messages()) + " | " + Markdown.cell(OutcomeWords.cause(cause)) + " | "
                + OutcomeWords.again(cause) + " | " + OutcomeWords.remedy(cause) + " |\n";
    }
}
