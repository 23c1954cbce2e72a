package dev.muster.report.html;

import dev.muster.report.Numbers;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Bars below each other, the longest as wide as the drawing: a histogram, or counts by cause. */
final class BarChart {
    private static final int ROW = 38;
    private static final int BASELINE = 13;
    private static final int BAR = 20;
    private static final int THICK = 10;

    private BarChart() {}

    /** One bar: what is counted, the count, and how it is written. */
    record Bar(String label, long count, String figure) {
        Bar(String label, long count) {
            this(label, count, Numbers.of(count));
        }
    }

    static Svg of(String id, String title, List<Bar> bars) {
        return of(id, title, bars, bars.stream().mapToLong(Bar::count).max().orElse(0));
    }

    /** The same, where a count of {@code whole} would be as wide as the drawing. */
    static Svg of(String id, String title, List<Bar> bars, long whole) {
        var description =
                bars.stream().map(bar -> bar.label() + ": " + bar.figure()).collect(Collectors.joining(", "));
        var svg = Svg.figure(id, "bars", Math.max(1, bars.size() * ROW - (ROW - BAR - THICK)), title, description);
        IntStream.range(0, bars.size()).forEach(i -> bar(svg, i * ROW, bars.get(i), whole));
        return svg;
    }

    private static void bar(Svg svg, int y, Bar bar, long whole) {
        svg.text("label", 0, y + BASELINE, bar.label());
        svg.textTo("figure", 100, y + BASELINE, bar.figure());
        svg.pill("track", 0, y + BAR, 100, THICK);
        svg.pill("bar", 0, y + BAR, Math.min(100, Svg.share(bar.count(), whole)), THICK);
    }
}
