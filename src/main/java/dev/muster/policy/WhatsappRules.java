package dev.muster.policy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Properties;

/**
 * What Meta decides and changes, read from {@code whatsapp-rules.properties} beside this class, where each row has its date
 * and its source.
 */
record WhatsappRules(Row limits, Row hours, Row undeliveredToUs) {

    /** One row: its value, the day from which it is known to hold, and where that is written. */
    record Row(String value, LocalDate asOf, String source) {
        private static Row of(Properties file, String key) {
            return new Row(
                    required(file, key),
                    LocalDate.parse(required(file, key + ".as_of")),
                    required(file, key + ".source"));
        }

        private static String required(Properties file, String key) {
            return Objects.requireNonNull(file.getProperty(key), key).strip();
        }
    }

    /** The rules that came with this version of Muster. */
    static WhatsappRules published() {
        try (var file = WhatsappRules.class.getResourceAsStream("whatsapp-rules.properties")) {
            var rows = new Properties();
            rows.load(new java.io.InputStreamReader(Objects.requireNonNull(file), StandardCharsets.UTF_8));
            return new WhatsappRules(
                    Row.of(rows, "messaging_limits"),
                    Row.of(rows, "messaging_limits_hours"),
                    Row.of(rows, "undelivered_to_us_numbers"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many people a business may message in {@link #span()}, step by step. */
    List<Integer> messagingLimits() {
        return Arrays.stream(limits.value().split(" +", -1))
                .map(Integer::valueOf)
                .toList();
    }

    Duration span() {
        return Duration.ofHours(Long.parseLong(hours.value()));
    }
}
