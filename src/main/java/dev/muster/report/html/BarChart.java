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

    /** One bar: what is counted, and the count. */
    record Bar(String label, long count) {}

    static Svg of(String id, String title, List<Bar> bars) {
        var description = bars.stream()
                .map(bar -> bar.label() + ": " + Numbers.of(bar.count()))
                .collect(Collectors.joining(", "));
        var svg = Svg.figure(id, "bars", Math.max(1, bars.size() * ROW - (ROW - BAR - THICK)), title, description);
        long longest = bars.stream().mapToLong(Bar::count).max().orElse(0);
        IntStream.range(0, bars.size()).forEach(i -> bar(svg, i * ROW, bars.get(i), longest));
        return svg;
    }

    private static void bar(Svg svg, int y, Bar bar, long longest) {
        svg.text("label", 0, y + BASELINE, bar.label());
        svg.textTo("figure", 100, y + BASELINE, Numbers.of(bar.count()));
        svg.pill("track", 0, y + BAR, 100, THICK);
        svg.pill("bar", 0, y + BAR, Svg.share(bar.count(), longest), THICK);
    }
}
