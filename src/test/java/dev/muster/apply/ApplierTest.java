package dev.muster.apply;

import static dev.muster.testing.RecordingSender.received;
import static dev.muster.testing.Records.campaign;
import static dev.muster.testing.Records.identity;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.lock.EntryState;
import dev.muster.lock.Lock;
import dev.muster.lock.LockEntry;
import dev.muster.lock.LockException;
import dev.muster.lock.MessageEntry;
import dev.muster.lock.SingleAttempt;
import dev.muster.model.Campaign;
import dev.muster.model.Expectation;
import dev.muster.model.MessageEndpoint;
import dev.muster.model.PhoneId;
import dev.muster.model.RemoteId;
import dev.muster.model.Schedule;
import dev.muster.model.Sha256;
import dev.muster.model.SingleIdentity;
import dev.muster.plan.Reason;
import dev.muster.report.TextStyle;
import dev.muster.report.text.ApplyText;
import dev.muster.report.text.LockText;
import dev.muster.testing.ApplyHarness;
import dev.muster.testing.HandClock;
import dev.muster.testing.MemoryLockStore;
import dev.muster.testing.RecordingSender;
import dev.muster.testing.Records;
import dev.muster.testing.ReticentLockStore;
import dev.muster.testing.WatchedLockStore;
import dev.muster.testing.Worlds;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.approvaltests.Approvals;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ApplierTest {
    private static final List<Campaign> THREE =
            List.of(campaign("a/1", "first"), campaign("b/1", "second"), campaign("c/1", "third"));

    private final MemoryLockStore memory = new MemoryLockStore(Records.WORKSPACE, Records.LINEAGE);
    private final RecordingSender sender = new RecordingSender();
    private final ApplyHarness rehearsal = ApplyHarness.of(memory);

    @Test
    void the_lock_tells_the_story_of_a_run_step_by_step() {
        var story = new StringBuilder();
        var watched = new WatchedLockStore(memory, step -> {}, step -> story.append(shown(step)));
        sender.accepting()
                .refusing(422, "WhatsApp Business Platform Error", "Message template not approved")
                .losing();
        CampaignSender telling = body -> {
            story.append("## posted\n\n").append(body).append("\n\n");
            return sender.post(body);
        };

        ApplyHarness.of(watched)
                .apply(
                        THREE,
                        telling,
                        () -> false,
                        effect -> story.append("## told\n\n")
                                .append(new ApplyText(TextStyle.NONE).effect(effect))
                                .append('\n'));

        Approvals.verify(story);
    }

    @Test
    void an_intent_with_the_digest_of_the_very_body_is_durable_before_the_post() {
        rehearsal.apply(THREE, body -> {
            var open =
                    lock().entries().values().stream().filter(LockEntry::isOpen).toList();
            assertThat(open).singleElement().satisfies(entry -> {
                assertThat(entry.state()).isEqualTo(EntryState.INTENT);
                assertThat(entry.attempt().payload()).contains(Sha256.of(body));
                assertThat(body).contains(entry.attempt().marker().suffix());
            });
            return sender.post(body);
        });

        assertThat(sender.bodies()).hasSize(3);
    }

    @Test
    void each_create_is_posted_once_and_a_second_run_finds_nothing_to_do() {
        rehearsal.apply(THREE, sender);

        assertThat(rehearsal.plan(THREE).creates()).isEmpty();
        assertThat(rehearsal.apply(THREE, sender).effects()).isEmpty();
        assertThat(sender.bodies()).hasSize(3).doesNotHaveDuplicates();
    }

    @Test
    void a_stop_before_the_run_posts_nothing_and_leaves_no_entry() {
        var report = rehearsal.apply(THREE, sender, () -> true, effect -> {});

        assertThat(report.interrupted()).isTrue();
        assertThat(report.all(ApplyResult.NotTried.class)).hasSize(3);
        assertThat(sender.bodies()).isEmpty();
        assertThat(lock().entries()).isEmpty();
    }

    /** Where machines share a record, another run may have been faster since the plan was made. */
    @Test
    void what_another_run_recorded_meanwhile_is_not_tried_and_ends_the_run() {
        var approved = rehearsal.approved(THREE);
        rehearsal.apply(List.of(THREE.get(1)), sender);

        try (var run = memory.begin(Records.RUN)) {
            var report = new Applier(
                            run,
                            Records.RUN,
                            sender,
                            Records.NO_NUMBERS,
                            Records.NO_LABELS,
                            rehearsal.clock(),
                            () -> "nonce",
                            () -> false,
                            effect -> {})
                    .apply(approved);

            assertThat(report.all(ApplyResult.Sent.class))
                    .extracting(ApplyResult::identity)
                    .containsExactly(identity("a/1"));
            assertThat(report.all(ApplyResult.NotTried.class))
                    .extracting(ApplyResult.NotTried::why)
                    .containsOnly("another run recorded it as CONFIRMED meanwhile");
        }
        assertThat(sender.bodies()).hasSize(2);
    }

    @Test
    void a_stop_between_two_campaigns_keeps_what_was_sent() {
        var stop = new AtomicBoolean();

        var report = rehearsal.apply(THREE, sender, stop::get, effect -> stop.set(true));

        assertThat(report.effects())
                .extracting(Object::getClass)
                .containsExactly(ApplyResult.Sent.class, ApplyResult.NotTried.class, ApplyResult.NotTried.class);
        assertThat(sender.bodies()).hasSize(1);
        assertThat(lock().entries()).containsOnlyKeys(identity("a/1"));
    }

    @Test
    void a_stop_between_intent_and_post_is_recorded_as_not_sent_and_may_be_tried_again() {
        var stop = new AtomicBoolean();
        var watched =
                new WatchedLockStore(memory, step -> {}, step -> stop.compareAndSet(false, step.startsWith("intent")));

        var report = ApplyHarness.of(watched).apply(THREE, sender, stop::get, effect -> {});

        assertThat(sender.bodies()).isEmpty();
        assertThat(report.effects().get(0)).isInstanceOf(ApplyResult.Refused.class);
        assertThat(state("a/1")).isEqualTo(EntryState.REJECTED);
        assertThat(rehearsal.plan(THREE).creates())
                .extracting(create -> create.reason())
                .containsExactly(Reason.RETRY_AFTER_REFUSAL, Reason.NEW, Reason.NEW);
    }

    @Test
    void a_doubt_stops_the_run_and_its_key_is_never_sent_again_by_itself() {
        sender.accepting().losing();

        var report = rehearsal.apply(THREE, sender);

        assertThat(report.effects())
                .extracting(Object::getClass)
                .containsExactly(ApplyResult.Sent.class, ApplyResult.InDoubt.class, ApplyResult.NotTried.class);
        assertThat(report.hasDoubt()).isTrue();
        assertThat(state("b/1")).isEqualTo(EntryState.IN_DOUBT);
        assertThat(rehearsal.plan(THREE).creates())
                .extracting(create -> create.request().identity())
                .containsExactly(identity("c/1"));
    }

    @Test
    void a_refusal_of_one_campaign_lets_the_others_go_on() {
        sender.refusing(422, "WhatsApp Business Platform Error", "Message template not approved");

        var report = rehearsal.apply(THREE, sender);

        assertThat(report.effects())
                .extracting(Object::getClass)
                .containsExactly(ApplyResult.Refused.class, ApplyResult.Sent.class, ApplyResult.Sent.class);
    }

    @Test
    void a_refusal_that_the_next_one_would_meet_too_stops_the_run() {
        sender.refusing(401, "Unauthorized", "Invalid API key");

        var report = rehearsal.apply(THREE, sender);

        assertThat(sender.bodies()).hasSize(1);
        assertThat(report.effects())
                .extracting(Object::getClass)
                .containsExactly(ApplyResult.Refused.class, ApplyResult.NotTried.class, ApplyResult.NotTried.class);
        assertThat(rehearsal.plan(THREE).creates()).hasSize(3);
    }

    @Test
    void an_answer_that_differs_from_what_was_asked_stops_the_run() {
        sender.answering(received(200, "{\"id\":\"campaign_9\",\"name\":\"Somebody else's\",\"type\":\"SMS\"}"));

        var report = rehearsal.apply(THREE, sender);

        assertThat(report.all(ApplyResult.Sent.class))
                .singleElement()
                .satisfies(sent -> assertThat(sent.anomalies()).hasSize(2));
        assertThat(report.hasDoubt()).isTrue();
        assertThat(sender.bodies()).hasSize(1);
    }

    @Test
    void the_id_of_an_earlier_campaign_leaves_a_doubt_and_is_not_recorded_twice() {
        sender.accepting().answering(secondAnswerWithTheFirstId());

        var report = rehearsal.apply(THREE, sender);

        assertThat(report.all(ApplyResult.InDoubt.class))
                .extracting(ApplyResult.InDoubt::reason)
                .containsExactly("SeaX answered with the id of a/1");
        try (var run = memory.begin(Records.RUN)) {
            assertThat(run.recordedWith(new RemoteId("campaign_1"))).containsExactly("a/1");
        }
        assertThat(sender.bodies()).hasSize(2);
    }

    @Test
    void the_id_of_a_single_message_leaves_a_doubt_too() {
        var message = MessageEntry.intend(new SingleAttempt(
                new SingleIdentity(Records.AT, "one"),
                Records.RUN,
                Records.AT,
                Records.AT,
                new PhoneId("phone"),
                MessageEndpoint.SEND_WHATSAPP_MESSAGE,
                Optional.empty(),
                "00c0ffee"));
        try (var run = memory.begin(Records.RUN)) {
            run.record(message);
            run.record(message.confirm(new RemoteId("campaign_1"), List.of(), Records.AT, "run", "answered"));
        }

        var report = rehearsal.apply(THREE, sender.accepting());

        assertThat(report.all(ApplyResult.InDoubt.class))
                .extracting(ApplyResult.InDoubt::reason)
                .containsExactly("SeaX answered with the id of " + message.identity());
        assertThat(sender.bodies()).hasSize(1);
    }

    @Test
    void a_send_never_asks_for_the_whole_record_so_it_costs_the_same_however_long_that_is() {
        sender.accepting().answering(secondAnswerWithTheFirstId());

        var report = ApplyHarness.of(new ReticentLockStore(memory)).apply(THREE, sender);

        assertThat(report.all(ApplyResult.Sent.class)).hasSize(1);
        assertThat(report.all(ApplyResult.InDoubt.class)).hasSize(1);
        assertThat(report.all(ApplyResult.NotTried.class)).hasSize(1);
    }

    private PostResponse secondAnswerWithTheFirstId() {
        var request = rehearsal.approved(THREE).creates().get(1).request();
        return received(
                200,
                "{\"id\":\"campaign_1\",\"name\":\"%s\",\"type\":\"%s\"}"
                        .formatted(request.name(), dev.muster.model.CampaignRequest.TYPE));
    }

    @Test
    void more_messages_than_approved_are_an_anomaly_and_as_many_are_none() {
        var request = rehearsal.approved(THREE).creates().get(0);
        var approved = request.messages();

        assertThat(anomalies(request.request(), approved)).isEmpty();
        assertThat(anomalies(request.request(), approved + 1))
                .containsExactly("SeaX messages " + (approved + 1) + " contacts, approved were " + approved);
    }

    @Test
    void fewer_messages_than_the_author_expects_are_an_anomaly_and_none_at_all_always_is() {
        var create = rehearsal.approved(THREE).creates().get(0);
        int approved = create.messages();
        var expecting = expectingAtLeast(approved);

        assertThat(anomalies(create.request(), approved, List.of(expecting))).isEmpty();
        assertThat(anomalies(create.request(), approved - 1, List.of(expecting)))
                .containsExactly("SeaX messages " + (approved - 1) + " contacts, expected were at least " + approved);
        assertThat(anomalies(create.request(), 0, List.of(expecting)))
                .containsExactly("SeaX messages 0 contacts, expected were at least " + approved);
        assertThat(anomalies(create.request(), approved - 1)).isEmpty();
        assertThat(anomalies(create.request(), 0)).containsExactly("SeaX messages nobody, approved were " + approved);
    }

    private static Campaign expectingAtLeast(int people) {
        var one = THREE.get(0);
        return new Campaign(
                one.identity(),
                one.name(),
                one.owner(),
                one.senders(),
                one.audience(),
                new Expectation(OptionalInt.of(people), OptionalInt.empty()),
                one.message(),
                one.schedule(),
                one.attachLabels(),
                one.acknowledged(),
                List.of());
    }

    private static List<String> anomalies(dev.muster.model.CampaignRequest request, int count) {
        return anomalies(request, count, THREE.subList(0, 1));
    }

    private static List<String> anomalies(
            dev.muster.model.CampaignRequest request, int count, List<Campaign> campaigns) {
        var answer = received(
                200,
                "{\"id\":\"campaign_1\",\"name\":\"%s\",\"type\":\"%s\",\"target_contact_count\":%d}"
                        .formatted(request.name(), dev.muster.model.CampaignRequest.TYPE, count));
        return ApplyHarness.of(new MemoryLockStore(Records.WORKSPACE, Records.LINEAGE))
                .apply(campaigns, body -> answer)
                .all(ApplyResult.Sent.class)
                .get(0)
                .anomalies();
    }

    @Test
    void a_run_that_was_paused_past_its_claim_does_not_post() {
        var clock = new HandClock(Records.AT);
        var watched = new WatchedLockStore(memory, step -> {}, step -> {
            if (step.equals("intent a/1")) {
                clock.advance(Applier.CLAIM.minus(Applier.LONGEST_POST).plusNanos(1));
            }
        });

        var report = new ApplyHarness(Worlds.small(), watched, clock).apply(THREE, sender);

        assertThat(report.all(ApplyResult.Refused.class))
                .singleElement()
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo("the claim expired before it was used"));
        assertThat(sender.bodies()).hasSize(2).noneMatch(body -> body.contains("first"));
        assertThat(state("a/1")).isEqualTo(EntryState.REJECTED);
    }

    @Test
    void a_run_that_stood_still_for_longer_than_a_claim_is_good_for_sends_nothing_more() {
        var clock = new HandClock(Records.AT);
        CampaignSender sleepy = body -> {
            clock.advance(Applier.CLAIM.plusNanos(1));
            return sender.post(body);
        };

        var report = new ApplyHarness(Worlds.small(), memory, clock).apply(THREE, sleepy);

        assertThat(sender.bodies()).hasSize(1);
        assertThat(report.all(ApplyResult.Sent.class)).hasSize(1);
        assertThat(report.all(ApplyResult.NotTried.class))
                .hasSize(2)
                .allSatisfy(effect -> assertThat(effect.why())
                        .isEqualTo("the run stood still for more than ten minutes; plan again"));
    }

    @Test
    void a_run_that_was_paused_within_its_claim_posts() {
        var clock = new HandClock(Records.AT);
        var watched = new WatchedLockStore(
                memory,
                step -> {},
                step -> clock.advance(
                        step.equals("intent a/1") ? Applier.CLAIM.minus(Applier.LONGEST_POST) : Duration.ZERO));

        new ApplyHarness(Worlds.small(), watched, clock).apply(THREE.subList(0, 1), sender);

        assertThat(sender.bodies()).hasSize(1);
    }

    @Test
    void a_start_in_exactly_two_minutes_is_posted_and_one_nanosecond_less_is_not() {
        assertThat(postedWithLead(CampaignPosting.LEAST_LEAD)).isTrue();
        assertThat(postedWithLead(CampaignPosting.LEAST_LEAD.minusNanos(1))).isFalse();
    }

    /** Planned in time; the run then waits for the exclusive run until only this lead is left. */
    private static boolean postedWithLead(Duration lead) {
        var store = new MemoryLockStore(Records.WORKSPACE, Records.LINEAGE);
        var sender = new RecordingSender();
        var rehearsal = ApplyHarness.of(store);
        var start = Records.AT.plus(Duration.ofMinutes(20));
        var approved = rehearsal.approved(List.of(scheduled(campaign("a/1"), start)));
        var late = new HandClock(start.minus(lead));
        try (var run = store.begin(Records.RUN)) {
            new Applier(
                            run,
                            Records.RUN,
                            sender,
                            Records.NO_NUMBERS,
                            Records.NO_LABELS,
                            late,
                            () -> "nonce",
                            () -> false,
                            effect -> {})
                    .apply(approved);
        }
        return !sender.bodies().isEmpty();
    }

    private static Campaign scheduled(Campaign campaign, java.time.Instant start) {
        return new Campaign(
                campaign.identity(),
                campaign.name(),
                campaign.owner(),
                campaign.senders(),
                campaign.audience(),
                campaign.expect(),
                campaign.message(),
                new Schedule.Window(start, Optional.empty(), ZoneOffset.UTC),
                campaign.attachLabels(),
                campaign.acknowledged(),
                List.of());
    }

    @Test
    void nothing_is_sent_when_the_suppression_labels_cannot_be_recorded() {
        var watched = new WatchedLockStore(
                memory,
                step -> {
                    throw WatchedLockStore.fullDisk();
                },
                step -> {});

        assertThatExceptionOfType(LockException.class)
                .isThrownBy(() -> ApplyHarness.of(watched).apply(THREE, sender));
        assertThat(sender.bodies()).isEmpty();
        assertThat(memory.load().orElseThrow().entries()).isEmpty();
    }

    /** Three campaigns make nine steps: intent, witness, outcome for each. */
    @ParameterizedTest(name = "step {0}")
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9})
    void a_step_that_cannot_be_written_ends_the_run_truthfully_and_nothing_is_sent_twice(int step) {
        var report = ApplyHarness.of(WatchedLockStore.failingAt(step, memory)).apply(THREE, sender);

        int whole = (step - 1) / 3;
        boolean beforePost = step % 3 == 1;
        assertThat(report.effects()).hasSize(3);
        assertThat(report.all(ApplyResult.Sent.class)).hasSize(whole);
        assertThat(report.all(ApplyResult.NotRecorded.class)).hasSize(beforePost ? 0 : 1);
        assertThat(sender.bodies()).hasSize(beforePost ? whole : whole + 1);
        var first = List.copyOf(sender.bodies());
        rehearsal.apply(THREE, sender);
        assertThat(sender.bodies()).containsAll(first).doesNotHaveDuplicates().hasSize(3);
    }

    @Test
    void what_could_not_be_recorded_names_the_command_that_feeds_it_back() {
        var report = ApplyHarness.of(WatchedLockStore.failingAt(3, memory)).apply(THREE, sender);

        assertThat(report.all(ApplyResult.NotRecorded.class)).singleElement().satisfies(lost -> {
            assertThat(lost.outcome())
                    .isEqualTo("sent as campaign_1; it could not be recorded: no space left on device");
            assertThat(lost.recovery())
                    .isEqualTo("muster resolve a --sent campaign_1 --reason \"sent, but it could not be recorded\"");
        });
        assertThat(state("a/1")).isEqualTo(EntryState.INTENT);
    }

    @Test
    void an_id_that_could_mean_something_to_a_shell_is_quoted_in_the_recovery() {
        var request = rehearsal.approved(THREE).creates().get(0).request();
        var answer = received(
                200,
                "{\"id\":\"x; rm -rf '~' $(id)\",\"name\":\"%s\",\"type\":\"%s\"}"
                        .formatted(request.name(), dev.muster.model.CampaignRequest.TYPE));

        var report = ApplyHarness.of(WatchedLockStore.failingAt(3, memory)).apply(THREE, body -> answer);

        assertThat(report.all(ApplyResult.NotRecorded.class).get(0).recovery())
                .startsWith("muster resolve a --sent 'x; rm -rf '\\''~'\\'' $(id)' --reason");
    }

    @Test
    void a_run_that_dies_in_the_post_leaves_the_intent() {
        var dying = new RecordingSender().dying(new IllegalStateException("power cut"));

        assertThatThrownBy(() -> rehearsal.apply(THREE, dying)).hasMessage("power cut");

        assertThat(state("a/1")).isEqualTo(EntryState.INTENT);
        assertThat(rehearsal.plan(THREE).hasDoubt()).isTrue();
        assertThat(rehearsal.plan(THREE).creates()).hasSize(2);
    }

    @Test
    void each_effect_is_told_once_it_is_durable_and_not_before() {
        var told = new ArrayList<Boolean>();

        rehearsal.apply(
                THREE,
                sender,
                () -> false,
                effect ->
                        told.add(!lock().entry(effect.identity()).orElseThrow().isOpen()));

        assertThat(told).containsExactly(true, true, true);
    }

    @Test
    void every_attempt_has_a_nonce_of_its_own() {
        rehearsal.apply(THREE, sender);

        assertThat(lock().entries().values())
                .extracting(entry -> entry.attempt().nonce())
                .doesNotHaveDuplicates()
                .hasSize(3);
    }

    @Test
    void a_hundred_campaigns_are_sent_in_the_order_of_the_plan() {
        var hundred = IntStream.range(0, 100)
                .mapToObj(i -> campaign("sale-" + i + "/1", "text " + i))
                .toList();

        var report = rehearsal.apply(hundred, sender);

        var planned =
                hundred.stream().map(campaign -> campaign.identity()).sorted().toList();
        assertThat(report.effects()).extracting(ApplyResult::identity).isEqualTo(planned);
    }

    private Lock lock() {
        return memory.load().orElseThrow();
    }

    private String shown(String step) {
        if (step.equals(WatchedLockStore.SUPPRESSION)) {
            return "## " + step + "\n\nrecorded of " + lock().suppression().keySet() + "\n\n";
        }
        var identity = identity(step.substring(step.indexOf(' ') + 1));
        var kept = lock().answers().getOrDefault(identity, "none");
        return "## " + step + "\n\n" + LockText.of(memory.load(), Optional.of(identity.key())) + "answer kept: " + kept
                + "\n\n";
    }

    private EntryState state(String identity) {
        return lock().entry(identity(identity)).orElseThrow().state();
    }
}
