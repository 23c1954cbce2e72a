package dev.muster.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.outcome.Outcome;
import dev.muster.report.Numbers;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The report in a real browser: nothing is complained about, and what is drawn has the proportions of the figures. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class OutcomeHtmlBrowserTest extends PageInBrowser {
    private static final String WIDTHS =
            "const w = svg.getBoundingClientRect().width; return [...svg.querySelectorAll('%s')]"
                    + ".map(r => r.getBoundingClientRect().width / w)";

    @Override
    String html() {
        return SampleOutcomes.rich();
    }

    private static String drawing(String id) {
        return "const svg = document.getElementById('" + id + "-t').closest('svg');";
    }

    @Test
    void the_funnel_is_drawn_in_proportion() {
        browser.show(page, 1280, "light");
        List<Number> drawn = browser.ask(drawing("campaign-1-funnel") + WIDTHS.formatted("rect.kept"));
        var steps = SampleOutcomes.SALE.funnel();
        double planned = steps.get(0).messages();
        assertThat(drawn).hasSameSizeAs(steps);
        for (int i = 0; i < drawn.size(); i++) {
            assertThat(drawn.get(i).doubleValue()).isCloseTo(steps.get(i).messages() / planned, Offset.offset(0.003));
        }
        List<String> figures = browser.ask(drawing("campaign-1-funnel")
                + "return [...svg.querySelectorAll('text.figure')].map(t => t.textContent)");
        assertThat(figures)
                .isEqualTo(steps.stream()
                        .map(Outcome.Step::messages)
                        .map(Numbers::of)
                        .toList());
    }

    /** More messages than planned cannot be drawn as a stream that narrows. */
    @Test
    void a_funnel_that_grows_is_drawn_as_bars() {
        browser.show(page, 1280, "light");
        List<Number> drawn = browser.ask(drawing("campaign-2-funnel") + WIDTHS.formatted("rect.bar"));
        assertThat(drawn.get(0).doubleValue()).isCloseTo(1915.0 / 2000, Offset.offset(0.003));
        assertThat(drawn.get(1).doubleValue()).isCloseTo(1, Offset.offset(0.003));
    }

    @Test
    void failures_are_drawn_by_cause() {
        browser.show(page, 1280, "light");
        List<String> figures = browser.ask(drawing("campaign-1-causes")
                + "return [...svg.querySelectorAll('text.figure')].map(t => t.textContent)");
        assertThat(figures).containsExactly("10", "4", "1");
        List<Number> drawn = browser.ask(drawing("campaign-1-causes") + WIDTHS.formatted("rect.bar"));
        assertThat(drawn.stream().map(Number::doubleValue))
                .zipSatisfy(
                        List.of(1.0, 0.4, 0.1), (is, wanted) -> assertThat(is).isCloseTo(wanted, Offset.offset(0.003)));
    }

    @Test
    void deliveries_stand_side_by_side_over_time() {
        browser.show(page, 1280, "light");
        List<Number> places = browser.ask(drawing("campaign-1-flow")
                + "return [...svg.querySelectorAll('rect.stream')].map(r => r.getBoundingClientRect().x)");
        List<Number> heights = browser.ask(drawing("campaign-1-flow")
                + "return [...svg.querySelectorAll('rect.stream')].map(r => r.getBoundingClientRect().height)");
        assertThat(places).hasSize(30).isSorted();
        assertThat(heights)
                .allMatch(height -> height.doubleValue() == heights.get(0).doubleValue());
    }

    @Test
    void campaigns_are_compared_by_their_shares() {
        browser.show(page, 1280, "light");
        List<String> figures = browser.ask(
                drawing("share-delivered") + "return [...svg.querySelectorAll('text.figure')].map(t => t.textContent)");
        assertThat(figures).containsExactly("94.0%", "75.0%");
        List<Number> drawn = browser.ask(drawing("share-delivered") + WIDTHS.formatted("rect.bar"));
        assertThat(drawn.get(0).doubleValue()).isCloseTo(0.94, Offset.offset(0.003));
        assertThat(drawn.get(1).doubleValue()).isCloseTo(0.75, Offset.offset(0.003));
    }

    @Test
    void hostile_texts_run_nothing_and_fetch_nothing() throws IOException {
        var hostile = Files.writeString(folder.resolve("hostile.html"), SampleOutcomes.hostile(Payloads.ALL));
        browser.show(hostile, 1280, "light");
        List<String> fetched = browser.ask("return performance.getEntriesByType('resource').map(r => r.name)");
        assertThat(fetched).isEmpty();
        assertThat(browser.complaints()).isEmpty();
        assertThat(Stream.of("script", "img", "iframe", "form")
                        .map(name -> browser.<Long>ask("return document.querySelectorAll('" + name + "').length")))
                .containsOnly(0L);
    }
}
