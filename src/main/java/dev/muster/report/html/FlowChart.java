package dev.muster.report.html;

import dev.muster.report.Numbers;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How many are left after each step, as a stream that runs down the page: at every step it is as wide as what is left, and
 * what is taken away leaves it at the right. The first step is as wide as the drawing.
 */
final class FlowChart {
    private static final int ROW = 46;
    private static final int BASELINE = 16;
    private static final int BAR = 23;
    private static final int THICK = 13;
    private static final int SHOWN = 38;

    private FlowChart() {}

    /** What a step is to its reader: who is there, who is taken away, or what comes out. */
    enum Kind {
        STAGE,
        MINUS,
        RESULT
    }

    /** One step: what is left after it, and what it took away. */
    record Step(Kind kind, String label, long left, long removed) {
        private String figure() {
            return kind == Kind.MINUS ? "−" + Numbers.of(removed) : Numbers.of(left);
        }

        private String said() {
            return label + " " + figure();
        }
    }

    static Svg of(String id, String title, List<Step> steps) {
        var description = steps.stream().map(Step::said).collect(Collectors.joining(", then "));
        var svg = Svg.figure(id, "flow", steps.size() * ROW - (ROW - BAR - THICK) + 2, title, description);
        long whole = steps.isEmpty() ? 0 : steps.get(0).left();
        IntStream.range(0, steps.size()).forEach(i -> stream(svg, i, steps.get(Math.max(0, i - 1)), whole));
        IntStream.range(0, steps.size()).forEach(i -> step(svg, i, steps.get(i), whole));
        return svg;
    }

    /** What runs from the step before down to this one; into the first one, from the top. */
    private static void stream(Svg svg, int row, Step before, long whole) {
        int top = row == 0 ? 0 : (row - 1) * ROW + BAR + THICK;
        svg.box("stream", 0, top, Svg.share(before.left(), whole), row * ROW + BAR - top);
    }

    private static void step(Svg svg, int row, Step step, long whole) {
        int y = row * ROW;
        double left = Svg.share(step.left(), whole);
        boolean result = step.kind() == Kind.RESULT;
        svg.box(result ? "kept result" : "kept", 0, y + BAR, left, THICK);
        if (step.removed() > 0) {
            svg.box("gone", left, y + BAR, Svg.share(step.removed(), whole), THICK);
        }
        svg.text(result ? "strong inset" : "label inset", 0, y + BASELINE, shortened(step.label()));
        svg.textTo(result ? "strong outset" : "figure outset", 100, y + BASELINE, step.figure());
    }

    /** A long list of labels would run into the figure; the table has all of it. */
    private static String shortened(String label) {
        return label.codePointCount(0, label.length()) <= SHOWN
                ? label
                : label.substring(0, label.offsetByCodePoints(0, SHOWN - 1)) + "…";
    }
}
