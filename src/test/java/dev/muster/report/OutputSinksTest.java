package dev.muster.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.testing.Chance;
import dev.muster.testing.CursorMoves;
import dev.muster.testing.RunnerCommands;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random texts, made of what harms, in every form of output: none steers a terminal, none commands a runner. */
@Tag("slow")
@DisplayNameGeneration(ReplaceUnderscores.class)
class OutputSinksTest {
    private static final int TEXTS_PER_SEED = 25;

    /** What commands are made of, each way to begin a line, and what moves or hides. */
    private static final List<String> PIECES = List.of(
            "::error::",
            "::error file=a,line=1::",
            "::stop-commands::x",
            "::ADD-MASK::x",
            "##[error]",
            "##[set-env name=A]",
            "##vso[task.complete]",
            "::",
            ":",
            "#",
            "[error]",
            "error::",
            "a",
            "word ",
            "averylongwordthatnolinetakesaveryverylongwordthatnolinetakes",
            " ",
            "\u00a0",
            "\u2003",
            "\u3000",
            "\u202f",
            "\t",
            "\n",
            "\r",
            "\r\n",
            "\u000b",
            "\u0085",
            "\u2028",
            "\u2029",
            "\u0000",
            "\u0007",
            "\u001b[2J",
            "\u001b]0;x\u0007",
            "\u009b1m",
            "\u007f",
            "\u202e",
            "\u2066",
            "\u200f",
            "\u061c",
            "\ufeff",
            "\ud800",
            "\u200d",
            "\ufe0f",
            "<",
            "&",
            "%0A",
            "`",
            "```",
            "|",
            "\\",
            "\"",
            "'",
            "{name}",
            "<!--",
            "*",
            "🎉");

    static LongStream seeds() {
        return LongStream.range(20_261_126L, 20_261_126L + 10);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void nothing_but_line_breaks_moves_and_nothing_commands(long seed) {
        var chance = new Chance(seed);
        for (int i = 0; i < TEXTS_PER_SEED; i++) {
            var text = text(chance);
            var sinks = new Sinks(text);
            for (var shown : outputs(sinks)) {
                assertThat(CursorMoves.in(shown))
                        .as("of %s in %s", escaped(text), shown)
                        .isEmpty();
                assertThat(RunnerCommands.in(shown))
                        .as("of %s in %s", escaped(text), shown)
                        .isEmpty();
            }
            var annotations = sinks.annotations();
            assertThat(CursorMoves.in(annotations))
                    .as("of %s in %s", escaped(text), annotations)
                    .isEmpty();
            assertThat(RunnerCommands.in(annotations)).containsExactly("error", "error", "error");
        }
    }

    @Test
    void there_are_ten_thousand_outputs() {
        var chance = new Chance(1);
        long outputs = Stream.generate(() -> new Sinks(text(chance)))
                .limit(10)
                .mapToLong(sinks -> outputs(sinks).size())
                .sum();

        assertThat(outputs * TEXTS_PER_SEED * seeds().count() / 10).isGreaterThan(10_000);
    }

    /** Both halves of the judge find something. */
    @Test
    void what_is_looked_for_would_be_found() {
        assertThat(IntStream.of(0, 0x09, 0x0D, 0x1B, 0x7F, 0x85, 0x9B, 0x202E, 0x2066, 0x200F, 0xD800, 0x2028)
                        .mapToObj(c -> CursorMoves.in("a" + (char) c)))
                .noneMatch(List::isEmpty);
        assertThat(RunnerCommands.in(PIECES.get(0))).isNotEmpty();
    }

    private static Collection<String> outputs(Sinks sinks) {
        return Stream.of(sinks.texts(), sinks.moreTexts(), sinks.documents(), sinks.pages())
                .flatMap(shown -> shown.values().stream())
                .toList();
    }

    /** The last piece is a letter, so that there is a name at all. */
    private static String text(Chance chance) {
        var text = new StringBuilder();
        for (int pieces = 1 + chance.below(12); pieces > 0; pieces--) {
            text.append(chance.oneOf(PIECES));
        }
        return text.append('z').toString();
    }

    /** As a programmer would write it down. */
    private static String escaped(String text) {
        return Json.line(Json.object().put("text", text)).strip();
    }
}
