package dev.muster.apply;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ServerTextTest {
    @Test
    void keeps_what_people_can_read() {
        assertThat(ServerText.clean("Gönderilemedi: şablon onaylı değil 🎉"))
                .isEqualTo("Gönderilemedi: şablon onaylı değil 🎉");
    }

    @Test
    void stays_on_one_line_without_terminal_escapes_or_hidden_characters() {
        assertThat(ServerText.clean("a\r\nb\tc\u001b[2Jd\u009be\u202ef\u200bg\u2028h\ud800i"))
                .isEqualTo("a b c [2Jd e f g h i");
    }

    @Test
    void is_cut_without_splitting_a_character() {
        assertThat(ServerText.clean("x".repeat(200))).hasSize(200).doesNotContain("…");
        assertThat(ServerText.clean("x".repeat(201))).hasSize(200).endsWith("x…");
        assertThat(ServerText.clean("x".repeat(198) + "🎉🎉")).hasSize(199).endsWith("x…");
    }
}
