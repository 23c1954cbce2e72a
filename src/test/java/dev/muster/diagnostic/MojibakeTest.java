package dev.muster.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Text that was read in the wrong encoding is recognised, and no word of a language is. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class MojibakeTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "José",
                "Müller",
                "Zoë",
                "Señor",
                "naïve",
                "crème",
                "brûlée",
                "garçon",
                "Ænima",
                "smørrebrød",
                "Škoda",
                "Łódź",
                "są",
                "Gdańsk",
                "Çağrı",
                "İstanbul'da ışık",
                "it’s",
                "“quoted”",
                "a – b",
                "a — b",
                "wait…",
                "20 €",
                "5 °C",
                "£5",
                "© 2026",
                "ACME®",
                "¿Qué?",
                "¡Hola!",
                "10\u00A0000",
                "voilà\u00A0!",
                "MÜNCHEN",
                "JOSÉ",
                "CANCIÓN",
                "ESPAÑA",
                "KÖLN",
                "Привет",
                "Ελλάδα",
                "नमस्ते",
                "こんにちは",
                "你好",
                "😀 sale",
                "🎉🎉",
                "ACME™",
                "• item",
                "½ price",
                "œuvre"
            })
    void is_recognised_and_mended(String meant) {
        var once = misread(meant);
        var twice = misread(once);

        assertThat(Mojibake.in(once)).as(once).isPresent();
        assertThat(Mojibake.in("Hello " + once + " and more").orElseThrow().meant())
                .isEqualTo(word(meant, once));
        assertThat(Mojibake.in(twice)).as(twice).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "São Paulo",
                "ÂNGELA",
                "Ângela",
                "Ça va",
                "AMANHÃ…",
                "AMANHÃ",
                "«CAFÉ»",
                "« déjà\u00A0»",
                "voilà\u00A0!",
                "JOSÉ’S",
                "NESCAFÉ®",
                "ĐÂU",
                "Å…",
                "Ärzte",
                "ÄÖÜ",
                "ßäöü",
                "Crème brûlée",
                "naïve",
                "São–Ana",
                "IRMÃ”",
                "blé…»",
                "là…",
                "É…",
                "Spaß…",
                "Gruß“",
                "50 °C",
                "½ litre",
                "20 €",
                "£5",
                "“Ô”",
                "Àé",
                "Tiếng Việt",
                "ÊTRE",
                "Øresund",
                "İÇİN",
                "ÐÞÆ",
                "français à 20 %",
                "Ñandú",
                "LÃ",
                "Âme",
                "PÃO",
                "maçã®",
                "coração™",
                "MÃES",
                "Größe: 3×4",
                "±5",
                "§ 3"
            })
    void a_word_is_no_alarm(String word) {
        assertThat(Mojibake.in(word)).isEmpty();
    }

    @Test
    void the_signs_of_a_lost_character_are_recognised() {
        assertThat(Mojibake.in("Josï¿½").orElseThrow().meant()).isEqualTo("Jos\uFFFD");
    }

    private static String word(String meant, String once) {
        var found = Mojibake.in("Hello " + once + " and more").orElseThrow();
        return java.util.Arrays.stream(meant.split(" "))
                .filter(part -> misread(part).equals(found.word()))
                .findFirst()
                .orElse(meant);
    }

    private static String misread(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        var read = new StringBuilder();
        for (byte one : bytes) {
            var c = new String(new byte[] {one}, Charset.forName("windows-1252"));
            read.append(c.equals("\uFFFD") ? String.valueOf((char) (one & 0xFF)) : c);
        }
        return read.toString();
    }
}
