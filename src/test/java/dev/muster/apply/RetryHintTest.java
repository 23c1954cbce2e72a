package dev.muster.apply;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole table of bodies and headers is in {@link ClassifierTest}. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RetryHintTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "<html>", "[]", "7", "{}", "{\"retry_after\":null}"})
    void a_body_may_name_no_wait(String body) {
        assertThat(RetryHint.in(body, Optional.empty())).isEmpty();
        assertThat(RetryHint.in(body, Optional.of(" 7 "))).contains(Duration.ofSeconds(7));
    }

    @Test
    void the_larger_wait_wins() {
        assertThat(RetryHint.in("{\"retry_after\":30}", Optional.of("20"))).contains(Duration.ofSeconds(30));
        assertThat(RetryHint.in("{\"retry_after\":20}", Optional.of("30"))).contains(Duration.ofSeconds(30));
    }
}
