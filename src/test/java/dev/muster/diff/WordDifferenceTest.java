package dev.muster.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.diff.WordDifference.Kind;
import dev.muster.diff.WordDifference.Segment;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WordDifferenceTest {

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource({
        "Get 30% off, Get 25% off, Get [-30%-]{+25%+} off",
        "Nothing to do, Please answer, [-Nothing to do-]{+Please answer+}",
        "Sale, Sale now, Sale{+ now+}",
        "Sale now on, Sale on, Sale[- now-] on",
        "Hello {name}, Hello {name}, Hello {name}",
        "🎉 Sale, 🎊 Sale, [-🎉-]{+🎊+} Sale"
    })
    void names_the_words_that_changed(String before, String after, String shown) {
        assertThat(written(WordDifference.between(before, after))).isEqualTo(shown);
    }

    @Test
    void the_same_text_has_no_difference() {
        assertThat(WordDifference.between("Hello\nyou", "Hello\nyou").isEmpty()).isTrue();
        assertThat(WordDifference.between("Hello\nyou", "Hello you").isEmpty()).isFalse();
    }

    @Test
    void a_text_far_too_long_for_a_message_is_replaced_as_a_whole() {
        var difference = WordDifference.between("a ".repeat(5_000), "b");

        assertThat(difference.segments()).extracting(Segment::kind).containsExactly(Kind.REMOVED, Kind.ADDED);
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 300);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void gives_back_both_texts_exactly(long seed) {
        var chance = new Random(seed);
        var before = text(chance);
        var after = text(chance);

        var difference = WordDifference.between(before, after);

        assertThat(without(Kind.ADDED, difference)).isEqualTo(before);
        assertThat(without(Kind.REMOVED, difference)).isEqualTo(after);
    }

    private static String text(Random chance) {
        return IntStream.range(0, chance.nextInt(30))
                .mapToObj(each ->
                        "a b c \n  x\u00a0y".substring(chance.nextInt(10)).substring(0, 1))
                .collect(Collectors.joining());
    }

    private static String without(Kind kind, WordDifference difference) {
        return difference.segments().stream()
                .filter(segment -> segment.kind() != kind)
                .map(Segment::text)
                .collect(Collectors.joining());
    }

    private static String written(WordDifference difference) {
        return difference.segments().stream()
                .map(segment -> switch (segment.kind()) {
                    case SAME -> segment.text();
                    case REMOVED -> "[-" + segment.text() + "-]";
                    case ADDED -> "{+" + segment.text() + "+}";
                })
                .collect(Collectors.joining());
    }
}
