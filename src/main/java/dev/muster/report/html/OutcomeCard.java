package dev.muster.report.html;

import dev.muster.outcome.FailureCauses.Cause;
import dev.muster.outcome.LogSummary;
import dev.muster.outcome.Outcome;
import dev.muster.report.Numbers;
import dev.muster.report.OutcomeWords;
import dev.muster.report.html.BarChart.Bar;
import dev.muster.report.html.FlowChart.Step;
import dev.muster.report.html.HtmlPage.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One campaign on the page of a report: its funnel, what failed and why, when messages arrived, and what to see to. */
record OutcomeCard(
        String anchor,
        String key,
        String tone,
        String state,
        List<String> dangers,
        List<Fact> facts,
        List<String> remarks,
        Figure funnel,
        Optional<Figure> flow,
        Optional<Figure> causes,
        Optional<Figure.Table> remedies) {
    private static final int MOST_CAUSES = 20;
    private static final int SHOWN = 44;

    OutcomeCard {
        dangers = List.copyOf(dangers);
        facts = List.copyOf(facts);
        remarks = List.copyOf(remarks);
    }

    static OutcomeCard of(String anchor, Outcome outcome) {
        var key = outcome.identity().toString();
        var dangers = OutcomeWords.dangers(outcome);
        var failed = outcome.log().filter(log -> !log.causes().isEmpty());
        return new OutcomeCard(
                anchor,
                key,
                dangers.isEmpty() ? "calm" : "bad",
                OutcomeWords.status(outcome),
                dangers,
                List.of(
                        new Fact("Sent", OutcomeWords.sent(outcome)),
                        new Fact("State", OutcomeWords.state(outcome)),
                        new Fact("On SeaX", OutcomeWords.remote(outcome)),
                        new Fact("Against the plan", OutcomeWords.compared(outcome))),
                OutcomeWords.remarks(outcome),
                funnel(anchor, key, outcome),
                outcome.log().flatMap(log -> FlowOverTime.of(anchor + "-flow", key, log)),
                failed.map(log -> causes(anchor, key, log)),
                failed.map(OutcomeCard::remedies));
    }

    private static Figure funnel(String anchor, String key, Outcome outcome) {
        var steps = outcome.funnel();
        var title = "The messages of " + key + " from plan to reply";
        var table = new Figure.Table(
                title,
                List.of("Step", "Messages"),
                steps.stream()
                        .map(step -> List.of(step.name(), Numbers.of(step.messages())))
                        .toList());
        return new Figure("From plan to reply", drawn(anchor + "-funnel", title, steps), false, table);
    }

    /** What grows on its way is no stream. */
    private static Svg drawn(String id, String title, List<Outcome.Step> steps) {
        var stream = new ArrayList<Step>();
        for (var step : steps) {
            long before = stream.isEmpty()
                    ? step.messages()
                    : stream.get(stream.size() - 1).left();
            if (step.messages() > before) {
                return BarChart.of(
                        id,
                        title,
                        steps.stream()
                                .map(each -> new Bar(each.name(), each.messages()))
                                .toList());
            }
            stream.add(new Step(FlowChart.Kind.STAGE, step.name(), step.messages(), before - step.messages()));
        }
        return FlowChart.of(id, title, stream);
    }

    private static Figure causes(String anchor, String key, LogSummary log) {
        var title = "What messages of " + key + " failed for";
        var shown = log.causes().stream().limit(MOST_CAUSES).toList();
        var bars = shown.stream()
                .map(cause -> new Bar(shortened(OutcomeWords.cause(cause)), cause.messages()))
                .toList();
        var table = new Figure.Table(
                title,
                List.of("Cause", "Messages"),
                shown.stream()
                        .map(cause -> List.of(OutcomeWords.cause(cause), Numbers.of(cause.messages())))
                        .toList());
        var more = log.causes().size() - shown.size();
        var caption = Numbers.of(log.failed()) + " of " + Numbers.of(log.messages(), "message") + " failed"
                + (more > 0 ? "; " + Numbers.of(more, "rarer cause") + " left out" : "");
        return new Figure(caption, BarChart.of(anchor + "-causes", title, bars), false, table);
    }

    /** All of it stands in the tables. */
    private static String shortened(String cause) {
        return cause.codePointCount(0, cause.length()) <= SHOWN
                ? cause
                : cause.substring(0, cause.offsetByCodePoints(0, SHOWN - 1)) + "…";
    }

    private static Figure.Table remedies(LogSummary log) {
        return new Figure.Table(
                "Whether these people may be tried again, and what to do",
                List.of("Cause", "Again?", "To do"),
                log.causes().stream()
                        .limit(MOST_CAUSES)
                        .map(OutcomeCard::remedy)
                        .toList());
    }

    private static List<String> remedy(Cause cause) {
        return List.of(OutcomeWords.cause(cause), OutcomeWords.again(cause), OutcomeWords.remedy(cause));
    }
}
