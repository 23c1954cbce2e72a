package dev.muster.report.html;

import dev.muster.model.Campaign;
import dev.muster.model.CampaignKey;
import dev.muster.model.Schedule;
import dev.muster.plan.Action;
import dev.muster.plan.Plan;
import dev.muster.plan.PlannedChange;
import dev.muster.plan.QuietHoursShare;
import dev.muster.plan.Reason;
import dev.muster.report.Numbers;
import dev.muster.report.PlanWords;
import dev.muster.report.Times;
import dev.muster.report.html.DayChart.Day;
import dev.muster.report.html.DayChart.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** When the messages of a plan go out, day by day, on the clock that most of its authors had in mind. */
final class SendCalendar {
    private static final int MOST_DAYS = 14;
    private static final int MOST_A_DAY = 10;
    private static final int KEY_SHOWN = 30;
    private static final double NIGHTFALL = 24;

    private final Plan plan;
    private final Optional<QuietHoursShare> nights;
    private final List<Send> sends;
    private final ZoneId zone;

    private SendCalendar(Plan plan, Optional<QuietHoursShare> nights) {
        this.plan = plan;
        this.nights = nights;
        this.sends = plan.changes().stream().flatMap(this::send).toList();
        this.zone = zone(sends);
    }

    /** A campaign that goes out: between when and when, and how many messages that is, where it is known. */
    private record Send(CampaignKey key, String kind, Instant start, Instant end, Schedule schedule, String messages) {
        private static final Comparator<Send> ORDER =
                Comparator.comparing(Send::start).thenComparing(Send::key);

        private boolean isOn(LocalDate day, ZoneId zone) {
            return !start.atZone(zone).toLocalDate().isAfter(day)
                    && !lastMoment().atZone(zone).toLocalDate().isBefore(day);
        }

        /** What ends at midnight does not reach into the next day. */
        private Instant lastMoment() {
            return end.isAfter(start) ? end.minusNanos(1) : start;
        }
    }

    /** The calendar, or nothing where nothing goes out at a known time. */
    static Optional<Figure> of(Plan plan, Optional<QuietHoursShare> nights) {
        var calendar = new SendCalendar(plan, nights);
        return calendar.sends.isEmpty() ? Optional.empty() : Optional.of(calendar.figure());
    }

    /** What the shading means, and on whose clocks; or that there is none. */
    static String legend(Optional<QuietHoursShare> nights) {
        return nights.map(SendCalendar::shaded)
                .orElse("No quiet hours are shaded: the policy sets none, or nobody was counted.");
    }

    private static String shaded(QuietHoursShare nights) {
        var zones = nights.people().entrySet().stream()
                .sorted(Map.Entry.<List<ZoneId>, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(entry -> entry.getKey().toString()))
                .toList();
        var most = zones.stream()
                .limit(3)
                .map(place -> name(place.getKey()) + " " + Numbers.of(place.getValue()))
                .collect(Collectors.joining(", "));
        int more = zones.size() - 3;
        return "Shaded: quiet hours, " + nights.hours().from() + " to "
                + nights.hours().to()
                + ", on the recipients' own clocks, the darker the more of them: " + most
                + (more > 0 ? ", and " + Numbers.of(more) + " more groups of zones" : "") + ".";
    }

    private static String name(List<ZoneId> zones) {
        return switch (zones.size()) {
            case 0 -> "unknown zone";
            case 1 -> zones.get(0).getId();
            default -> "one of " + Numbers.of(zones.size()) + " zones";
        };
    }

    /** What is blocked is drawn too, because when it would go out may be the reason. */
    private Stream<Send> send(PlannedChange change) {
        return kind(change.action()).stream()
                .flatMap(kind -> change.change().definition().stream().map(campaign -> send(change, campaign, kind)));
    }

    private static Optional<String> kind(Action action) {
        return switch (PlanWords.Group.of(action)) {
            case CREATE -> Optional.of("due");
            case WAIT -> Optional.of("waiting");
            case BLOCKED -> action.reason() == Reason.WINDOW_PASSED ? Optional.empty() : Optional.of("blocked");
            case DOUBT, ADOPT, SENT, OTHER -> Optional.empty();
        };
    }

    /** A campaign that is held goes out so much after the plan, at the earliest. */
    private Schedule schedule(PlannedChange change, Campaign campaign) {
        var hold = change.action() instanceof Action.Create create
                ? create.completion().hold()
                : Optional.<Duration>empty();
        return hold.<Schedule>map(
                        length -> new Schedule.Window(plan.at().plus(length), Optional.empty(), ZoneOffset.UTC))
                .orElse(campaign.schedule());
    }

    private Send send(PlannedChange change, Campaign campaign, String kind) {
        var messages = change.action() instanceof Action.Create create ? Numbers.of(create.messages()) : "";
        if (schedule(change, campaign) instanceof Schedule.Window window) {
            var end = window.end().orElse(window.start());
            return new Send(campaign.key(), kind, window.start(), end, window, messages);
        }
        var now = kind.equals("due") ? "now" : kind;
        return new Send(campaign.key(), now, plan.at(), plan.at(), campaign.schedule(), messages);
    }

    private static ZoneId zone(List<Send> sends) {
        var counts = sends.stream()
                .map(Send::schedule)
                .filter(Schedule.Window.class::isInstance)
                .map(window -> ((Schedule.Window) window).zone().getId())
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(most -> ZoneId.of(most.getKey()))
                .orElse(ZoneId.of("UTC"));
    }

    private Figure figure() {
        var days =
                sends.stream().flatMap(send -> days(send)).distinct().sorted().toList();
        var title = "When messages go out, on the clock of " + zone;
        int more = days.size() - Math.min(days.size(), MOST_DAYS);
        var caption = "On the clock of " + zone + (more > 0 ? "; " + Numbers.of(more, "later day") + " left out" : "");
        var shown = days.stream().limit(MOST_DAYS).map(this::day).toList();
        return new Figure(caption, DayChart.of("calendar", title, shown), true, table());
    }

    /** A window of years is not walked through. */
    private Stream<LocalDate> days(Send send) {
        var last = send.lastMoment().atZone(zone).toLocalDate();
        return Stream.iterate(
                        send.start().atZone(zone).toLocalDate(), day -> !day.isAfter(last), day -> day.plusDays(1))
                .limit(MOST_DAYS + 1L);
    }

    private Day day(LocalDate day) {
        var all = sends.stream()
                .filter(send -> send.isOn(day, zone))
                .sorted(Send.ORDER)
                .toList();
        var name = Times.day(day.atStartOfDay(zone).toInstant(), zone);
        int more = all.size() - Math.min(all.size(), MOST_A_DAY);
        return new Day(
                name + (more > 0 ? " · " + Numbers.of(more) + " more than are drawn" : ""),
                nights.map(known -> quiet(known, day)).orElse(List.of()),
                all.stream().limit(MOST_A_DAY).map(send -> span(send, day)).toList());
    }

    private List<Double> quiet(QuietHoursShare known, LocalDate day) {
        return IntStream.range(0, 24)
                .mapToObj(
                        hour -> known.shareAt(day.atTime(hour, 30).atZone(zone).toInstant()))
                .toList();
    }

    private Span span(Send send, LocalDate day) {
        var start = send.start().atZone(zone);
        var end = send.end().atZone(zone);
        double from = start.toLocalDate().isBefore(day) ? 0 : hours(start);
        double to = end.toLocalDate().isAfter(day) ? NIGHTFALL : hours(end);
        return new Span(label(send), send.kind(), from, to);
    }

    private static double hours(ZonedDateTime at) {
        return Duration.between(at.toLocalDate().atStartOfDay(), at.toLocalDateTime())
                        .toMinutes()
                / 60.0;
    }

    private static String label(Send send) {
        var key = send.key().value();
        var shown = key.length() > KEY_SHOWN ? key.substring(0, KEY_SHOWN - 1) + "…" : key;
        var messages = send.messages().isEmpty() ? "" : " · " + send.messages();
        return shown
                + messages
                + switch (send.kind()) {
                    case "now" -> " · at once, on apply";
                    case "due" -> "";
                    default -> " · " + send.kind();
                };
    }

    private Figure.Table table() {
        return new Figure.Table(
                "Sends by their start",
                List.of("Campaign", "When", "Messages"),
                sends.stream()
                        .sorted(Send.ORDER)
                        .limit(MOST_DAYS * (long) MOST_A_DAY)
                        .map(send -> List.of(send.key().value(), Times.of(send.schedule()), send.messages()))
                        .toList());
    }
}
