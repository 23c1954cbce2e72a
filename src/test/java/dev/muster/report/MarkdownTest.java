package dev.muster.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MarkdownTest {

    @Test
    void code_is_fenced_by_more_backticks_than_it_holds() {
        assertThat(Markdown.code("plain")).isEqualTo("`plain`");
        assertThat(Markdown.code("a ``b`` c")).isEqualTo("```a ``b`` c```");
        assertThat(Markdown.code("`edge`")).isEqualTo("`` `edge` ``");
        assertThat(Markdown.code("")).isEqualTo("`  `");
    }

    @Test
    void a_value_stays_in_its_line_and_differs_from_every_other() {
        assertThat(Markdown.code("a\n| b")).isEqualTo("`a<U+000A>| b`");
        assertThat(Markdown.code("a\r\nb\tc\u2028d\u0085e\u001b[2Jf"))
                .isEqualTo("`a<U+000D><U+000A>b<U+0009>c<U+2028>d<U+0085>e<U+001B>[2Jf`");
        assertThat(Markdown.code("turned \u202e round")).isEqualTo("`turned <U+202E> round`");
        assertThat(Markdown.code(" edge  blanks")).isEqualTo("`  edge  blanks `");
    }

    @Test
    void a_bar_ends_no_cell_and_has_no_backslash_elsewhere() {
        assertThat(Markdown.cell("a|`b`")).isEqualTo("`` a\\|`b` ``");
        assertThat(Markdown.code("a|b")).isEqualTo("`a|b`");
    }

    @Test
    void sentences_of_several_lines_stand_in_one() {
        assertThat(Markdown.sentences("It  is held.\n  Wait.\n")).isEqualTo("`It is held. Wait.`");
        assertThat(Markdown.sentencesInCell("a\n|b")).isEqualTo("`a \\|b`");
    }

    @Test
    void a_block_writes_out_what_would_add_a_line_or_cannot_be_seen() {
        assertThat(Markdown.block("a\u2028b\n\u202ec\u0085d\n"))
                .isEqualTo("```text\na<U+2028>b\n<U+202E>c<U+0085>d\n```\n");
    }

    @Test
    void a_block_cannot_be_left_from_within() {
        assertThat(Markdown.block("```\n@everybody\n````\n")).isEqualTo("`````text\n```\n@everybody\n````\n`````\n");
    }

    @Test
    void html_opens_no_tag_and_mentions_nobody() {
        assertThat(Markdown.html("<b>@team</b> & #1"))
                .isEqualTo("<code>&lt;b&gt;&#64;team&lt;/b&gt; &amp; &#35;1</code>");
    }
}
