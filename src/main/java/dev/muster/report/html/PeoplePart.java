package dev.muster.report.html;

import dev.muster.audience.SharedPeople;
import dev.muster.diagnostic.Characters;
import dev.muster.model.CampaignIdentity;
import dev.muster.model.Label;
import dev.muster.plan.Action;
import dev.muster.plan.Plan;
import dev.muster.report.Numbers;
import dev.muster.report.html.BarChart.Bar;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The people of all campaigns together: who is left out of everything, who is in several, and how much each one gets. */
record PeoplePart(String suppressed, Optional<HeatMap> overlap, Optional<Figure> messages, String earlier) {
    private static final int MOST_CAMPAIGNS = 12;
    private static final int MOST_BARS = 10;

    static PeoplePart of(Plan plan) {
        return new PeoplePart(suppressed(plan), overlap(plan), messages(plan), earlier(plan));
    }

    boolean isEmpty() {
        return suppressed.isEmpty() && overlap.isEmpty() && messages.isEmpty();
    }

    private static String suppressed(Plan plan) {
        var labels = plan.crowd().suppression().labels();
        if (labels.isEmpty()) {
            return "";
        }
        boolean counted = labels.stream().allMatch(label -> label.count().isPresent());
        return "Excluded from every request: "
                + labels.stream().map(PeoplePart::label).collect(Collectors.joining(", "))
                + (counted ? ". None of these contacts is reached." : ".");
    }

    private static String label(Label label) {
        var name = Characters.visible(label.name().value());
        return label.count().isPresent() ? name + " " + Numbers.of(label.count().getAsInt()) : name;
    }

    /** All pairs of ten thousand campaigns would be fifty million: only the largest are looked at. */
    private static Optional<HeatMap> overlap(Plan plan) {
        var known = plan.creates().stream()
                .filter(create -> create.campaign().reach() instanceof dev.muster.resolve.Reach.Known)
                .toList();
        var shown = known.stream()
                .sorted(Comparator.comparingInt(Action.Create::people)
                        .reversed()
                        .thenComparing(create -> create.request().identity()))
                .limit(MOST_CAMPAIGNS)
                .sorted(Comparator.comparing(create -> create.request().identity()))
                .toList();
        var pairs = plan.sharedPeople(shown);
        var columns = Stream.concat(
                        shown.stream().map(create -> create.request().identity()), earlier(pairs))
                .toList();
        return columns.size() < 2 ? Optional.empty() : Optional.of(map(shown, columns, pairs, known.size()));
    }

    private static Stream<CampaignIdentity> earlier(List<SharedPeople> pairs) {
        return pairs.stream()
                .filter(SharedPeople::otherWasSent)
                .map(SharedPeople::other)
                .distinct()
                .limit(MOST_CAMPAIGNS / 2);
    }

    private static HeatMap map(
            List<Action.Create> shown, List<CampaignIdentity> columns, List<SharedPeople> pairs, int all) {
        var shared = new HashMap<List<CampaignIdentity>, Long>();
        pairs.forEach(pair -> {
            shared.put(List.of(pair.planned(), pair.other()), (long) pair.people());
            shared.put(List.of(pair.other(), pair.planned()), (long) pair.people());
        });
        long largest = shared.values().stream().mapToLong(Long::longValue).max().orElse(0);
        var names = names(columns);
        var rows = shown.stream()
                .map(create -> row(create.request().identity(), names, columns, shared, largest))
                .toList();
        int left = all - shown.size();
        return new HeatMap(
                "How many people two campaigns both reach",
                columns.stream()
                        .map(one -> column(one, names, shown.size(), columns))
                        .toList(),
                rows,
                left == 0
                        ? ""
                        : "The " + Numbers.of(shown.size()) + " campaigns that reach most people, and "
                                + Numbers.of(left) + " more that are not shown.");
    }

    private static HeatMap.Row row(
            CampaignIdentity row,
            Map<CampaignIdentity, String> names,
            List<CampaignIdentity> columns,
            Map<List<CampaignIdentity>, Long> shared,
            long largest) {
        var cells = columns.stream()
                .map(column -> column.equals(row)
                        ? OptionalLong.empty()
                        : OptionalLong.of(shared.getOrDefault(List.of(row, column), 0L)))
                .map(count -> HeatMap.Cell.of(count, largest))
                .toList();
        return new HeatMap.Row(String.valueOf(names.get(row)), cells);
    }

    private static String column(
            CampaignIdentity one, Map<CampaignIdentity, String> names, int planned, List<CampaignIdentity> columns) {
        return (columns.indexOf(one) < planned ? "" : "sent: ") + names.get(one);
    }

    /** The key is enough, unless two generations of it are there. */
    private static Map<CampaignIdentity, String> names(List<CampaignIdentity> identities) {
        var names = new HashMap<CampaignIdentity, String>();
        identities.forEach(one -> {
            long same = identities.stream()
                    .filter(other -> other.key().equals(one.key()))
                    .count();
            names.put(one, same > 1 ? one.toString() : one.key().value());
        });
        return names;
    }

    private static Optional<Figure> messages(Plan plan) {
        var people = plan.messagesPerPerson();
        if (people.people().isEmpty()) {
            return Optional.empty();
        }
        var bars = new ArrayList<Bar>();
        people.people()
                .headMap(MOST_BARS)
                .forEach((messages, count) -> bars.add(new Bar(Numbers.of(messages, "message"), count)));
        int many = people.over(MOST_BARS - 1);
        if (many > 0) {
            bars.add(new Bar(MOST_BARS + " or more messages", many));
        }
        var title = "How many people get how many messages";
        var rows = bars.stream()
                .map(bar -> List.of(bar.label(), Numbers.of(bar.count())))
                .toList();
        return Optional.of(new Figure(
                title,
                BarChart.of("messages", title, bars),
                false,
                new Figure.Table(title, List.of("Messages to one person", "People"), rows)));
    }

    private static String earlier(Plan plan) {
        int counted = plan.crowd().earlier().size();
        int uncounted = plan.crowd().uncounted();
        return (counted == 0
                        ? ""
                        : "With " + Numbers.of(counted, "campaign")
                                + " sent in the last 7 days, as of today's labels. ")
                + (uncounted == 0
                        ? ""
                        : "Without " + Numbers.of(uncounted, "campaign")
                                + " sent in the last 7 days whose audience is not known.");
    }
}
