package dev.muster.report.html;

import dev.muster.diagnostic.Characters;
import dev.muster.model.MessageCounts;
import dev.muster.outcome.Outcome;
import dev.muster.outcome.SendProgress;
import dev.muster.report.Numbers;
import dev.muster.report.OutcomeWords;
import dev.muster.report.Times;
import dev.muster.report.html.BarChart.Bar;
import dev.muster.report.html.HtmlPage.Fact;
import dev.muster.report.html.HtmlPage.Section;
import dev.muster.report.html.PlanPage.Notice;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What stands where on the page of a report; the template only writes it down. */
record OutcomePage(
        HtmlPage frame,
        List<KeyFigure> tiles,
        List<Notice> notices,
        Optional<Figure.Table> campaigns,
        List<Figure> shares,
        List<OutcomeCard> cards) {
    private static final int MOST_BARS = 40;
    private static final long WHOLE = 1000;
    private static final SortedMap<String, String> STEPS_IN_WORDS = new TreeMap<>(Map.of(
            "delivered", "were delivered", "read", "were read", "replied", "were replied to", "failed", "failed"));

    OutcomePage {
        tiles = List.copyOf(tiles);
        notices = List.copyOf(notices);
        shares = List.copyOf(shares);
        cards = List.copyOf(cards);
    }

    static OutcomePage of(OutcomeHtml.Subject subject) {
        var outcomes = subject.outcomes();
        var cards = IntStream.range(0, outcomes.size())
                .mapToObj(i -> OutcomeCard.of("campaign-" + (i + 1), outcomes.get(i)))
                .toList();
        boolean several = outcomes.size() > 1;
        return new OutcomePage(
                frame(subject, several),
                tiles(outcomes),
                notices(subject),
                outcomes.isEmpty() ? Optional.empty() : Optional.of(table(outcomes)),
                several ? shares(outcomes) : List.of(),
                cards);
    }

    private static HtmlPage frame(OutcomeHtml.Subject subject, boolean several) {
        var sections = new ArrayList<Section>();
        if (!subject.outcomes().isEmpty()) {
            sections.add(new Section("campaigns", several ? "Side by side" : "In numbers"));
            sections.add(new Section("details", "Each campaign"));
        }
        var workspace = Characters.visible(subject.workspace());
        return new HtmlPage(
                "Muster report · " + workspace,
                "Muster report · workspace " + workspace,
                headline(subject),
                lead(subject),
                sections,
                List.of(
                        new Fact("As of", Times.minute(subject.at())),
                        new Fact("Made by", "Muster " + subject.version())));
    }

    private static String headline(OutcomeHtml.Subject subject) {
        var outcomes = subject.outcomes();
        boolean doubt = subject.others().stream().anyMatch(send -> send.entry().isOpen());
        if (outcomes.isEmpty()) {
            return doubt ? "It is not known what was sent" : "Nothing was sent yet";
        }
        return Numbers.of(messages(outcomes), "message") + " of " + Numbers.of(outcomes.size(), "campaign");
    }

    private static String lead(OutcomeHtml.Subject subject) {
        return "As of " + Times.minute(subject.at()) + "."
                + (subject.leftOut() > 0 ? " " + OutcomeWords.leftOut(subject.leftOut()) : "");
    }

    private static long messages(List<Outcome> outcomes) {
        return outcomes.stream().mapToLong(outcome -> outcome.send().messages()).sum();
    }

    private static List<KeyFigure> tiles(List<Outcome> outcomes) {
        return Stream.concat(
                        Stream.of(new KeyFigure("plain", Numbers.of(messages(outcomes)), "messages")),
                        MessageCounts.STEPS.stream().map(step -> tile(outcomes, step)))
                .toList();
    }

    private static KeyFigure tile(List<Outcome> outcomes, String step) {
        long sum = outcomes.stream()
                .mapToLong(outcome -> outcome.send().tally().number(step).orElse(0))
                .sum();
        var tone = step.equals("failed") ? "caution" : "plain";
        return new KeyFigure(sum == 0 ? "none" : tone, Numbers.of(sum), step);
    }

    private static List<Notice> notices(OutcomeHtml.Subject subject) {
        var notices = new ArrayList<Notice>();
        subject.others().stream()
                .filter(send -> send.entry().isOpen())
                .forEach(send -> notices.add(notice("bad", send)));
        for (var outcome : subject.outcomes()) {
            OutcomeWords.dangers(outcome)
                    .forEach(danger -> notices.add(new Notice("bad", outcome.identity() + ": " + danger)));
            if (outcome.send().failsTooOften(subject.mostFailed())) {
                notices.add(
                        new Notice("caution", outcome.identity() + ": more messages failed than the policy allows."));
            }
        }
        subject.others().stream()
                .filter(send -> !send.entry().isOpen())
                .forEach(send -> notices.add(notice("plain", send)));
        return notices;
    }

    private static Notice notice(String tone, SendProgress send) {
        return new Notice(tone, send.identity() + ": " + OutcomeWords.notSent(send));
    }

    private static Figure.Table table(List<Outcome> outcomes) {
        var columns = new ArrayList<>(List.of("Campaign", "Messages"));
        MessageCounts.STEPS.forEach(
                step -> columns.add(step.substring(0, 1).toUpperCase(Locale.ROOT) + step.substring(1)));
        return new Figure.Table(
                "Numbers and shares of each campaign's messages",
                columns,
                outcomes.stream().map(OutcomePage::row).toList());
    }

    private static List<String> row(Outcome outcome) {
        return Stream.concat(
                        Stream.of(
                                outcome.identity().toString(),
                                Numbers.of(outcome.send().messages())),
                        MessageCounts.STEPS.stream().map(step -> OutcomeWords.number(outcome, step)))
                .toList();
    }

    /** Campaigns of different sizes are held side by side by their shares. */
    private static List<Figure> shares(List<Outcome> outcomes) {
        return STEPS_IN_WORDS.keySet().stream()
                .flatMap(step -> share(outcomes, step).stream())
                .toList();
    }

    private static Optional<Figure> share(List<Outcome> outcomes, String step) {
        var known = outcomes.stream()
                .filter(outcome -> outcome.send().share(step).isPresent())
                .limit(MOST_BARS)
                .toList();
        var bars = known.stream().map(outcome -> bar(outcome, step)).toList();
        var caption = "Share of messages that " + STEPS_IN_WORDS.get(step);
        var table = new Figure.Table(
                caption,
                List.of("Campaign", "Share"),
                bars.stream().map(bar -> List.of(bar.label(), bar.figure())).toList());
        return bars.isEmpty()
                ? Optional.empty()
                : Optional.of(new Figure(caption, BarChart.of("share-" + step, caption, bars, WHOLE), false, table));
    }

    private static Bar bar(Outcome outcome, String step) {
        double share = outcome.send().share(step).orElse(0);
        var figure = String.format(Locale.ROOT, "%.1f%%", 100 * share);
        return new Bar(outcome.identity().toString(), Math.round(WHOLE * share), figure);
    }
}
