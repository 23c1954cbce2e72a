package dev.muster.policy;

import dev.muster.model.Template;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A text that is no approved template: the nearest of two hundred is looked for, word by word. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class TemplateDiffBenchmark {
    private final List<Template> templates =
            IntStream.range(0, 200).mapToObj(TemplateDiffBenchmark::template).toList();

    private final String message = text("40%", 137);

    @Benchmark
    public Optional<?> nearest() {
        return TemplateDiff.nearest(templates, message);
    }

    private static Template template(int number) {
        var name = "offer_" + number;
        return new Template(name, name, "en", "APPROVED", "MARKETING", false, Optional.of(text("30%", number)));
    }

    private static String text(String share, int number) {
        return "Get " + share + " off all items of collection " + number + ". Use code SAVE" + number
                + " until Friday, and shop now:\nhttps://example.com/sale/" + number + "\nReply STOP to get no more.";
    }
}
