package dev.muster.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.plan.Action;
import dev.muster.report.Numbers;
import dev.muster.resolve.Reach;
import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;

/** The page in a real browser: nothing is complained about, drawn figures are the plan's, and everybody can read it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PlanHtmlBrowserTest extends PageInBrowser {
    @Override
    String html() {
        return SamplePages.rich();
    }

    /** The widths that the browser gives to what is left are in proportion to the people who are left. */
    @Test
    void draws_each_funnel_in_proportion() {
        browser.show(page, 1280, "light");
        for (var create : SamplePages.richPlan().creates()) {
            var funnel = ((Reach.Known) create.campaign().reach()).funnel();
            double whole = funnel.steps().get(0).left();
            List<Number> drawn = browser.ask(
                    drawing(create) + "const w = svg.getBoundingClientRect().width;"
                            + "return [...svg.querySelectorAll('rect.kept:not(.result)')].map(r => r.getBoundingClientRect().width / w)");
            assertThat(drawn).hasSameSizeAs(funnel.steps());
            for (int i = 0; i < drawn.size(); i++) {
                assertThat(drawn.get(i).doubleValue())
                        .isCloseTo(funnel.steps().get(i).left() / whole, org.assertj.core.data.Offset.offset(0.003));
            }
            List<String> figures = browser.ask(
                    drawing(create) + "return [...svg.querySelectorAll('text.strong.outset')].map(t => t.textContent)");
            assertThat(figures).containsExactly(Numbers.of(create.people()));
        }
    }

    private static String drawing(Action.Create create) {
        return "const svg = [...document.querySelectorAll('svg.flow')].find(s => s.querySelector('title').textContent"
                + ".includes('reach of " + create.request().identity().key() + " '));";
    }

    @Test
    void draws_every_chart_where_it_can_be_seen() {
        browser.show(page, 1280, "light");
        Map<String, Long> charts = browser.ask("const n = {};"
                + "document.querySelectorAll('svg, table.heat, .bubble').forEach(c => {"
                + "const b = c.getBoundingClientRect(); const k = c.classList[0];"
                + "if (b.width > 100 && b.height > 20) n[k] = (n[k] || 0) + 1}); return n");
        assertThat(charts).containsKeys("flow", "days", "bars", "heat", "bubble");
        List<String> people =
                browser.ask("return [...document.querySelectorAll('svg.bars text.figure')].map(t => t.textContent)");
        assertThat(people)
                .containsExactlyElementsOf(SamplePages.richPlan().messagesPerPerson().people().values().stream()
                        .map(Numbers::of)
                        .toList());
    }

    @Test
    void the_night_is_shaded_on_the_calendar() {
        browser.show(page, 1280, "light");
        List<String> fills =
                browser.ask("return [...document.querySelectorAll('svg.days .q4')].map(r => getComputedStyle(r).fill)");
        String day = browser.ask("return getComputedStyle(document.querySelector('svg.days .day')).fill");
        assertThat(fills).isNotEmpty().doesNotContain(day);
    }

    @Test
    void shows_the_message_as_whatsapp_does() {
        browser.show(page, 1280, "light");
        List<String> shown = browser.ask("const b = [...document.querySelectorAll('.bubble')]"
                + ".find(b => b.textContent.includes('Holiday'));"
                + "const weight = getComputedStyle(b.querySelector('strong')).fontWeight;"
                + "const style = getComputedStyle(b.querySelector('em')).fontStyle;"
                + "const line = getComputedStyle(b.querySelector('s')).textDecorationLine;"
                + "const font = getComputedStyle(b.querySelector('code')).fontFamily;"
                + "return ['' + (+weight >= 600), style, line, '' + font.includes('mono'),"
                + "b.querySelector('.blank').textContent, b.querySelector('.link').textContent]");
        assertThat(shown)
                .containsExactly("true", "italic", "line-through", "true", "{name}", "https://example.com/sale");
    }

    @Test
    void the_keyboard_reaches_everything_that_can_be_used() {
        browser.show(page, 1280, "light");
        long wanted = browser.ask("window.wanted = [...document.querySelectorAll('a[href], summary, [tabindex=\"0\"]')]"
                + ".filter(e => e.checkVisibility()); return wanted.length");
        var reached = new LinkedHashSet<Long>();
        for (int i = 0; i < wanted + 5; i++) {
            browser.press(Keys.TAB);
            reached.add(browser.<Long>ask("return wanted.indexOf(document.activeElement)"));
            boolean seen = browser.ask("const e = document.activeElement;"
                    + "return e === document.body || getComputedStyle(e).outlineStyle !== 'none'");
            assertThat(seen).isTrue();
        }
        reached.remove(-1L);
        assertThat(reached).hasSize((int) wanted).startsWith(0L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void every_text_stands_out_from_what_is_behind_it(String scheme) {
        browser.show(page, 1280, scheme);
        browser.ask("document.querySelectorAll('details').forEach(d => d.open = true)");
        List<String> faint = browser.ask(CONTRAST);
        assertThat(faint).isEmpty();
    }

    /**
     * Contrast of each text by the rule of WCAG 2; letters in a drawing are held against all that may be behind them, but for
     * the hours, which stand below what is drawn.
     */
    private static final String CONTRAST = """
            const rgb = c => c.match(/[\\d.]+/g).map(Number);
            const light = c => { const [r, g, b] = rgb(c).slice(0, 3).map(v => { v /= 255;
              return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4; });
              return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
            const ratio = (a, b) => { const [x, y] = [light(a), light(b)].sort((p, q) => q - p);
              return (x + 0.05) / (y + 0.05); };
            const behind = e => { for (; e; e = e.parentElement) { const c = getComputedStyle(e).backgroundColor;
              if (c && !/, 0\\)$/.test(c) && c !== 'transparent') return c; } return 'rgb(255, 255, 255)'; };
            const fills = [...document.querySelectorAll('.stream, .quiet, .day')].map(e => getComputedStyle(e).fill);
            const faint = new Set();
            const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
            while (walker.nextNode()) {
              const e = walker.currentNode.parentElement;
              if (!walker.currentNode.textContent.trim() || e.closest('title, desc, style')) continue;
              const drawn = e.closest('svg') !== null;
              const ink = drawn ? getComputedStyle(e).fill : getComputedStyle(e).color;
              const grounds = drawn && !e.classList.contains('hour') ? [...fills, behind(e.closest('svg').parentElement)] : [behind(drawn ? e.closest('svg').parentElement : e)];
              for (const ground of grounds) {
                if (ratio(ink, ground) < 4.5) {
                  faint.add(e.tagName + '.' + (e.getAttribute('class') || '') + ' ' + ink + ' on ' + ground
                    + ' = ' + ratio(ink, ground).toFixed(2));
                }
              }
            }
            return [...faint];
            """;

    @ParameterizedTest
    @ValueSource(ints = {0, 20, 40, 60})
    void a_browser_finds_nothing_to_run_and_nothing_to_fetch(int from) throws IOException {
        var texts = Payloads.ALL.subList(from, Math.min(from + 20, Payloads.ALL.size()));
        var hostile = Files.writeString(folder.resolve("hostile.html"), PlanHtmlTest.hostile(texts));
        browser.show(hostile, 1280, "light");

        List<String> found = browser.ask("const bad = [];"
                + "document.querySelectorAll('*').forEach(e => {"
                + "if (['SCRIPT','IMG','IFRAME','OBJECT','EMBED','LINK','BASE','FORM','INPUT','VIDEO','AUDIO','TEMPLATE',"
                + "'BUTTON','MATH','TEXTAREA'].includes(e.tagName.toUpperCase())) bad.push(e.tagName);"
                + "for (const a of e.attributes) if (a.name.startsWith('on') || a.name === 'style' || a.name === 'src'"
                + "|| (a.name === 'href' && !a.value.startsWith('#'))) bad.push(e.tagName + ' ' + a.name)});"
                + "performance.getEntriesByType('resource').forEach(r => bad.push('fetched ' + r.name)); return bad");
        assertThat(found).isEmpty();
        assertThat(browser.complaints()).isEmpty();
        long metas = browser.ask("return document.querySelectorAll('meta[http-equiv]').length");
        long headlines = browser.ask("return document.querySelectorAll('h1').length");
        assertThat(metas).isEqualTo(1);
        assertThat(headlines).isEqualTo(1);
    }
}
