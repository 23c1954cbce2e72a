package dev.muster.doubt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.testing.Records;
import dev.muster.testing.Worlds;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Two runners over one record, one of which has a clock that is an hour off. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class EvidenceCollectorTest {
    private static final Duration HOUR = Duration.ofHours(1);

    @Test
    void a_clock_that_is_ahead_of_SeaX_does_not_end_the_claim_of_a_run_that_is_still_at_it() {
        assertThat(seenBy(Records.AT.plus(HOUR), HOUR.negated()).isHeld()).isTrue();
        assertThat(seenBy(Records.AT.plus(HOUR), Duration.ZERO).isHeld()).isFalse();
    }

    @Test
    void a_clock_that_is_behind_does_not_end_it_either() {
        assertThat(seenBy(Records.AT, HOUR).isHeld()).isTrue();
    }

    /** What it might have said could be the one thing that shows the campaign. */
    @Test
    void where_a_witness_cannot_be_heard_not_sent_must_wait_as_long_as_without_a_list() {
        var intent = Records.intent("sale/1");
        var lock = Records.lock(intent);
        var heard = new OpenSendEvidence(intent, lock, Optional.of(List.of()), Records.AT);
        var unheard = Evidence.unread(Optional.empty(), "the jobs cannot be read");
        assertThat(new OpenSendEvidence(intent, lock, Optional.of(List.of()), unheard, Records.AT).notSentFrom())
                .isEqualTo(heard.notSentFrom().plus(Duration.ofMinutes(45)));
    }

    private static OpenSendEvidence seenBy(Instant ours, Duration ahead) {
        var intent = Records.intent("sale/1");
        var lookout = new EvidenceCollector(Worlds.small().skew(ahead), ours);
        return lookout.doubts(Records.lock(intent), List.of(intent)).get(0);
    }
}
