package dev.muster.model.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class QuietHoursTest {
    private static final QuietHours NIGHT = quiet("20:00", "09:00");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @ParameterizedTest
    @CsvSource({
        "20:00, 09:00, 19:59, false",
        "20:00, 09:00, 20:00, true",
        "20:00, 09:00, 00:00, true",
        "20:00, 09:00, 08:59, true",
        "20:00, 09:00, 09:00, false",
        "12:00, 14:00, 11:59, false",
        "12:00, 14:00, 12:00, true",
        "12:00, 14:00, 14:00, false",
        "00:00, 06:00, 00:00, true",
        "20:00, 00:00, 23:59, true",
        "20:00, 00:00, 00:00, false"
    })
    void begin_with_their_first_minute_and_end_before_their_last(
            LocalTime from, LocalTime to, LocalTime time, boolean quiet) {
        assertThat(new QuietHours(from, to).cover(time)).isEqualTo(quiet);
    }

    @Test
    void of_no_length_are_refused() {
        assertThatThrownBy(() -> quiet("20:00", "20:00")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void are_kept_by_a_window_that_ends_when_they_begin() {
        assertThat(first("2026-12-01T08:00:00Z", "2026-12-01T19:00:00Z")).isEmpty();
        assertThat(first("2026-12-01T08:00:00Z", "2026-12-01T19:00:01Z"))
                .contains(Instant.parse("2026-12-01T19:00:00Z"));
        assertThat(first("2026-12-01T07:59:59Z", "2026-12-01T19:00:00Z"))
                .contains(Instant.parse("2026-12-01T07:59:59Z"));
    }

    @Test
    void are_kept_or_broken_by_a_single_moment() {
        assertThat(first("2026-12-01T18:59:59Z", "2026-12-01T18:59:59Z")).isEmpty();
        assertThat(first("2026-12-01T19:00:00Z", "2026-12-01T19:00:00Z")).isPresent();
    }

    @Test
    void are_broken_by_a_window_of_days() {
        assertThat(first("2026-12-01T08:00:00Z", "2027-12-01T08:00:00Z"))
                .contains(Instant.parse("2026-12-01T19:00:00Z"));
    }

    @Test
    void begin_when_the_clock_is_put_forward_into_them() {
        // 02:00 becomes 03:00 in Berlin on 29 March 2026: the clock never shows 02:30
        var hours = quiet("02:30", "03:30");

        assertThat(hours.firstIn(Instant.parse("2026-03-29T00:00:00Z"), Instant.parse("2026-03-29T01:00:01Z"), BERLIN))
                .contains(Instant.parse("2026-03-29T01:00:00Z"));
    }

    @Test
    void begin_again_when_the_clock_is_put_back_into_them() {
        // 03:00 becomes 02:00 in Berlin on 25 October 2026: 02:15 to 02:45 comes twice
        var hours = quiet("02:15", "02:45");

        assertThat(hours.firstIn(Instant.parse("2026-10-25T00:45:00Z"), Instant.parse("2026-10-25T01:15:01Z"), BERLIN))
                .contains(Instant.parse("2026-10-25T01:15:00Z"));
    }

    /** Both edges of summer time, half an hour of it, one at midnight, and one on the other half of the earth. */
    @ParameterizedTest
    @CsvSource({
        "America/New_York, 2026-03-08T07:00:00Z",
        "America/New_York, 2026-11-01T06:00:00Z",
        "Europe/London, 2026-03-29T01:00:00Z",
        "Europe/London, 2026-10-25T01:00:00Z",
        "Australia/Lord_Howe, 2026-04-04T15:00:00Z",
        "Australia/Lord_Howe, 2026-10-03T15:30:00Z",
        "Pacific/Chatham, 2026-04-04T14:00:00Z",
        "Pacific/Chatham, 2026-09-26T14:00:00Z",
        "America/Santiago, 2026-04-05T03:00:00Z",
        "America/Santiago, 2026-09-06T04:00:00Z",
        "Africa/Cairo, 2026-04-23T22:00:00Z",
        "Africa/Cairo, 2026-10-29T21:00:00Z"
    })
    void agree_with_a_look_at_every_minute_around_a_change_of_the_clock(ZoneId zone, Instant change) {
        assertThat(zone.getRules().nextTransition(change.minusSeconds(1)).getInstant())
                .isEqualTo(change);
        long seed = 20_261_130;
        var chance = new Random(seed);

        for (int round = 0; round < 300; round++) {
            var hours = new QuietHours(time(chance, 0), time(chance, 1));
            var start = change.plus(Duration.ofMinutes(chance.nextInt(2 * 24 * 60) - 24 * 60));
            var end = start.plus(Duration.ofMinutes(chance.nextInt(36 * 60)));

            assertThat(hours.firstIn(start, end, zone))
                    .as("seed %d, round %d: %s in %s from %s to %s", seed, round, hours, zone, start, end)
                    .isEqualTo(minuteByMinute(hours, start, end, zone));
        }
    }

    /** Never twice the same time: one on a full hour, the other five minutes off. */
    private static LocalTime time(Random chance, int odd) {
        return LocalTime.of(chance.nextInt(24), chance.nextInt(6) * 10 + 5 * odd);
    }

    private static Optional<Instant> minuteByMinute(QuietHours hours, Instant start, Instant end, ZoneId zone) {
        return Stream.iterate(start, minute -> minute.plusSeconds(60))
                .takeWhile(minute -> minute.equals(start) || minute.isBefore(end))
                .filter(minute -> hours.cover(LocalTime.ofInstant(minute, zone)))
                .findFirst();
    }

    private static Optional<Instant> first(String start, String end) {
        return NIGHT.firstIn(Instant.parse(start), Instant.parse(end), BERLIN);
    }

    private static QuietHours quiet(String from, String to) {
        return new QuietHours(LocalTime.parse(from), LocalTime.parse(to));
    }
}
