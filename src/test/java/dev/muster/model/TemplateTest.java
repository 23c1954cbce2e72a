package dev.muster.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TemplateTest {
    @ParameterizedTest
    @CsvSource({
        "'Hi {{name}}!', 'Hi {name}!', true",
        "'Hi {name}!', 'Hi {name}!', true",
        "'Hi {{ name }}!', 'Hi {name}!', true",
        "'Hi {{name}}!', 'Hi {city}!', false",
        "'Hi {{name}}!', 'Hi {Name}!', false",
        "'Hi {{name}}!', 'Hi {name}', false",
        "'Hi {{name}}!', ' Hi {name}!', false",
    })
    void a_text_is_the_templates_when_only_braces_differ(String body, String text, boolean same) {
        assertThat(template(false, body).says(text)).isEqualTo(same);
    }

    @ParameterizedTest
    @CsvSource({
        "'{{1}}, see {{2}}, {{1}}', '{name}, see {city}, {name}', true",
        "'{{1}}, see {{2}}', '{city}, see {name}', true",
        "'{{1}}, see {{2}}', '{name}, see {name}', false",
        "'{{2}}, see {{1}}', '{name}, see {city}', false",
    })
    void a_positional_template_numbers_what_the_text_names(String body, String text, boolean same) {
        assertThat(template(true, body).says(text)).isEqualTo(same);
    }

    @Test
    void a_template_without_a_body_says_nothing() {
        var image = new Template("1", "image", "en", "APPROVED", "MARKETING", false, Optional.empty());
        assertThat(image.says("")).isFalse();
    }

    @Test
    void dollar_signs_and_backslashes_in_a_text_are_only_letters() {
        assertThat(template(true, "{{1}}: $5 \\off").says("{a}: $5 \\off")).isTrue();
        assertThat(template(false, "{{a}}: $1 \\off").says("{a}: $1 \\off")).isTrue();
    }

    private static Template template(boolean positional, String body) {
        return new Template("1", "greeting", "en", "APPROVED", "MARKETING", positional, Optional.of(body));
    }
}
