package dev.muster.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What a headline takes of a finding's message. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ShortTextTest {
    @Test
    void a_clause_ends_before_the_details() {
        assertThat(ShortText.clause("no template of Sales Line has this text; the nearest is `sale`"))
                .isEqualTo("no template of Sales Line has this text");
        assertThat(ShortText.clause("nobody would get this")).isEqualTo("nobody would get this");
    }

    @Test
    void a_semicolon_within_quotes_ends_nothing() {
        assertThat(ShortText.clause("\"a; b\" had 51 contacts, now 0; see SeaX"))
                .isEqualTo("\"a; b\" had 51 contacts, now 0");
        assertThat(ShortText.clause("the name `x\"; y` is unknown")).isEqualTo("the name `x\"; y` is unknown");
        assertThat(ShortText.clause("\"never closed; at all")).isEqualTo("\"never closed; at all");
    }

    @Test
    void a_long_clause_is_cut_and_what_cannot_be_seen_is_named() {
        assertThat(ShortText.clause("x".repeat(200))).hasSize(160).endsWith("…");
        assertThat(ShortText.clause("a\u202Eb\nc")).isEqualTo("a<U+202E>b c");
    }
}
