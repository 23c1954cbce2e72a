package dev.muster.contacts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The labels of a cell, as spreadsheets, address books and newsletters write them. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class WrittenLabelsTest {
    private static final WrittenLabels.Form IN_COMMAS =
            new WrittenLabels.Form(',', List.of("vip", "a;b", "press|media", "DNC"));

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '\0',
            value = {
                "vip => vip",
                "vip,newsletter => vip/newsletter",
                " vip , newsletter  => vip/newsletter",
                "vip;newsletter => vip/newsletter",
                "vip; newsletter => vip/newsletter",
                ";vip;newsletter; => vip/newsletter",
                "vip|newsletter => vip/newsletter",
                "vip||newsletter => vip/newsletter",
                "vip\u2424newsletter => vip/newsletter",
                "vip\u240D\u2424newsletter => vip/newsletter",
                "vip\u240Dnewsletter => vip/newsletter",
                "* My Contacts ::: University ::: School => University/School",
                "* myContacts => ",
                "* Starred in Android ::: vip => vip",
                "vip ::: autumn, winter => vip/autumn, winter",
                "\"vip\",\"newsletter\" => vip/newsletter",
                "a;b => a;b",
                "press|media => press|media",
                "a;b;c => a;b;c",
                "vip;press|media => vip/press|media",
                "vip;newsletter,autumn => vip;newsletter/autumn",
                "\"vip;newsletter\" => vip;newsletter",
                "vip;autumn|winter => vip/autumn|winter"
            })
    void are_taken_apart_where_that_is_sure(String cell, String labels) {
        var text = cell.replace('\u2424', '\n').replace('\u240D', '\r');

        assertThat(String.join("/", WrittenLabels.in(text, IN_COMMAS).labels()))
                .isEqualTo(labels == null ? "" : labels);
    }

    @ParameterizedTest
    @CsvSource({"';', vip;newsletter", "'|', vip|newsletter"})
    void what_separates_the_values_of_the_file_separates_no_labels(char betweenValues, String cell) {
        var written = WrittenLabels.in(cell, new WrittenLabels.Form(betweenValues, List.of()));

        assertThat(written.labels()).containsExactly(cell);
        assertThat(written.separator()).isEmpty();
    }

    @Test
    void whoever_reads_them_is_told_what_was_taken_for_a_separator() {
        assertThat(WrittenLabels.in("vip;newsletter", IN_COMMAS).separator())
                .contains(WrittenLabels.Separator.SEMICOLON);
        assertThat(WrittenLabels.in("vip,newsletter", IN_COMMAS).separator()).isEmpty();
    }
}
