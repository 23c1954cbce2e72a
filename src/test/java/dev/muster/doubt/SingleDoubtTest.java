package dev.muster.doubt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.lock.EntryState;
import dev.muster.lock.Lock;
import dev.muster.lock.LockEntry;
import dev.muster.lock.MessageEntry;
import dev.muster.lock.SingleAttempt;
import dev.muster.model.MessageEndpoint;
import dev.muster.model.PhoneId;
import dev.muster.model.RemoteId;
import dev.muster.model.SingleIdentity;
import dev.muster.resolve.Capabilities;
import dev.muster.testing.MemoryLockStore;
import dev.muster.testing.Records;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** A single message in doubt is decided as a campaign is, by what can be known of it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SingleDoubtTest {
    private static final Instant AT = Instant.parse("2026-11-30T09:00:00Z");
    private static final Instant CLAIMED_UNTIL = AT.plus(Duration.ofMinutes(10));
    private static final RemoteId ID = new RemoteId("wamsg_1");

    private final MessageEntry intent = intent("one");
    private final LockEntry campaign = Records.confirmed(Records.intent("sale/1"));
    private final Lock lock = Records.lock(campaign);

    @Test
    void until_the_claim_ends_the_run_may_be_at_it() {
        var last = CLAIMED_UNTIL.minusNanos(1);

        assertThat(doubt(intent, last).verdict()).isEqualTo(new DoubtVerdict.Held(CLAIMED_UNTIL));
        assertThat(objections(answer(intent, last).abandon()))
                .containsExactly("run " + Records.RUN.id() + " may still be sending until " + CLAIMED_UNTIL);
        assertThat(objections(answer(intent, last).notSent())).hasSize(2);
    }

    @Test
    void from_then_on_nobody_knows_and_a_person_may_give_it_up() {
        assertThat(doubt(intent, CLAIMED_UNTIL).verdict()).isEqualTo(new DoubtVerdict.Unknown(List.of()));
        assertThat(settled(answer(intent, CLAIMED_UNTIL).abandon()).state()).isEqualTo(EntryState.ABANDONED);
    }

    @Test
    void an_intent_whose_run_is_gone_is_recorded_as_a_doubt_and_nothing_else_is() {
        assertThat(doubt(intent, CLAIMED_UNTIL.minusNanos(1)).evident("dana")).isEmpty();
        assertThat(doubt(intent.doubt("lost", AT, "run"), CLAIMED_UNTIL).evident("dana"))
                .isEmpty();

        var after = doubt(intent.answered("HTTP 502 {}"), CLAIMED_UNTIL)
                .evident("dana")
                .orElseThrow();
        assertThat(after.state()).isEqualTo(EntryState.IN_DOUBT);
        assertThat(after.reason()).isEqualTo("the run ended before the outcome was recorded");
        assertThat(after.since()).isEqualTo(CLAIMED_UNTIL);
        assertThat(after.answer()).contains("HTTP 502 {}");
    }

    @Test
    void every_run_that_may_change_the_record_does_so_and_blocks_nothing() {
        var store = new MemoryLockStore(Records.WORKSPACE, Records.LINEAGE);
        try (var run = store.begin(Records.RUN)) {
            run.record(intent);
        }
        var plans = store.load().orElseThrow().revision();

        try (var run = store.begin(Records.RUN)) {
            var lookout = new EvidenceCollector(
                    new HostileWorkspace(
                            List.of(),
                            Map.of(),
                            Set.of(),
                            Set.of(),
                            List.of(),
                            new Capabilities(false, false, false, false, false, false),
                            false,
                            Optional.empty()),
                    CLAIMED_UNTIL);
            assertThat(new Reconciler(lookout, run, "dana").reconcile(entry -> {}))
                    .isEmpty();
        }

        var lock = store.load().orElseThrow();
        assertThat(lock.singles().entry(intent.identity()).orElseThrow().state())
                .isEqualTo(EntryState.IN_DOUBT);
        assertThat(lock.revision()).isEqualTo(plans);
    }

    @Test
    void what_a_run_called_a_doubt_is_not_held() {
        var inDoubt = intent.doubt("lost", AT, "run");

        assertThat(doubt(inDoubt, AT).verdict()).isEqualTo(new DoubtVerdict.Unknown(List.of()));
        assertThat(settled(answer(inDoubt, AT).abandon()).state()).isEqualTo(EntryState.ABANDONED);
    }

    @Test
    void not_sent_is_believed_an_hour_after_the_claim_as_of_a_campaign_without_a_list() {
        var from = CLAIMED_UNTIL.plus(Duration.ofMinutes(60));
        var unlisted = new OpenSendEvidence(Records.intent("sale/1"), lock, Optional.empty(), AT);

        assertThat(doubt(intent, AT).notSentFrom()).isEqualTo(from);
        assertThat(Duration.between(unlisted.entry().attempt().notAfter(), unlisted.notSentFrom()))
                .isEqualTo(Duration.between(CLAIMED_UNTIL, from));
        assertThat(objections(answer(intent, from.minusNanos(1)).notSent()))
                .containsExactly("SeaX may still send it; nobody can say before " + from);
        assertThat(settled(answer(intent, from).notSent()).state()).isEqualTo(EntryState.REJECTED);
    }

    @Test
    void an_id_that_is_recorded_for_a_campaign_or_another_message_is_refused() {
        var campaignId = ((LockEntry.Confirmed) campaign).remote().id();
        var other = intent("other").confirm(ID, List.of(), AT, "run", "answered");
        var both = lock.with(intent("other")).with(other);

        assertThat(objections(answer(intent, both).sent(campaignId, Optional.empty())))
                .containsExactly("SeaX's id " + campaignId + " is the one of sale/1");
        assertThat(objections(answer(intent, both).sent(ID, Optional.empty())))
                .containsExactly("SeaX's id " + ID + " is the one of " + other.identity());
        assertThat(settled(answer(intent, both).sent(new RemoteId("wamsg_2"), Optional.empty()))
                        .remote())
                .contains(new RemoteId("wamsg_2"));
    }

    private static MessageEntry intent(String nonce) {
        return MessageEntry.intend(new SingleAttempt(
                new SingleIdentity(AT, nonce),
                Records.RUN,
                AT,
                CLAIMED_UNTIL,
                new PhoneId("phone"),
                MessageEndpoint.SEND_WHATSAPP_MESSAGE,
                Optional.empty(),
                "00c0ffee"));
    }

    private SingleDoubt doubt(MessageEntry entry, Instant now) {
        return new SingleDoubt(entry, lock, now);
    }

    private SingleAnswer answer(MessageEntry entry, Instant now) {
        return new SingleAnswer(doubt(entry, now), "why", "dana");
    }

    private static SingleAnswer answer(MessageEntry entry, Lock lock) {
        return new SingleAnswer(new SingleDoubt(entry, lock, AT), "why", "dana");
    }

    private static List<String> objections(DoubtAnswer<MessageEntry> ending) {
        return ((DoubtAnswer.Contradicted<MessageEntry>) ending).objections();
    }

    private static MessageEntry settled(DoubtAnswer<MessageEntry> ending) {
        return ((DoubtAnswer.Settled<MessageEntry>) ending).entry();
    }
}
