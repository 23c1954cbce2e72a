package dev.muster.model.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TextSlipTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "*|FNAME|*", "*|MC:SUBJECT|*", "%FIRSTNAME%", "%first_name%", "%%first_name%%", "%%FirstName%%",
                        "[FIRST_NAME]",
                "[First Name]", "[Name]", "[[first_name]]", "<<Name>>", "<<First Name>>", "\u00ABFirst_Name\u00BB",
                        "<FirstName>",
                "${name}", "#{name}", "%{name}", "@{first_name}", "<%= name %>", "__FIRSTNAME__", "%contact.name%"
            })
    void a_tag_of_another_tool_is_found(String tag) {
        assertThat(TextSlip.in("Hello " + tag + ", hi")).containsExactly(new TextSlip(TextSlip.Cause.MERGE_TAG, tag));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {"Hi\\nthere,\\n", "a\\tb,\\t", "Caf\\u00e9,\\u00e9", "say \\\"hi,\\\"", "don\\'t,\\'"})
    void an_escape_that_stays_is_found(String text, String signs) {
        assertThat(TextSlip.in(text).get(0).cause()).isEqualTo(TextSlip.Cause.ESCAPE);
        assertThat(text).contains(TextSlip.in(text).get(0).signs());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "See https://example.com/?n={name} now",
                "https://example.com/{name}",
                "example.com/a?x=1&n={name}&y=2",
                "(https://example.com/u/{name})",
                "https://example.com#{name}"
            })
    void a_placeholder_within_a_link_is_found(String text) {
        assertThat(TextSlip.in(text)).containsExactly(new TextSlip(TextSlip.Cause.PLACEHOLDER_IN_LINK, "{name}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "as written [sic]",
                "50%",
                "50% off and 20% more",
                "{name}",
                "Hello {name}, see https://example.com",
                "[1] [ACME]",
                "5%to10% off",
                "https://example.com/%E2%82%AC/%41bc",
                "C:\\new\\table",
                "<3",
                "I <3 you> ",
                "You owe ${amount}",
                "\u00ABCaf\u00E9\u00BB",
                "\u00ABAna\u00BB",
                "https://example.com {name}",
                "*bold* _it_ ~no~",
                "a | b",
                "\u00AF\\_(\u30C4)_/\u00AF",
                "10%-20%",
                "[SALE] [image: cat]",
                "#sale {name}",
                "$5 {name}",
                "100%!",
                "x < y > z",
                "** | **"
            })
    void nothing_is_found_where_nothing_slipped(String text) {
        assertThat(TextSlip.in(text)).isEmpty();
    }
}
