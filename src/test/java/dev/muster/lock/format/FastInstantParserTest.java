package dev.muster.lock.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every time is read, and refused, exactly as Java reads and refuses it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class FastInstantParserTest {
    private static final long SEED = 42;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-30T09:00:00Z",
                "2026-11-30T23:59:59.999999999Z",
                "2026-01-31T00:00:00.1Z",
                "2024-02-29T00:00:00Z",
                "2026-02-28T00:00:00Z",
                "0000-01-01T00:00:00Z",
                "9999-12-31T00:00:00Z",
                "+12345-12-31T00:00:00Z",
                "-0001-12-31T00:00:00Z",
                "2026-11-30t09:00:00z",
                "2026-11-30T24:00:00Z",
                "2026-11-30T23:59:60Z",
                "2026-11-30T09:00Z",
                "2026-11-30T09:00:00.Z",
                "2026-11-30T09:00:00.1234567890Z",
                "2026-11-30T09:00:00+02:00",
                "2026-11-30T09:00:00",
                "2026-02-29T09:00:00Z",
                "2026-04-31T09:00:00Z",
                "2026-13-01T09:00:00Z",
                "2026-00-01T09:00:00Z",
                "2026-11-00T09:00:00Z",
                "2026-11-30T09:60:00Z",
                "2026-11-30 09:00:00Z",
                "2026/11/30T09:00:00Z",
                "2026-11-30T09:00:00,5Z",
                "٢٠٢٦-11-30T09:00:00Z",
                "",
                "yesterday",
                "2026-11-30T09:00:00ZZ"
            })
    void one(String text) {
        requireSame(text);
    }

    @Test
    void and_what_chance_makes_of_them() {
        var random = new Random(SEED);
        for (int round = 0; round < 20_000; round++) {
            var at = Instant.ofEpochSecond(random.nextLong(-70_000_000_000L, 260_000_000_000L), fraction(random));
            assertThat(FastInstantParser.parse(at.toString()))
                    .as("seed %d", SEED)
                    .isEqualTo(at);
            var letters = at.toString().toCharArray();
            letters[random.nextInt(letters.length)] = "0123456789-:.TZ+".charAt(random.nextInt(16));
            requireSame(String.valueOf(letters));
        }
    }

    private static long fraction(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> 0;
            case 1 -> random.nextInt(1000) * 1_000_000L;
            case 2 -> random.nextInt(1_000_000) * 1000L;
            default -> random.nextInt(1_000_000_000);
        };
    }

    private static void requireSame(String text) {
        var refusal = catchThrowable(() -> Instant.parse(text));
        if (refusal == null) {
            assertThat(FastInstantParser.parse(text))
                    .as("seed %d: %s", SEED, text)
                    .isEqualTo(Instant.parse(text));
        } else {
            assertThat(catchThrowable(() -> FastInstantParser.parse(text)))
                    .as("seed %d: %s", SEED, text)
                    .hasSameClassAs(refusal)
                    .hasMessage(refusal.getMessage());
        }
    }
}
