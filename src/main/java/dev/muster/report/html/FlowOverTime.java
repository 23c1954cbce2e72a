package dev.muster.report.html;

import dev.muster.outcome.LogSummary;
import dev.muster.outcome.LogSummary.Flow;
import dev.muster.report.Numbers;
import dev.muster.report.Times;
import dev.muster.report.html.ColumnChart.Column;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** When messages were delivered and read, in at most some dozens of equal spans of time. */
final class FlowOverTime {
    private static final int MOST = 48;
    private static final List<Duration> SPANS = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(2),
            Duration.ofMinutes(5),
            Duration.ofMinutes(10),
            Duration.ofMinutes(30),
            Duration.ofHours(1),
            Duration.ofHours(3),
            Duration.ofHours(6),
            Duration.ofDays(1),
            Duration.ofDays(7));

    private FlowOverTime() {}

    /** The drawing, or nothing where SeaX tells no times. */
    static Optional<Figure> of(String id, String campaign, LogSummary log) {
        return log.flow().isEmpty() ? Optional.empty() : Optional.of(figure(id, campaign, log));
    }

    private static Figure figure(String id, String campaign, LogSummary log) {
        var first = log.flow().firstKey();
        var span = span(Duration.between(first, log.flow().lastKey()));
        var spans = spans(log, span);
        boolean timed = log.flow().values().stream().anyMatch(flow -> flow.delivered() > 0 || flow.read() > 0);
        var columns = spans.stream()
                .map(each -> timed
                        ? new Column(
                                Times.minute(each.at()),
                                each.flow().delivered(),
                                each.flow().read())
                        : new Column(Times.minute(each.at()), each.flow().sent(), 0))
                .toList();
        var what = timed ? "Delivered (wide) and read (narrow)" : "Sent; SeaX tells no times of delivery here";
        var caption = what + ", every " + words(span);
        return new Figure(
                caption,
                ColumnChart.of(id, what + " over time of " + campaign, columns),
                true,
                new Figure.Table(
                        "Messages every " + words(span),
                        List.of("From", "Sent", "Delivered", "Read"),
                        spans.stream().map(FlowOverTime::row).toList()));
    }

    private record Each(Instant at, Flow flow) {}

    private static List<String> row(Each each) {
        return List.of(
                Times.minute(each.at()),
                Numbers.of(each.flow().sent()),
                Numbers.of(each.flow().delivered()),
                Numbers.of(each.flow().read()));
    }

    /** Every span from the first to the last, also the empty ones; of a log of years, the first ones. */
    private static List<Each> spans(LogSummary log, Duration span) {
        var sums = new TreeMap<Instant, Flow>();
        var first = beginning(log.flow().firstKey(), span);
        log.flow().forEach((at, flow) -> sums.merge(beginning(at, span), flow, Flow::plus));
        var spans = new ArrayList<Each>();
        for (var at = first; !at.isAfter(sums.lastKey()) && spans.size() < 2 * MOST; at = at.plus(span)) {
            spans.add(new Each(at, sums.getOrDefault(at, new Flow(0, 0, 0))));
        }
        return spans;
    }

    private static Instant beginning(Instant at, Duration span) {
        return Instant.ofEpochSecond(Math.floorDiv(at.getEpochSecond(), span.toSeconds()) * span.toSeconds());
    }

    private static Duration span(Duration all) {
        return SPANS.stream()
                .filter(span -> all.compareTo(span.multipliedBy(MOST)) < 0)
                .findFirst()
                .orElse(SPANS.get(SPANS.size() - 1));
    }

    private static String words(Duration span) {
        if (span.toDays() > 0) {
            return span.toDays() == 1 ? "day" : Numbers.of(span.toDays(), "day");
        }
        return span.toHours() > 0
                ? span.toHours() == 1 ? "hour" : Numbers.of(span.toHours(), "hour")
                : span.toMinutes() == 1 ? "minute" : Numbers.of(span.toMinutes(), "minute");
    }
}
