package dev.muster.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.model.TemplateMessage.MediaKind;
import dev.muster.model.text.ValueText;
import dev.muster.template.ValueFault.Kind;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WrittenValueTest {
    @ParameterizedTest
    @ValueSource(strings = {"Ana", "{a}", "{a|b}", "{a|}!", "{a}{b|}", "a    b", "50% off", "👩‍👩‍👧"})
    void most_values_fit_a_body(String text) {
        assertThat(value(text).faultsInBody()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"''", "{a|}", "{a| }{b|}", "\u00A0", "   \u3000"})
    void a_value_that_nobody_can_see_is_empty(String text) {
        assertThat(value(text.equals("''") ? "" : text).faultsInBody()).containsExactly(Kind.EMPTY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a     b", "a{b|     }c", "a  {b| } \u00A0 c"})
    void five_blanks_in_a_row_are_too_many_wherever_they_come_from(String text) {
        assertThat(value(text).faultsInBody()).containsExactly(Kind.SPACES);
    }

    @Test
    void what_is_written_out_has_a_longest_length() {
        assertThat(value("a".repeat(1024) + "{b}").faultsInBody()).isEmpty();
        assertThat(value("a".repeat(1025)).faultsInBody()).containsExactly(Kind.TOO_LONG_BODY);
        assertThat(value("a".repeat(60)).faultsInHeader()).isEmpty();
        assertThat(value("👋".repeat(31)).faultsInHeader()).containsExactly(Kind.TOO_LONG_HEADER);
        assertThat(value("a".repeat(2001)).faultsInButton()).containsExactly(Kind.URL_TOO_LONG);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{id}", "SAVE20", "{id}/now?x=%20&y", "{a|none}"})
    void these_fit_a_button(String text) {
        assertThat(value(text).faultsInButton()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{id} now", "größe", "{a|50%}", "%{a}", "%2", "a\"b", "a|b", "<a>", "[a]"})
    void these_fit_no_button(String text) {
        assertThat(value(text).faultsInButton()).containsExactly(Kind.URL_UNSAFE);
    }

    @ParameterizedTest
    @CsvSource({
        "IMAGE,    https://cdn.example.com/a.jpg,",
        "IMAGE,    https://cdn.example.com/{id}.png,",
        "IMAGE,    https://cdn.example.com/{id}.gif,      MEDIA_KIND",
        "IMAGE,    https://cdn.example.com,",
        "VIDEO,    https://cdn.example.com/a.jpg,         MEDIA_KIND",
        "DOCUMENT, {invoice_url},",
        "DOCUMENT, {base}/a.pdf,",
        "DOCUMENT, '{url|https://example.com/a.pdf}',",
        "DOCUMENT, '{url|http://example.com/a.pdf}',      MEDIA_ADDRESS",
        "DOCUMENT, '{url|}',                              EMPTY",
        "DOCUMENT, https://{shop}.example.com/a.pdf,      MEDIA_ADDRESS",
        "DOCUMENT, https://example.com{path}/a.pdf,       MEDIA_ADDRESS",
        "DOCUMENT, https://example.com?u={id}/,           MEDIA_ADDRESS",
        "DOCUMENT, '{scheme|https}://example.com/a.pdf',",
        "DOCUMENT, https://a:b@example.com/a.pdf,         MEDIA_ADDRESS",
        "DOCUMENT, https://example.com\\@evil.example/,   MEDIA_ADDRESS",
        "DOCUMENT, https://10.0.0.1/a.pdf,                MEDIA_ADDRESS",
        "DOCUMENT, https://[::1]/a.pdf,                   MEDIA_ADDRESS",
        "DOCUMENT, https://2130706433/a.pdf,              MEDIA_ADDRESS",
        "DOCUMENT, https://cdn/a.pdf,                     MEDIA_ADDRESS",
        "DOCUMENT, https://cdn.internal/a.pdf,            MEDIA_ADDRESS",
        "DOCUMENT, https://example.com/a b.pdf,           MEDIA_ADDRESS",
        "DOCUMENT, file:///etc/passwd,                    MEDIA_ADDRESS",
        "DOCUMENT, invoice.pdf,                           MEDIA_ADDRESS"
    })
    void a_file_is_at_a_public_address_of_its_kind(MediaKind kind, String address, Kind fault) {
        var faults = value(address).faultsInMedia(kind).toList();

        assertThat(faults.isEmpty() ? null : faults.get(0)).isEqualTo(fault);
    }

    private static WrittenValue value(String text) {
        return new WrittenValue(ValueText.parse(text));
    }
}
