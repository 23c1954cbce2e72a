package dev.muster.report.text;

import dev.muster.audience.MessagesPerPerson;
import dev.muster.audience.SharedPeople;
import dev.muster.diagnostic.Characters;
import dev.muster.model.Label;
import dev.muster.plan.Plan;
import dev.muster.report.Numbers;
import dev.muster.report.Row;
import dev.muster.report.Wrap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The people of all campaigns together, in a few rows: the proof that the suppressed are not among them, which campaigns
 * reach the same people, and how many get more than one message.
 */
public final class RunAudienceText {
    /** A reviewer reads so many pairs; the plan as JSON has more. */
    private static final int MOST_PAIRS = 10;

    private static final int MOST_COUNTS = 12;

    private RunAudienceText() {}

    public static List<Row> rows(Plan plan) {
        var rows = new ArrayList<Row>();
        if (!plan.crowd().suppression().labels().isEmpty()) {
            rows.add(new Row("suppressed", suppressed(plan)));
        }
        var shared = plan.sharedPeople(MOST_PAIRS);
        shared.most().forEach(pair -> rows.add(new Row("overlap", pair(pair))));
        if (shared.count() > MOST_PAIRS) {
            rows.add(new Row("overlap", "and " + Numbers.of(shared.count() - MOST_PAIRS) + " more"));
        }
        var messages = plan.messagesPerPerson();
        if (messages.most() > 1 || plan.crowd().uncounted() > 0) {
            rows.add(new Row("messages", messages(plan, messages)));
        }
        return rows;
    }

    private static String suppressed(Plan plan) {
        var labels = plan.crowd().suppression().labels();
        boolean counted = labels.stream().allMatch(label -> label.count().isPresent());
        return labels.stream().map(RunAudienceText::label).collect(Collectors.joining(", ")) + ": " + excluded(plan)
                + (counted ? ", none is reached" : "");
    }

    /** By numbers nothing is said to SeaX: these people are not in the list. */
    private static String excluded(Plan plan) {
        boolean isByLabels =
                plan.creates().stream().allMatch(create -> create.numbers().isEmpty());
        return isByLabels ? "excluded in every request" : "left out of every request";
    }

    private static String label(Label label) {
        var name = Characters.visible(label.name().value());
        return label.count().isPresent()
                ? (name + " " + Numbers.of(label.count().getAsInt())).replace(" ", Wrap.GLUE)
                : name;
    }

    private static String pair(SharedPeople pair) {
        boolean sameKey = pair.planned().key().equals(pair.other().key());
        var planned = sameKey ? pair.planned().toString() : pair.planned().key().value();
        var other = sameKey ? pair.other().toString() : pair.other().key().value();
        return Numbers.of(pair.people(), "person", "people") + " in " + planned + " and " + other
                + (pair.otherWasSent() ? " (sent before)" : "");
    }

    private static String perPerson(MessagesPerPerson messages) {
        var counts = List.copyOf(messages.people().entrySet());
        if (counts.size() <= MOST_COUNTS) {
            return joined(counts);
        }
        var first = counts.subList(0, MOST_COUNTS - 1);
        int others = messages.over(first.get(first.size() - 1).getKey());
        return joined(first) + ", " + get(others) + " more than that, up to " + Numbers.of(messages.most(), "message");
    }

    private static String joined(List<Map.Entry<Integer, Integer>> counts) {
        return counts.stream()
                .map(count -> get(count.getValue()) + " " + Numbers.of(count.getKey(), "message"))
                .collect(Collectors.joining(", "));
    }

    private static String get(int people) {
        return Numbers.of(people, "person gets", "people get");
    }

    private static String messages(Plan plan, MessagesPerPerson messages) {
        int uncounted = plan.crowd().uncounted();
        var earlier = Numbers.of(uncounted, "campaign") + " sent in the last 7 days";
        if (messages.people().isEmpty()) {
            return "how many each person gets is not known; nor is the audience of " + earlier;
        }
        return perPerson(messages)
                + lately(plan.crowd().earlier().size())
                + (uncounted > 0 ? "; without " + earlier + " whose audience is not known" : "");
    }

    private static String lately(int counted) {
        return counted > 0
                ? "; with " + Numbers.of(counted, "campaign") + " sent in the last 7 days, as of today's labels"
                : "";
    }
}
