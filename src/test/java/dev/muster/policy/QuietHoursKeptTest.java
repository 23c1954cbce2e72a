package dev.muster.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.diagnostic.Diagnostic;
import dev.muster.diagnostic.Severity;
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
    private static final String RUSSIAN_MOBILE = "+79161234567";
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
                .isEqualTo("1 of 1 people would possibly be messaged in their quiet hours, 20:00 to 09:00;"
                        + " first in America/Adak at 07:00 on 2026-12-01");
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

    @Test
    void people_at_night_and_people_whose_zone_is_uncertain_are_counted_apart() {
        assertThat(said(Proposals.to(NEW_YORK, LOS_ANGELES, ANYWHERE_IN_PLUS_1)
                        .quiet("20:00", "09:00")
                        .from("2026-12-01T15:00:00Z")))
                .contains("1 of 3 people would be messaged in their quiet hours, 20:00 to 09:00, and possibly 1 more"
                        + " whose time zone is not certain;"
                        + " first in America/Los_Angeles at 07:00 on 2026-12-01");
    }

    @Test
    void the_help_names_the_nearest_start_for_everybody_and_for_all_who_are_known() {
        // a number of +1 may be in Adak or in Guam, which share the hour from 23:00 in UTC
        var proposals = Proposals.to(NEW_YORK, LOS_ANGELES, ANYWHERE_IN_PLUS_1).quiet("20:00", "09:00");
        assertThat(helped(proposals.from("2026-12-01T15:00:00Z")))
                .startsWith("move the start: the nearest that fits everybody is 23:00 on 2026-12-01 UTC;"
                        + " the nearest that fits all whose zone is known is 17:00 on 2026-12-01 UTC;");
        assertThat(helped(proposals.from("2026-12-01T17:00:00Z")))
                .contains("23:00 on 2026-12-01 UTC; the planned start fits all whose zone is known;");
        assertThat(helped(Proposals.to(BERLIN, "+819012345678", LOS_ANGELES)
                        .quiet("20:00", "09:00")
                        .from("2026-12-01T15:00:00Z")))
                .startsWith("no start within 2 days fits everybody;");
        assertThat(helped(Proposals.to(NEW_YORK, LOS_ANGELES)
                        .quiet("20:00", "09:00")
                        .from("2026-12-01T15:00:00Z")))
                .startsWith("move the start: the nearest that fits everybody is 17:00 on 2026-12-01 UTC;");
    }

    @Test
    void an_earlier_start_is_named_where_it_is_nearer_and_not_too_near() {
        assertThat(helped(Proposals.to(BERLIN).quiet("20:00", "09:00").from("2026-12-01T19:30:00Z")))
                .contains("fits everybody is 18:45 on 2026-12-01 UTC");
        assertThat(helped(Proposals.to(BERLIN).quiet("10:00", "20:00").from("2026-11-30T09:20:00Z")))
                .contains("fits everybody is 19:00 on 2026-11-30 UTC");
    }

    @Test
    void a_whole_window_is_moved() {
        assertThat(helped(Proposals.to(BERLIN)
                        .quiet("20:00", "09:00")
                        .from("2026-12-01T15:00:00Z", "2026-12-01T20:00:00Z")))
                .contains("fits everybody is 14:00 on 2026-12-01 UTC");
    }

    @Test
    void numbers_that_say_nothing_are_taken_to_be_where_the_policy_says() {
        var start = "2026-12-01T15:00:00Z";
        assertThat(said(Proposals.to(ANYWHERE_IN_PLUS_1, NOWHERE)
                        .unknownNumbers("America/New_York")
                        .quiet("20:00", "09:00")
                        .from(start)))
                .isEmpty();
        assertThat(said(Proposals.to(ANYWHERE_IN_PLUS_1, NOWHERE)
                        .unknownNumbers("America/Chicago")
                        .quiet("20:00", "09:30")
                        .from(start)))
                .contains("2 of 2 people would be messaged in their quiet hours, 20:00 to 09:30;"
                        + " first in America/Chicago at 09:00 on 2026-12-01");
    }

    @Test
    void a_number_that_exists_stays_in_its_own_country() {
        // 15:00 in UTC: 18:00 in Moscow, 03:00 in Kamchatka; 10:00 in New York
        var proposals = Proposals.to(RUSSIAN_MOBILE);
        assertThat(said(proposals
                        .unknownNumbers("America/New_York")
                        .quiet("20:00", "09:00")
                        .from("2026-12-01T15:00:00Z")))
                .hasValueSatisfying(found -> assertThat(found).startsWith("1 of 1 people would possibly"));
        assertThat(said(proposals
                        .unknownNumbers("Europe/Moscow")
                        .quiet("20:00", "09:00")
                        .from("2026-12-01T15:00:00Z")))
                .isEmpty();
    }

    @Test
    void no_zone_is_made_up_for_people_whom_nobody_can_list() {
        assertThat(said(Proposals.toAtMost(500)
                        .unknownNumbers("Europe/Berlin")
                        .quiet("20:00", "09:00")
                        .from("2026-12-01T10:00:00Z")))
                .hasValueSatisfying(found -> assertThat(found).startsWith("500 of 500 people would possibly"));
    }

    @Test
    void without_quiet_hours_a_send_at_night_is_noted() {
        // 08:00 in UTC is 03:00 in New York
        var found = new QuietHoursKept()
                .check(Proposals.to(NEW_YORK, BERLIN, ANYWHERE_IN_PLUS_1)
                        .from("2026-12-01T08:00:00Z")
                        .proposal())
                .orElseThrow();

        assertThat(found.severity()).isEqualTo(Severity.NOTE);
        assertThat(found.message())
                .isEqualTo("1 of 3 people would be messaged at night, and possibly 1 more"
                        + " whose time zone is not certain; first in America/New_York at 03:00 on 2026-12-01;"
                        + " the policy sets no quiet_hours, so night is 21:00 to 08:00, as in 47 CFR 64.1200");
        assertThat(found.stops()).isFalse();
    }

    @Test
    void night_ends_and_begins_on_the_minute() {
        assertThat(said(Proposals.to(NEW_YORK).from("2026-12-01T13:00:00Z"))).isEmpty();
        assertThat(said(Proposals.to(NEW_YORK).from("2026-12-01T12:59:59Z"))).isPresent();
        assertThat(said(Proposals.to(NEW_YORK).from("2026-12-02T01:59:59Z"))).isEmpty();
        assertThat(said(Proposals.to(NEW_YORK).from("2026-12-02T02:00:00Z"))).isPresent();
    }

    @Test
    void what_is_night_in_few_of_the_zones_of_a_number_is_not_noted() {
        assertThat(said(Proposals.to(ANYWHERE_IN_PLUS_1).from("2026-12-01T17:00:00Z")))
                .isEmpty();
        assertThat(said(Proposals.to(ANYWHERE_IN_PLUS_1).from("2026-12-01T08:00:00Z")))
                .hasValueSatisfying(found -> assertThat(found).startsWith("1 of 1 people would possibly"));
    }

    private static String helped(Proposals proposals) {
        return new QuietHoursKept()
                .check(proposals.proposal())
                .flatMap(Diagnostic::help)
                .orElse("");
    }

    private static Optional<String> said(Proposals proposals) {
        return new QuietHoursKept().check(proposals.proposal()).map(Diagnostic::message);
    }
}
