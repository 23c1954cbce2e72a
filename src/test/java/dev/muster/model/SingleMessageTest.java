package dev.muster.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SingleMessageTest {
    private static final String PERSON = "+15550110965";
    private static final KeyedHash HASH = text -> text.hashCode() * 31L + text.length();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "doubt one ",
                " doubt one",
                "doubt  one",
                "doubt\u00a0one",
                "doubt\u202fone\n",
                "\r\ndoubt one\r\n",
                "doubt\tone",
                "doubt\u200b one",
                "\u200edoubt one\u200f",
                "\ufeffdoubt one",
                "doubt one\u200d",
                "do\u00adubt one"
            })
    void is_like_another_that_looks_the_same(String text) {
        assertThat(likeness(text)).isEqualTo(likeness("doubt one"));
    }

    @Test
    void is_like_another_with_the_same_letters_in_another_form() {
        assertThat(likeness("Gru\u0308\u00dfe")).isEqualTo(likeness("Gr\u00fc\u00dfe"));
    }

    @Test
    void does_not_depend_on_the_order_of_its_media() {
        assertThat(likeness("map", "https://a.example/1", "https://a.example/2"))
                .isEqualTo(likeness("map", "https://a.example/2", "https://a.example/1"))
                .isNotEqualTo(likeness("map", "https://a.example/1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"doubt two", "Doubt one", "doubtone", "doubt one!", "doubt one\u0301"})
    void is_not_like_one_that_reads_otherwise(String text) {
        assertThat(likeness(text)).isNotEqualTo(likeness("doubt one"));
    }

    @Test
    void keeps_line_breaks_and_the_joiners_of_emoji_apart() {
        assertThat(likeness("a\nb")).isNotEqualTo(likeness("a b")).isEqualTo(likeness("a \r\n b"));
        assertThat(likeness("\ud83d\udc69\u200d\ud83d\udcbb")).isNotEqualTo(likeness("\ud83d\udc69\ud83d\udcbb"));
    }

    /** What earlier versions recorded of a message that is written as it is shown is recorded like that for ever. */
    @Test
    void is_recorded_as_it_always_was_where_nothing_is_to_be_evened() {
        var message = message("Your table is booked", "https://a.example/1", "https://a.example/2");

        assertThat(message.likeness(HASH, PERSON)).isEqualTo(message.likenessAsWritten(HASH));
        assertThat(message("late ").likenessAsWritten(HASH)).isNotEqualTo(likeness("late "));
    }

    private static String likeness(String text, String... media) {
        return message(text, media).likeness(HASH, PERSON);
    }

    private static SingleMessage message(String text, String... media) {
        return new SingleMessage(
                new Phone(new PhoneId("p1"), "Sales Line", "+15550100100", true, Optional.of(true)),
                PERSON,
                text,
                List.of(media),
                MessageEndpoint.SEND_WHATSAPP_MESSAGE,
                Optional.empty());
    }
}
