package dev.muster.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class Sha256Test {
    private static final String EMPTY = "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    @Test
    void is_the_digest_of_the_bytes_of_a_text() {
        assertThat(Sha256.of("").value()).isEqualTo(EMPTY);
        assertThat(Sha256.of("abc"))
                .hasToString("sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(Sha256.of("abc").abbreviated()).isEqualTo("sha256:ba7816bf8f01");
    }

    @Test
    void reads_what_it_writes_and_compares_as_its_texts_do() {
        var random = new Random(7);
        var values = IntStream.range(0, 300)
                .mapToObj(number -> Sha256.of("text " + number))
                .toList();
        for (var value : values) {
            assertThat(new Sha256(value.value())).isEqualTo(value).hasSameHashCodeAs(value);
            var other = values.get(random.nextInt(values.size()));
            assertThat(Integer.signum(value.compareTo(other)))
                    .as("seed 7: %s and %s", value, other)
                    .isEqualTo(Integer.signum(value.value().compareTo(other.value())));
            assertThat(value.equals(other)).isEqualTo(value.value().equals(other.value()));
        }
    }

    @Test
    void two_that_differ_in_one_digit_are_two() {
        for (int at = "sha256:".length(); at < EMPTY.length(); at++) {
            var other = EMPTY.substring(0, at) + (EMPTY.charAt(at) == '0' ? '1' : '0') + EMPTY.substring(at + 1);
            assertThat(new Sha256(other)).isNotEqualTo(new Sha256(EMPTY)).hasToString(other);
            assertThat(Integer.signum(new Sha256(other).compareTo(new Sha256(EMPTY))))
                    .isEqualTo(Integer.signum(other.compareTo(EMPTY)));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "sha256:",
                "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b85",
                "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b8555",
                "sha256:E3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                "sha256:g3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b85\u0665",
                "SHA256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
            })
    void nothing_else_is_one(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Sha256(text))
                .withMessage("not a SHA-256 value: " + text);
    }
}
