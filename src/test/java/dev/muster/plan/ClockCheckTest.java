package dev.muster.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.model.Campaign;
import dev.muster.model.Schedule;
import dev.muster.testing.ApplyHarness;
import dev.muster.testing.HandClock;
import dev.muster.testing.MemoryLockStore;
import dev.muster.testing.Records;
import dev.muster.testing.Worlds;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** SeaX's clock and ours, an hour apart. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ClockCheckTest {
    private static final Campaign IMMEDIATE = Records.campaign("sale/1");
    private static final Campaign SCHEDULED = new Campaign(
            IMMEDIATE.identity(),
            IMMEDIATE.name(),
            IMMEDIATE.owner(),
            IMMEDIATE.senders(),
            IMMEDIATE.audience(),
            IMMEDIATE.expect(),
            IMMEDIATE.message(),
            new Schedule.Window(Records.AT.plus(Duration.ofHours(5)), Optional.empty(), ZoneOffset.UTC),
            IMMEDIATE.attachLabels(),
            IMMEDIATE.acknowledged(),
            List.of());

    @Test
    void nothing_is_sent_while_the_clocks_are_an_hour_apart() {
        for (var ahead : List.of(Duration.ofHours(1), Duration.ofHours(-1))) {
            for (var campaign : List.of(IMMEDIATE, SCHEDULED)) {
                assertThat(planned(campaign, ahead)).satisfies(change -> {
                    assertThat(change.action()).isEqualTo(new Action.Blocked(Reason.GUARD));
                    assertThat(change.findings()).anySatisfy(finding -> {
                        assertThat(finding.id()).isEqualTo("plan/clock-skew");
                        assertThat(finding.stops()).isTrue();
                        assertThat(finding.message()).startsWith("SeaX's clock is 60 minutes ");
                    });
                });
            }
        }
    }

    @Test
    void five_minutes_are_borne() {
        assertThat(planned(SCHEDULED, Duration.ofMinutes(5)).action()).isInstanceOf(Action.Create.class);
        assertThat(planned(SCHEDULED, Duration.ofMinutes(5).plusSeconds(1)).action())
                .isInstanceOf(Action.Blocked.class);
    }

    private static PlannedChange planned(Campaign campaign, Duration ahead) {
        var store = new MemoryLockStore(Records.WORKSPACE, Records.LINEAGE);
        var rehearsal = new ApplyHarness(Worlds.small().skew(ahead), store, new HandClock(Records.AT));
        return rehearsal.plan(List.of(campaign)).changes().get(0);
    }
}
