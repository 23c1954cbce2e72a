package dev.muster.report.html;

import static dev.muster.testing.Records.AT;

import dev.muster.lock.Observation;
import dev.muster.lock.OutcomeComparison;
import dev.muster.model.MessageCounts;
import dev.muster.outcome.LogCounter;
import dev.muster.outcome.Outcome;
import dev.muster.outcome.SendProgress;
import dev.muster.testing.LogRows;
import dev.muster.testing.Records;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What became of some campaigns, for the tests of their report. */
final class SampleOutcomes {
    static final Outcome SALE = sale("finished", List.of(), "an error that nobody knows");

    private SampleOutcomes() {}

    /** Three campaigns: as planned, with a danger, and one that SeaX has no more. */
    static String rich() {
        return OutcomeHtml.of(new OutcomeHtml.Subject(
                List.of(SALE, welcome(), vanished()),
                others(),
                0,
                "production",
                AT,
                OptionalDouble.of(0.005),
                "0.1.0"));
    }

    /** One in doubt, one that was not sent, one that nobody knows of. */
    private static List<SendProgress> others() {
        return Stream.of(
                        Records.inDoubt("doubtful/1"),
                        Records.rejected("refused/1"),
                        Records.inDoubt("never/1").abandon(true, "no trace of it on SeaX", AT, "dana"),
                        Records.abandoned("unknown/1"))
                .map(entry -> new SendProgress(entry, Optional.empty(), Optional.empty()))
                .toList();
    }

    /** A text from outside wherever one is shown. */
    static String hostile(List<String> texts) {
        var outcomes =
                texts.stream().map(text -> sale(text, List.of(text), text)).toList();
        return OutcomeHtml.of(
                new OutcomeHtml.Subject(outcomes, List.of(), 3, texts.get(0), AT, OptionalDouble.empty(), "0.1.0"));
    }

    private static Outcome sale(String status, List<String> said, String error) {
        var tally = tally(Map.of(
                "total", 1915L, "sent", 1900L, "delivered", 1800L, "read", 1200L, "replied", 90L, "failed", 15L));
        var compared = new OutcomeComparison(
                AT, 1915, 1900, 15, OptionalInt.of(0), OptionalInt.of(0), OptionalInt.empty(), said, said);
        var seen = new Observation(AT, AT, Optional.of(status), tally, List.of(), Optional.of(compared));
        var counter = new LogCounter();
        IntStream.range(0, 30)
                .forEach(i ->
                        counter.take(LogRows.at(LogRows.read("log_" + i), LogRows.SENT.plus(Duration.ofMinutes(i)))));
        IntStream.range(0, 10).forEach(i -> counter.take(LogRows.failed("f" + i, 131026)));
        IntStream.range(0, 4).forEach(i -> counter.take(LogRows.failed("g" + i, 131050)));
        counter.take(LogRows.failed("h", error));
        return new Outcome(
                new SendProgress(Records.confirmed("sale/1"), Optional.of(seen), Optional.empty()),
                Optional.of(counter.counted()));
    }

    private static Outcome welcome() {
        var tally = tally(Map.of("total", 2000L, "sent", 2000L, "delivered", 1500L, "failed", 0L));
        var compared = new OutcomeComparison(
                AT,
                1915,
                2000,
                0,
                OptionalInt.of(0),
                OptionalInt.of(85),
                OptionalInt.of(85),
                List.of("85 people were messaged who carry an excluded label and were not approved: DNC 85"),
                List.of());
        var seen = new Observation(AT, AT, Optional.of("sending"), tally, List.of(), Optional.of(compared));
        return new Outcome(
                new SendProgress(Records.confirmed("welcome/2"), Optional.of(seen), Optional.empty()),
                Optional.of(new LogCounter().counted()));
    }

    private static Outcome vanished() {
        var seen = new Observation(AT, AT, Optional.empty(), MessageCounts.NONE, List.of(), Optional.empty());
        return new Outcome(
                new SendProgress(Records.confirmed("autumn/1"), Optional.of(seen), Optional.empty()), Optional.empty());
    }

    private static MessageCounts tally(Map<String, Long> numbers) {
        return new MessageCounts(new TreeMap<>(numbers));
    }
}
