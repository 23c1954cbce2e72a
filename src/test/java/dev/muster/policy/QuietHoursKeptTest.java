package dev.muster.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.diagnostic.Diagnostic;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class QuietHoursKeptTest {
    private static final String NEW_YORK = "+12125550101";
    private static final String LOS_ANGELES = "+12135550101";
    private static final String BERLIN = "+4917139200012";
    private static final String ANYWHERE_IN_PLUS_1 = "+15550100001";
    private static final String NOWHERE = "+88812345678";

    @Test
    void everyone_is_judged_by_their_own_clock() {
        // 10:00 in New York, 16:00 in Berlin, 07:00 in Los Angeles
        var found = said(Proposals.to(NEW_YORK, LOS_ANGELES, BERLIN)
                .quiet("20:00", "09:00")
                .from("2026-12-01T15:00:00Z"));

        assertThat(found)
                .contains("1 of 3 people would be messaged in their quiet hours, 20:00 to 09:00;"
                        + " first in America/Los_Angeles at 07:00 on 2026-12-01");
    }

    @Test
    void a_start_that_is_day_for_everyone_is_kept() {
        assertThat(said(Proposals.to(NEW_YORK, LOS_ANGELES, BERLIN)
                        .quiet("20:00", "09:00")
                        .from("2026-12-01T17:00:00Z")))
                .isEmpty();
    }

    @Test
    void the_whole_window_must_fit() {
        assertThat(said(Proposals.to(NEW_YORK, BERLIN)
                        .quiet("20:00", "09:00")
                        .from("2026-12-01T15:00:00Z", "2026-12-01T19:00:00Z")))
                .isEmpty();
        assertThat(said(Proposals.to(NEW_YORK, BERLIN)
                        .quiet("20:00", "09:00")
                        .from("2026-12-01T15:00:00Z", "2026-12-01T19:01:00Z")))
                .contains("1 of 2 people would be messaged in their quiet hours, 20:00 to 09:00;"
                        + " first in Europe/Berlin at 20:00 on 2026-12-01");
    }

    @Test
    void without_a_schedule_it_is_now_that_counts() {
        // 09:00 in UTC: 10:00 in Berlin, 04:00 in New York
        assertThat(said(Proposals.to(BERLIN).quiet("20:00", "09:00"))).isEmpty();
        assertThat(said(Proposals.to(NEW_YORK).quiet("20:00", "09:00")).orElse(""))
                .contains("America/New_York at 04:00 on 2026-11-30");
    }

    @Test
    void a_number_that_may_be_in_several_zones_must_fit_all() {
        assertThat(said(Proposals.to(ANYWHERE_IN_PLUS_1).quiet("20:00", "09:00").from("2026-12-01T17:00:00Z"))
                        .orElse(""))
                .startsWith("1 of 1 people")
                .endsWith("; for 1 only in some of the zones that their number may be in");
    }

    @Test
    void a_number_that_says_nothing_must_fit_where_the_others_are() {
        assertThat(said(Proposals.to(NOWHERE, BERLIN).quiet("20:00", "09:00").from("2026-12-01T10:00:00Z")))
                .isEmpty();
        assertThat(said(Proposals.to(NOWHERE, NEW_YORK).quiet("20:00", "09:00").from("2026-12-01T10:00:00Z"))
                        .orElse(""))
                .startsWith("2 of 2 people");
    }

    @Test
    void alone_it_must_fit_everywhere() {
        assertThat(said(Proposals.to(NOWHERE).quiet("20:00", "09:00").from("2026-12-01T10:00:00Z"))
                        .orElse(""))
                .startsWith("1 of 1 people");
    }

    @Test
    void people_whom_nobody_can_list_may_be_everywhere() {
        assertThat(said(Proposals.toAtMost(500).quiet("20:00", "09:00").from("2026-12-01T10:00:00Z"))
                        .orElse(""))
                .startsWith("500 of 500 people");
    }

    @Test
    void a_reason_accepts_it() {
        var proposal = Proposals.to(NEW_YORK)
                .quiet("20:00", "09:00")
                .acknowledging("policy/quiet-hours")
                .proposal();

        assertThat(new QuietHoursKept().check(proposal))
                .hasValueSatisfying(finding -> assertThat(finding.stops()).isFalse());
    }

    private static Optional<String> said(Proposals proposals) {
        return new QuietHoursKept().check(proposals.proposal()).map(Diagnostic::message);
    }
}
