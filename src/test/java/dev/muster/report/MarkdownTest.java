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
    void code_stays_in_its_line_and_in_its_cell() {
        assertThat(Markdown.code("a\n| b")).isEqualTo("`a \\| b`");
        assertThat(Markdown.code("turned \u202e round")).isEqualTo("`turned <U+202E> round`");
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
