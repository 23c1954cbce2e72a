package dev.muster.doubt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.muster.lock.EntryState;
import dev.muster.lock.LockEntry;
import dev.muster.model.CampaignRequest;
import dev.muster.model.RemoteCampaign;
import dev.muster.model.RemoteId;
import dev.muster.testing.Records;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OpenSendEvidenceTest {
    private static final LockEntry SALE = Records.inDoubt("sale/1");
    private static final Instant MUCH_LATER = Records.AT.plus(Duration.ofDays(1));
    private static final String MARKED =
            "Holiday Sale" + SALE.attempt().marker().suffix();

    @Test
    void a_settled_send_is_no_doubt() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OpenSendEvidence(
                        Records.confirmed("sale/1"), Records.lock(), Optional.of(List.of()), MUCH_LATER));
    }

    @Test
    void a_campaign_with_the_marker_proves_that_it_was_sent() {
        var found = remote("campaign_7", MARKED, Records.AT.plusSeconds(2));

        var ending = answer(doubt(List.of(found)), "seen in the dashboard").sent(found.id(), found, Tolerance.NOTHING);

        assertThat(settled(ending)).isInstanceOfSatisfying(LockEntry.Confirmed.class, entry -> {
            assertThat(entry.remote().id()).isEqualTo(new RemoteId("campaign_7"));
            assertThat(entry.history()).last().satisfies(step -> {
                assertThat(step.from()).contains(EntryState.IN_DOUBT);
                assertThat(step.by()).isEqualTo("dana");
                assertThat(step.evidence()).isEqualTo("resolved as sent: seen in the dashboard");
            });
        });
    }

    @Test
    void a_campaign_with_another_name_is_not_it() {
        assertThat(objections(sent(remote("campaign_7", "Holiday Sale", Records.AT))))
                .containsExactly("its name \"Holiday Sale\" does not end with"
                        + SALE.attempt().marker().suffix());
        assertThat(objections(sent(remote("campaign_7", MARKED + " copy", Records.AT))))
                .hasSize(1);
    }

    @Test
    void a_campaign_of_another_type_is_not_it() {
        assertThat(objections(sent(remote("campaign_7", MARKED, "SMS", Optional.empty()))))
                .containsExactly("it is of type SMS");
    }

    @Test
    void a_campaign_from_another_time_is_not_it() {
        var earliest = Records.AT.minus(Duration.ofMinutes(5));
        var latest = Records.AT.plus(Duration.ofMinutes(60));

        assertThat(renamed(earliest)).isInstanceOf(DoubtAnswer.Settled.class);
        assertThat(renamed(latest)).isInstanceOf(DoubtAnswer.Settled.class);
        assertThat(objections(renamed(earliest.minusNanos(1))))
                .containsExactly("it was created at 2026-11-30T08:54:59.999999999Z, the attempt was at " + Records.AT);
        assertThat(objections(renamed(latest.plusNanos(1)))).hasSize(1);
    }

    private static DoubtAnswer<LockEntry> renamed(Instant created) {
        var campaign = remote("campaign_7", "Holiday Sale", created);
        return answer(doubt(List.of(campaign)), "why").sent(campaign.id(), campaign, Tolerance.OTHER_NAME);
    }

    @Test
    void a_campaign_with_the_marker_from_another_time_is_it_and_people_are_told() {
        var early = remote("campaign_7", MARKED, Records.AT.minus(Duration.ofHours(3)));

        assertThat(settled(sent(early)))
                .isInstanceOfSatisfying(
                        LockEntry.Confirmed.class,
                        entry -> assertThat(entry.anomalies()).hasSize(1));
    }

    @Test
    void a_campaign_without_a_time_is_judged_by_its_marker_alone() {
        assertThat(sent(remote("campaign_7", MARKED, CampaignRequest.TYPE, Optional.empty())))
                .isInstanceOf(DoubtAnswer.Settled.class);
    }

    @Test
    void a_campaign_that_is_recorded_for_another_send_is_not_it() {
        var other = Records.confirmed("other/1");
        var found = remote(other.remote().id().value(), MARKED, Records.AT);
        var doubt = new OpenSendEvidence(SALE, Records.lock(SALE, other), Optional.of(List.of(found)), MUCH_LATER);

        assertThat(objections(answer(doubt, "why").sent(found.id(), found, Tolerance.NOTHING)))
                .containsExactly("it is recorded for other/1");
    }

    @Test
    void several_objections_are_all_told() {
        assertThat(objections(sent(remote("campaign_7", "x", "SMS", Optional.of(MUCH_LATER)))))
                .hasSize(3);
    }

    @Test
    void not_sent_is_believed_once_seax_would_have_shown_it() {
        var from = SALE.attempt().notAfter().plus(Duration.ofMinutes(15));

        assertThat(settled(answer(at(from, Optional.of(List.of())), "the dashboard is empty")
                        .notSent()))
                .isInstanceOfSatisfying(
                        LockEntry.Abandoned.class,
                        entry -> assertThat(entry.outcomeKnown()).isTrue());
        assertThat(objections(answer(at(from.minusNanos(1), Optional.of(List.of())), "why")
                        .notSent()))
                .containsExactly("SeaX may still show it; nobody can say before " + from);
    }

    @Test
    void without_a_list_not_sent_takes_longer_to_believe() {
        var from = SALE.attempt().notAfter().plus(Duration.ofMinutes(60));

        assertThat(at(from, Optional.empty()).notSentFrom()).isEqualTo(from);
        assertThat(answer(at(from, Optional.empty()), "why").notSent()).isInstanceOf(DoubtAnswer.Settled.class);
        assertThat(answer(at(from.minusNanos(1), Optional.empty()), "why").notSent())
                .isInstanceOf(DoubtAnswer.Contradicted.class);
    }

    @Test
    void what_seax_lists_speaks_against_not_sent_at_any_time() {
        var found = remote("campaign_7", MARKED, Records.AT);

        assertThat(objections(answer(doubt(List.of(found)), "why").notSent()))
                .containsExactly("SeaX has it as campaign_7, status finished");
    }

    @Test
    void giving_up_is_always_possible_and_says_that_nobody_knows() {
        assertThat(settled(
                        answer(at(Records.AT, Optional.empty()), "SeaX is gone").abandon()))
                .isInstanceOfSatisfying(LockEntry.Abandoned.class, entry -> {
                    assertThat(entry.outcomeKnown()).isFalse();
                    assertThat(entry.reason()).isEqualTo("SeaX is gone");
                });
    }

    @Test
    void only_campaigns_with_the_marker_are_evidence() {
        var found = remote("campaign_7", MARKED, Records.AT);

        assertThat(doubt(List.of(remote("campaign_6", "Holiday Sale", Records.AT), found))
                        .found())
                .containsExactly(found);
    }

    @Test
    void found_once_it_was_sent_and_nobody_is_asked() {
        var found = remote("campaign_7", MARKED, Records.AT);

        assertThat(doubt(List.of(found)).evident("run-8")).containsInstanceOf(LockEntry.Confirmed.class);
        assertThat(doubt(List.of()).evident("run-8")).isEmpty();
    }

    @Test
    void found_by_clocks_that_are_hours_apart_it_was_sent_and_people_are_told() {
        var found = remote("campaign_7", MARKED, Records.AT.minus(Duration.ofHours(3)));

        assertThat(doubt(List.of(found)).evident("run-8"))
                .get()
                .isInstanceOfSatisfying(
                        LockEntry.Confirmed.class,
                        entry -> assertThat(entry.anomalies())
                                .containsExactly(
                                        "it was created at 2026-11-30T06:00:00Z, the attempt was at " + Records.AT));
    }

    @Test
    void a_campaign_with_the_marker_that_another_send_is_recorded_with_is_not_adopted() {
        var other = Records.confirmed("other/1");
        var found = remote(other.remote().id().value(), MARKED, Records.AT);

        assertThat(new OpenSendEvidence(SALE, Records.lock(SALE, other), Optional.of(List.of(found)), MUCH_LATER)
                        .evident("run-8"))
                .isEmpty();
    }

    @Test
    void an_intent_is_left_alone_until_its_claim_expires() {
        var intent = Records.intent("sale/1");
        var expiry = intent.attempt().notAfter();
        var found = Optional.of(List.of(remote("campaign_7", MARKED, Records.AT)));

        assertThat(new OpenSendEvidence(intent, Records.lock(intent), found, expiry.minusNanos(1)).evident("run-8"))
                .isEmpty();
        assertThat(new OpenSendEvidence(intent, Records.lock(intent), found, expiry).evident("run-8"))
                .containsInstanceOf(LockEntry.Confirmed.class);
        assertThat(new OpenSendEvidence(intent, Records.lock(intent), Optional.of(List.of()), expiry).evident("run-8"))
                .containsInstanceOf(LockEntry.InDoubt.class);
    }

    @Test
    void a_server_that_answers_with_another_campaign_is_not_believed() {
        var other = remote("campaign_8", MARKED, Records.AT);

        assertThat(objections(answer(doubt(List.of(other)), "why")
                        .sent(new RemoteId("campaign_7"), other, Tolerance.NOTHING)))
                .containsExactly("SeaX answered with another campaign, campaign_8");
    }

    @Test
    void an_audit_finds_a_campaign_that_seax_has_twice() {
        assertThat(audit(remote("campaign_sale", MARKED, Records.AT))).isEmpty();
        assertThat(audit()).isEmpty();
        assertThat(audit(remote("campaign_sale", MARKED, Records.AT), remote("campaign_2", MARKED, Records.AT)))
                .containsExactly("SeaX has sale 2 times (campaign_2, campaign_sale): people may have got it more than"
                        + " once; cancel what can still be cancelled in SeaX's dashboard");
        assertThat(audit(remote("campaign_2", MARKED, Records.AT)))
                .containsExactly("SeaX answered sale with the id campaign_sale but lists it as campaign_2");
        assertThat(Audit.of(List.of(), List.of(remote("campaign_2", MARKED, Records.AT))))
                .isEmpty();
    }

    private static List<String> audit(RemoteCampaign... listed) {
        var sale = Records.confirmed("sale/1");
        return List.copyOf(Audit.of(List.of(sale), List.of(listed)).values());
    }

    private static PersonAnswer answer(OpenSendEvidence doubt, String reason) {
        return new PersonAnswer(doubt, reason, "dana");
    }

    private static OpenSendEvidence doubt(List<RemoteCampaign> listed) {
        return at(MUCH_LATER, Optional.of(listed));
    }

    private static OpenSendEvidence at(Instant now, Optional<List<RemoteCampaign>> listed) {
        return new OpenSendEvidence(SALE, Records.lock(SALE), listed, now);
    }

    private static DoubtAnswer<LockEntry> sent(RemoteCampaign campaign) {
        return answer(doubt(List.of(campaign)), "why").sent(campaign.id(), campaign, Tolerance.NOTHING);
    }

    private static LockEntry settled(DoubtAnswer<LockEntry> ending) {
        assertThat(ending).isInstanceOf(DoubtAnswer.Settled.class);
        return ((DoubtAnswer.Settled<LockEntry>) ending).entry();
    }

    private static List<String> objections(DoubtAnswer<LockEntry> ending) {
        assertThat(ending).isInstanceOf(DoubtAnswer.Contradicted.class);
        return ((DoubtAnswer.Contradicted<LockEntry>) ending).objections();
    }

    private static RemoteCampaign remote(String id, String name, Instant created) {
        return remote(id, name, CampaignRequest.TYPE, Optional.of(created));
    }

    private static RemoteCampaign remote(String id, String name, String type, Optional<Instant> created) {
        return new RemoteCampaign(
                new RemoteId(id),
                name,
                type,
                "finished",
                Optional.empty(),
                created,
                Optional.empty(),
                List.of(),
                OptionalInt.empty(),
                Optional.empty(),
                Map.of(),
                Map.of());
    }
}
