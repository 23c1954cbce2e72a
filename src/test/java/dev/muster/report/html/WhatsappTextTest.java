package dev.muster.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.testing.Chance;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages by WhatsApp's rules: what is styled, and what only looks like it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class WhatsappTextTest {
    private static final List<String> PIECES = List.of(
            "*",
            "_",
            "~",
            "`",
            "```",
            "> ",
            "- ",
            "\n",
            " ",
            "a",
            "word",
            "🎉",
            "{name}",
            "{",
            "}",
            "https://e.com/a_b",
            "é");

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "*bold* | <b>bold</b>",
                "_italic_ | <i>italic</i>",
                "~gone~ | <s>gone</s>",
                "`code` | <code>code</code>",
                "```code``` | <code>code</code>",
                "a *b c* d | a <b>b c</b> d",
                "*_both_* | <b><i>both</i></b>",
                "*a _b_ c* | <b>a <i>b</i> c</b>",
                "(*bold*), | (<b>bold</b>),",
                "*one* and *two* | <b>one</b> and <b>two</b>",
                "snake_case_name | snake_case_name",
                "2*3*4 | 2*3*4",
                "* not bold* | <li>not bold*</li>",
                "a * b * c | a * b * c",
                "*not bold * | *not bold *",
                "*never closed | *never closed",
                "** | **",
                "*** | ***",
                "**bold** | *<b>bold</b>*",
                "`*raw*` | <code>*raw*</code>",
                "```*raw* _x_``` | <code>*raw* _x_</code>",
                "see https://example.com/a_b_c | see <a>https://example.com/a_b_c</a>",
                "https://example.com/_a_/*b* | <a>https://example.com/_a_/*b</a>*",
                "*https://example.com/sale* | <b><a>https://example.com/sale</a></b>",
                "www.example.com. | <a>www.example.com</a>.",
                "javascript:alert(1) | javascript:alert(1)",
                "Hello {name}! | Hello {{name}}!",
                "*{first_name}* | <b>{{first_name}}</b>",
                "https://example.com/{code} | <a>https://example.com/{{code}}</a>",
                "{not a name} | {not a name}",
                "> said | <q>said</q>",
                "- *one* | <li><b>one</b></li>",
                "1 > 0 | 1 > 0",
                "⚡ *Blitz* 🎉 | ⚡ <b>Blitz</b> 🎉",
            })
    void reads(String text, String shown) {
        assertThat(shown(WhatsappText.parse(text))).isEqualTo(shown);
    }

    @Test
    void a_style_ends_with_its_line_and_code_does_not() {
        assertThat(shown(WhatsappText.parse("*a\nb*"))).isEqualTo("*a\nb*");
        assertThat(shown(WhatsappText.parse("x ```a\nb``` y"))).isEqualTo("x <code>a\nb</code> y");
        assertThat(shown(WhatsappText.parse("- a\n- b\n\n> c"))).isEqualTo("<li>a</li>\n<li>b</li>\n\n<q>c</q>");
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 20261126})
    void takes_nothing_away_but_the_signs(long seed) {
        var chance = new Chance(seed);
        for (int round = 0; round < 1_000; round++) {
            var text = String.join("", chance.some(PIECES, 14));
            assertThat(letters(plain(WhatsappText.parse(text)))).as(text).isEqualTo(letters(text));
        }
    }

    private static String letters(String text) {
        return text.replaceAll("[*_~`>\\- ]", "");
    }

    private static String shown(List<Span> spans) {
        return spans.stream().map(WhatsappTextTest::shown).collect(Collectors.joining());
    }

    private static String shown(Span span) {
        if (span instanceof Span.Text text) {
            return text.text();
        }
        if (span instanceof Span.Blank blank) {
            return "{" + blank.raw() + "}";
        }
        if (span instanceof Span.Link link) {
            return "<a>" + shown(link.spans()) + "</a>";
        }
        var styled = (Span.Styled) span;
        var tag = switch (styled.style()) {
            case BOLD -> "b";
            case ITALIC -> "i";
            case STRIKE -> "s";
            case CODE -> "code";
            case QUOTE -> "q";
            case BULLET -> "li";
        };
        return "<" + tag + ">" + shown(styled.spans()) + "</" + tag + ">";
    }

    private static String plain(List<Span> spans) {
        return spans.stream()
                .map(span -> span instanceof Span.Text text
                        ? text.text()
                        : span instanceof Span.Blank blank
                                ? blank.raw()
                                : span instanceof Span.Link link
                                        ? plain(link.spans())
                                        : plain(((Span.Styled) span).spans()))
                .collect(Collectors.joining());
    }
}
