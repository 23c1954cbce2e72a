package dev.muster.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TemplateLanguagesTest {
    @Test
    void are_the_71_of_the_api_document() {
        assertThat(TemplateLanguages.CODES)
                .hasSize(71)
                .doesNotHaveDuplicates()
                .contains("en", "en_US", "zh_HK", "rw_RW", "fil")
                .allMatch(code -> code.matches("[a-z]{2,3}(_[A-Z]{2})?"));
    }

    @ParameterizedTest
    @CsvSource({
        "en-US, en_US",
        "EN_us, en_US",
        "de_DE, de",
        "zh,    zh_CN zh_HK zh_TW",
        "es_CO, es es_AR es_ES es_MX",
        "ID,    id",
        "iw,    ''",
        "'',    ''",
        "_,     ''"
    })
    void are_suggested_by_case_and_by_language(String code, String near) {
        assertThat(String.join(" ", TemplateLanguages.near(code))).isEqualTo(near);
    }
}
