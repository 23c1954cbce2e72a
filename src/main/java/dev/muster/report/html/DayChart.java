package dev.muster.report.html;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Days below each other, each from midnight to midnight: what happens when, over hours that are shaded by how many people
 * should be left alone in them.
 */
final class DayChart {
    private static final int HEAD = 26;
    private static final int LANE = 30;
    private static final int FOOT = 34;
    private static final int HOURS = 24;
    private static final int SHADES = 4;

    private DayChart() {}

    /**
     * One day.
     *
     * @param quiet for each of the 24 hours, for what share of the people it is one of their quiet hours, from 0 to 1
     */
    record Day(String name, List<Double> quiet, List<Span> spans) {
        Day {
            quiet = List.copyOf(quiet);
            spans = List.copyOf(spans);
        }

        private int height() {
            return HEAD + spans.size() * LANE + FOOT;
        }
    }

    /** Something that lasts, in hours since the day's midnight; {@code kind} is how it is drawn. */
    record Span(String label, String kind, double from, double to) {}

    static Svg of(String id, String title, List<Day> days) {
        var description = days.stream().map(DayChart::said).collect(Collectors.joining("; "));
        int height = days.stream().mapToInt(Day::height).sum();
        var svg = Svg.figure(id, "days", Math.max(1, height), title, description);
        int y = 0;
        for (var day : days) {
            day(svg, y, day);
            y += day.height();
        }
        return svg;
    }

    private static String said(Day day) {
        return day.name() + ": " + day.spans().stream().map(Span::label).collect(Collectors.joining(", "));
    }

    private static void day(Svg svg, int y, Day day) {
        int tall = day.spans().size() * LANE + 8;
        svg.text("strong", 0, y + 16, day.name());
        svg.box("day", 0, y + HEAD, 100, tall);
        nights(svg, day.quiet(), y, tall);
        IntStream.rangeClosed(1, 3).forEach(quarter -> svg.box("tick", quarter * 25.0, y + HEAD, 0.12, tall));
        IntStream.range(0, day.spans().size())
                .forEach(i -> span(svg, y + HEAD + 4 + i * LANE, day.spans().get(i)));
        hours(svg, y + HEAD + tall + 14);
    }

    /** Hours that are equally quiet are one box. */
    private static void nights(Svg svg, List<Double> quiet, int y, int tall) {
        int from = 0;
        for (int hour = 1; hour <= quiet.size(); hour++) {
            if (hour == quiet.size() || shade(quiet.get(hour)) != shade(quiet.get(from))) {
                night(svg, shade(quiet.get(from)), from, hour, y, tall);
                from = hour;
            }
        }
    }

    private static void night(Svg svg, int shade, int from, int to, int y, int tall) {
        if (shade > 0) {
            svg.box("quiet q" + shade, 100.0 * from / HOURS, y + HEAD, 100.0 * (to - from) / HOURS, tall);
        }
    }

    private static int shade(double share) {
        return (int) Math.min(SHADES, Math.ceil(share * SHADES));
    }

    /** The label stands on the side where there is more room. */
    private static void span(Svg svg, int y, Span span) {
        double from = 100 * span.from() / HOURS;
        double to = 100 * span.to() / HOURS;
        svg.pill("span " + span.kind(), from, y + 16, Math.max(0.9, to - from), 7);
        if (from <= 50) {
            svg.text("label", Math.max(0.6, from), y + 12, span.label());
        } else {
            svg.textTo("label", Math.min(99.4, Math.max(to, from + 0.9)), y + 12, span.label());
        }
    }

    private static void hours(Svg svg, int y) {
        svg.text("hour", 0, y, "0:00");
        IntStream.of(6, 12, 18).forEach(hour -> svg.textAround("hour", 100.0 * hour / HOURS, y, hour + ":00"));
        svg.textTo("hour", 100, y, "24:00");
    }
}
