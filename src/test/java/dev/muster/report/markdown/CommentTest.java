package dev.muster.report.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.report.Markdown;
import dev.muster.report.markdown.Comment.Detail;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CommentTest {
    private static final String HEAD = "## Plan\n\n";
    private static final String FOOT = "Digest\n";

    @Test
    void begins_with_a_marker_of_its_command_and_workspace() {
        assertThat(comment(List.of()).text())
                .isEqualTo(
                        "<!-- muster:{\"v\":1,\"command\":\"plan\",\"workspace\":\"production\"} -->\n## Plan\n\nDigest\n");
    }

    @Test
    void says_nothing_of_a_workspace_that_is_not_known() {
        assertThat(new Comment("plan", "", HEAD, List.of(), FOOT).text())
                .startsWith("<!-- muster:{\"v\":1,\"command\":\"plan\"} -->\n");
    }

    @Test
    void is_unfolded_as_long_as_it_is_small() {
        assertThat(comment(List.of(detail(1_000), detail(1_000))).text()).contains("<details open>");
        assertThat(comment(List.of(detail(1_000), detail(2_500))).text())
                .contains("<details>")
                .doesNotContain("<details open>");
    }

    /** A detail that just fits, and one that is longer by one unit. */
    @Test
    void drops_nothing_up_to_the_edge_and_something_beyond_it() {
        int most = largest();

        assertThat(comment(List.of(detail(most))).text())
                .hasSizeLessThanOrEqualTo(Comment.BUDGET)
                .doesNotContain("Truncated");
        assertThat(comment(List.of(detail(most + 1), detail(10))).text())
                .hasSizeLessThanOrEqualTo(Comment.BUDGET)
                .contains("_Truncated: 1 of 2 details shown, the biggest left out. `muster plan` shows all._");
    }

    @Test
    void drops_the_biggest_first_and_of_equals_the_last() {
        var text = comment(List.of(named("a", 25_000), named("b", 30_000), named("c", 25_000), named("d", 10)))
                .text();

        assertThat(text)
                .contains("<summary>a<", "<summary>c<", "<summary>d<", "3 of 4")
                .doesNotContain("<summary>b<");
        assertThat(comment(List.of(named("a", 31_000), named("b", 31_000))).text())
                .contains("<summary>a<")
                .doesNotContain("<summary>b<");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 100, 5_000, 59_000, 70_000, 200_000})
    void is_never_longer_than_its_budget(int length) {
        for (int count : List.of(1, 3, 60, 10_000)) {
            var details = Collections.nCopies(count, detail(length));

            assertThat(comment(details).text()).hasSizeLessThanOrEqualTo(Comment.BUDGET);
        }
    }

    /** An emoji is two units: what counts is what the server counts, and it is never cut in half. */
    @Test
    void counts_in_utf_16_units_and_cuts_no_character_in_half() {
        var emoji = "🎉".repeat(40);

        assertThat(IntStream.rangeClosed(2, 80).mapToObj(most -> Markdown.shortened(emoji, most)))
                .allSatisfy(text -> assertThat(text.codePoints()).noneMatch(c -> c >= 0xD800 && c <= 0xDFFF));
        assertThat(Markdown.shortened(emoji, 80)).isEqualTo(emoji);
        assertThat(Markdown.shortened(emoji, 79)).hasSize(79).endsWith("🎉…");
    }

    /** The longest that fits, found from below in steps that halve. */
    private static int largest() {
        int fits = 0;
        for (int step = 1 << 15; step > 0; step /= 2) {
            fits += comment(List.of(detail(fits + step))).text().contains("Truncated") ? 0 : step;
        }
        return fits;
    }

    private static Comment comment(List<Detail> details) {
        return new Comment("plan", "production", HEAD, details, FOOT);
    }

    private static Detail detail(int length) {
        return named("x", length);
    }

    private static Detail named(String name, int length) {
        return new Detail(name, "x".repeat(length));
    }
}
