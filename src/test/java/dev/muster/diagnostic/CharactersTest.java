package dev.muster.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What belongs to a script or an emoji is text; what only hides is written out. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CharactersTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645", // Persian: mi-khaham
                "\u062E\u0627\u0646\u0647\u200C\u0647\u0627", // Persian: khane-ha
                "SMS\u200C\u0647\u0627", // a Latin word with a Persian ending
                "\u06F1\u06F0\u200C\u0633\u0627\u0644\u0647", // a number with a Persian ending
                "\u06F1\u06F4\u06F0\u06F3 \u0647\u200D.\u0634", // Hijri year
                "\u0627\u0644\u0645\u064F\u200C\u062D", // behind a vowel sign
                "\u0915\u094D\u200D\u0937", // Devanagari, half form
                "\u0915\u094D\u200C\u0937", // Devanagari, explicit virama
                "\u0930\u093E\u092E\u094D\u200C", // explicit virama at the end of a word
                "\u09B0\u200D\u09CD\u09AF\u09BE", // Bengali ra + ya-phalaa
                "\u0DC1\u0DCA\u200D\u0DBB\u0DD3", // Sinhala: Sri
                "\u0D05\u0D35\u0D28\u0D4D\u200D", // Malayalam chillu of before 2008
                "\u0BB8\u0BCD\u200C\u0BB0\u0BC0", // Tamil
                "\u0C15\u0C4D\u200C\u0C37", // Telugu
                "\u0CB0\u200D\u0CCD\u0C95", // Kannada
                "\u1789\u17D2\u1789\u17BB\u17C6\u200B\u179F\u17BB\u17C6", // Khmer, between words
                "\u0E2A\u0E27\u0E31\u0E2A\u0E14\u0E35\u200B\u0E04\u0E23\u0E31\u0E1A", // Thai, between words
                "\uD83D\uDC69\u200D\uD83D\uDC69\u200D\uD83D\uDC67", // family
                "\uD83E\uDDD1\uD83C\uDFFD\u200D\uD83D\uDCBB", // a coder with a colour of skin
                "\uD83C\uDFF3\uFE0F\u200D\uD83C\uDF08", // rainbow flag
                "\uD83C\uDFF3\uFE0F\u200D\u26A7\uFE0F", // transgender flag
                "\u2764\uFE0F\u200D\uD83D\uDD25", // heart on fire
                "\uD83E\uDD37\u200D\u2642\uFE0F", // man shrugging
                "\uD83C\uDFF4\uDB40\uDC67\uDB40\uDC62\uDB40\uDC65\uDB40\uDC6E\uDB40\uDC67\uDB40\uDC7F", // England
                "1\uFE0F\u20E3 #\uFE0F\u20E3", // keycaps
                "\u00A9\uFE0F \u2122\uFE0E \u260E\uFE0F", // signs that can be emoji
                "\u845B\uDB40\uDD00\u57CE", // Japanese name with an ideographic variant
                "\u2229\uFE00 \u3002\uFE01", // standardised variants
                "\u06DD\u0661 \u0600\u0661\u0662", // signs around Arabic numbers
            })
    void keeps_what_a_script_or_an_emoji_needs(String text) {
        assertThat(Characters.firstUnsafeInLine(text)).isEmpty();
        assertThat(Characters.firstUnsafeInMessage(text)).isEmpty();
        assertThat(Characters.visible(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pay\u200Dpal",
                "pay\u200Cpal",
                "pay\u200Bpal",
                "a\uFE0F",
                "Ana\uFE0E",
                "\u200Dname",
                "name \u200C",
                "\u0645\u06CC\u200C \u062E", // a blank follows
                "\u0645\u06CC\u200C\u200C\u062E", // two of them
                "\u0915\u094D\u200D\u200D\u0937",
                "\uD83D\uDE00\u200Dx",
                "x\u200D\uD83D\uDE00",
                "\uD83D\uDE00\uFE0F\uFE0F",
                "\uD83D\uDE00\uDB40\uDC61\uDB40\uDC62", // tags that hide "ab"
                "\uD83C\uDFF4\uDB40\uDC75\uDB40\uDC73\uDB40\uDC7F", // tags of no known flag
                "a\uDB40\uDD00", // an ideographic selector behind a Latin letter
                "a\u00ADb",
                "a\u2060b",
                "\u202Eabc",
                "\u05D0\u200D\u05D1", // Hebrew has no joiners
                "\u0627\u202E\u0628",
            })
    void writes_out_what_only_hides(String text) {
        assertThat(Characters.firstUnsafeInLine(text)).isPresent();
        assertThat(Characters.firstUnsafeInMessage(text)).isPresent();
        assertThat(Characters.visible(text)).contains("<U+");
    }
}
