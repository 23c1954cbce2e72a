package dev.muster.lock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.model.CampaignStatement;
import dev.muster.model.ReportedTime;
import dev.muster.model.Sha256;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What SeaX may show otherwise of the same campaign: in its answer, at a later look, and of a send in doubt alike. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class AskedCampaignTest {
    private static final Instant AT = Instant.parse("2026-12-01T10:00:00Z");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Caf\u00E9 is open\nuntil ten",
                "Cafe\u0301 is open\nuntil ten",
                "Caf\u00E9 is open\r\nuntil ten",
                " Cafe\u0301 is open\r\nuntil ten\n",
                "Caf\u00E9 is open\nuntil ten  "
            })
    void line_ends_outer_blanks_and_the_composition_of_accents_make_no_other_text(String shown) {
        assertThat(asked("Caf\u00E9 is open\nuntil ten").hasOtherText(text(shown)))
                .isFalse();
        assertThat(asked("Cafe\u0301 is open\nuntil ten").hasOtherText(text(shown)))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Cafe is open\nuntil ten",
                "Caf\u00E9 is open until ten",
                "caf\u00E9 is open\nuntil ten",
                "Caf\u00E9"
            })
    void other_words_and_lines_are_another_text(String shown) {
        assertThat(asked("Caf\u00E9 is open\nuntil ten").hasOtherText(text(shown)))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-01T09:55:00Z, false",
        "2026-12-01T09:54:59Z, true",
        "2026-12-01T10:16:00Z, false",
        "2026-12-01T11:00:00Z, false",
        "2026-12-01T11:00:01Z, true"
    })
    void it_may_begin_an_hour_late_and_by_the_difference_of_two_clocks_early(Instant shown, boolean other) {
        assertThat(at(Optional.of(AT), Duration.ZERO).otherStart(start(shown, AT.minusSeconds(60))))
                .isEqualTo(Optional.of(shown).filter(start -> other));
    }

    @ParameterizedTest
    @CsvSource({
        "PT0S, 2026-12-01T11:00:00Z, false",
        "PT0S, 2026-12-01T11:00:01Z, true",
        "PT10M, 2026-12-01T11:10:00Z, false"
    })
    void at_once_is_counted_from_when_it_was_made_and_what_it_was_held_back(
            Duration hold, Instant shown, boolean other) {
        assertThat(at(Optional.empty(), hold).otherStart(start(shown, AT)))
                .isEqualTo(Optional.of(shown).filter(start -> other));
    }

    private static AskedCampaign asked(String text) {
        return new AskedCampaign(
                List.of(), Optional.of(Sha256.of(text)), Optional.of(AT), Duration.ZERO, Optional.empty());
    }

    private static AskedCampaign at(Optional<Instant> start, Duration hold) {
        return new AskedCampaign(List.of(), Optional.empty(), start, hold, Optional.empty());
    }

    private static CampaignStatement text(String text) {
        return statement(Optional.of(text), Optional.empty(), Optional.empty());
    }

    private static CampaignStatement start(Instant start, Instant created) {
        return statement(Optional.empty(), Optional.of(created), Optional.of(start));
    }

    private static CampaignStatement statement(
            Optional<String> text, Optional<Instant> created, Optional<Instant> start) {
        return new CampaignStatement(
                Optional.empty(),
                Optional.empty(),
                text,
                Optional.empty(),
                created.map(at -> new ReportedTime(at, true)),
                start.map(at -> new ReportedTime(at, true)));
    }
}
