package dev.muster.lock;

import static dev.muster.testing.Records.AT;
import static dev.muster.testing.Records.RUN;
import static dev.muster.testing.Records.WORKSPACE;
import static dev.muster.testing.Records.confirmed;
import static dev.muster.testing.Records.inDoubt;
import static dev.muster.testing.Records.intent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.model.LabelName;
import dev.muster.model.MessageCounts;
import dev.muster.model.RemoteId;
import dev.muster.model.Sha256;
import dev.muster.testing.Samples;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What every {@link LockStore} promises. */
@DisplayNameGeneration(ReplaceUnderscores.class)
public abstract class LockStoreContract {
    private static final RunIdentity OTHER = new RunIdentity("run-8", "robin", "0.1.0", Optional.empty());

    /** The store under test, which was never written. */
    public abstract LockStore store();

    /** The same record as another process would find it. */
    public abstract LockStore again();

    @Test
    void is_empty_before_the_first_run_and_stays_so_when_loaded() {
        assertThat(store().load()).isEmpty();
        assertThat(again().load()).isEmpty();
    }

    @Test
    void has_a_lineage_as_soon_as_a_run_began() {
        try (var run = store().begin(RUN)) {
            assertThat(run.lock().lineage()).isNotBlank();
            assertThat(run.lock().serial()).isZero();
            assertThat(run.lock().workspace()).isEqualTo(WORKSPACE);
            assertThat(again().load()).contains(run.lock());
        }
    }

    @Test
    void keeps_its_lineage_over_runs() {
        store().begin(RUN).close();
        var before = again().load().orElseThrow();
        again().begin(OTHER).close();
        assertThat(again().load()).contains(before);
    }

    @Test
    void shows_each_step_to_others_as_soon_as_it_is_recorded() {
        try (var run = store().begin(RUN)) {
            run.record(intent("sale/1"));
            var after = run.lock();
            assertThat(after.entry(intent("sale/1").identity())).contains(intent("sale/1"));
            assertThat(again().load()).contains(after);

            run.record(confirmed("sale/1"));
            assertThat(run.lock().serial()).isGreaterThan(after.serial());
            assertThat(run.lock().entry(intent("sale/1").identity())).contains(confirmed("sale/1"));
            assertThat(again().load()).contains(run.lock());
        }
    }

    @Test
    void a_run_answers_single_questions_as_its_whole_record_does() {
        var sale = confirmed("sale/1");
        var id = sale.remote().id();
        recordInOneRun(intent("sale/1"), sale);
        try (var run = again().begin(OTHER)) {
            assertThat(run.lineage()).isEqualTo(run.lock().lineage());
            assertThat(run.entry(sale.identity())).contains(sale);
            assertThat(run.entry(intent("party/1").identity())).isEmpty();
            assertThat(run.recordedWith(new RemoteId("nobody"))).isEmpty();
            assertThat(run.recordedWith(id)).containsExactly("sale/1");

            run.record(intent("party/1"));
            assertThat(run.entry(intent("party/1").identity())).contains(intent("party/1"));
            assertThat(run.recordedWith(id)).containsExactly("sale/1");
            var twin = intent("party/1").confirm(sale.remote(), List.of(), AT, "run-8", "SeaX answered with the id");
            run.record(twin);
            assertThat(run.entry(twin.identity())).contains(twin);
            assertThat(run.recordedWith(id))
                    .containsExactly("party/1", "sale/1")
                    .isEqualTo(run.lock().recordedWith(id).toList());
        }
    }

    @Test
    void keeps_what_was_recorded_after_the_run() {
        var recorded = recordInOneRun(intent("sale/1"), confirmed("sale/1"), intent("party/1"), inDoubt("party/1"));
        assertThat(again().load()).contains(recorded);
        try (var next = again().begin(OTHER)) {
            assertThat(next.lock()).isEqualTo(recorded);
        }
    }

    @Test
    void consumes_the_plan_of_an_intent() {
        assertThat(recordInOneRun(intent("sale/1")).consumed()).containsExactly(Sha256.of("plan"));
    }

    @Test
    void keeps_an_answer_until_its_entry_is_settled() {
        var identity = intent("sale/1").identity();
        try (var run = store().begin(RUN)) {
            run.record(intent("sale/1"));
            run.witness(identity, "502 <html>");
            assertThat(run.lock().answers()).containsEntry(identity, "502 <html>");
        }
        assertThat(again().load().orElseThrow().answers()).containsEntry(identity, "502 <html>");

        try (var run = again().begin(OTHER)) {
            run.record(inDoubt("sale/1"));
            assertThat(run.lock().answers()).containsKey(identity);
            run.record(confirmed(inDoubt("sale/1")));
        }
        assertThat(again().load().orElseThrow().answers()).isEmpty();
    }

    @Test
    void keeps_how_the_suppression_labels_were_found() {
        var dnc = new LabelName("DNC");
        var before = new TreeMap<>(Map.of(dnc, suppressed(4120), new LabelName("unsubscribed"), suppressed(7)));
        try (var run = store().begin(RUN)) {
            run.suppress(before);
            assertThat(run.lock().suppression()).isEqualTo(before);
            assertThat(again().load()).contains(run.lock());
        }
        try (var run = again().begin(OTHER)) {
            run.suppress(new TreeMap<>(Map.of(dnc, suppressed(0))));
        }
        assertThat(again().load().orElseThrow().suppression())
                .containsEntry(dnc, suppressed(0))
                .containsEntry(new LabelName("unsubscribed"), suppressed(7));
    }

    @Test
    void keeps_what_was_last_seen_of_a_campaign_without_making_a_plan_stale() {
        var sale = confirmed("sale/1").identity();
        var recorded = recordInOneRun(intent("sale/1"), confirmed("sale/1"));
        try (var run = again().begin(OTHER)) {
            run.observe(sale, seen("sending", 7));
            run.observe(sale, seen("finished", 12));
            assertThat(run.lock().observations().of(sale)).contains(seen("finished", 12));
        }
        var after = again().load().orElseThrow();
        assertThat(after.observations().of(sale)).contains(seen("finished", 12));
        assertThat(after.serial()).isEqualTo(recorded.serial() + 2);
        assertThat(after.revision()).isEqualTo(recorded.revision());
    }

    @Test
    void keeps_what_a_person_accepted_as_a_step_of_the_entry() {
        var odd = intent("sale/1")
                .confirm(confirmed("sale/1").remote(), List.of("it started early"), AT, "run-7", "SeaX answered");
        recordInOneRun(intent("sale/1"), odd);
        var stands = again().load().orElseThrow();
        assertThat(SendAnomalies.of(odd, stands).anomalies()).containsExactly("it started early");

        var accepted = odd.accept(List.of("it started early"), "all were told", AT.plusSeconds(60), "dana");
        try (var run = again().begin(OTHER)) {
            run.record(accepted);
            assertThat(again().load().orElseThrow().entry(odd.identity())).contains(accepted);
            assertThat(run.recordedWith(odd.remote().id())).containsExactly("sale/1");
        }
        var after = again().load().orElseThrow();
        assertThat(after.entry(odd.identity())).contains(accepted);
        assertThat(SendAnomalies.of(accepted, after).isNone()).isTrue();
        assertThat(accepted.since()).isEqualTo(AT);
        try (var run = again().begin(OTHER)) {
            assertThatThrownBy(() -> run.record(odd)).isInstanceOf(LockException.class);
            run.observe(odd.identity(), seen("sending", 7).contradicting(List.of("it ended early")));
        }
        assertThat(SendAnomalies.of(accepted, again().load().orElseThrow()).anomalies())
                .containsExactly("it ended early");
    }

    @Test
    void keeps_what_was_accepted_of_a_single_message() {
        var intent = MessageEntry.intend(new RandomLocks(1).single().attempt());
        var sent = intent.confirm(new RemoteId("wamsg_1"), List.of("to another number"), AT, "run-7", "SeaX answered");
        try (var run = store().begin(RUN)) {
            run.record(intent);
            run.record(sent);
            assertThat(run.lock().singles().odd()).containsExactly(sent);
            run.record(sent.accept("the person was told", AT, "dana"));
        }
        var after = again().load().orElseThrow();
        assertThat(after.singles().odd()).isEmpty();
        assertThat(after.singles().entry(intent.identity())).contains(sent.accept("the person was told", AT, "dana"));
    }

    @Test
    void keeps_single_messages_without_making_a_plan_stale() {
        var recorded = recordInOneRun(intent("sale/1"), confirmed("sale/1"));
        var first = new RandomLocks(1).single().attempt();
        var intent = MessageEntry.intend(first);
        var answered = intent.answered("HTTP 200 {}");
        try (var run = again().begin(OTHER)) {
            run.record(intent);
            assertThat(again().load().orElseThrow().singles().entry(first.identity()))
                    .contains(intent);
            run.record(answered);
            assertThat(run.lock().singles().entry(first.identity())).contains(answered);
            run.record(answered.doubt("nobody knows", AT, "run-8"));
            assertThat(again().load()).contains(run.lock());
        }
        var after = again().load().orElseThrow();
        assertThat(after.singles().open()).containsExactly(answered.doubt("nobody knows", AT, "run-8"));
        assertThat(after.serial()).isEqualTo(recorded.serial() + 3);
        assertThat(after.revision()).isEqualTo(recorded.revision());
        assertThat(after.entries()).isEqualTo(recorded.entries());
        try (var run = again().begin(OTHER)) {
            run.record(after.singles().open().findFirst().orElseThrow().abandon("nobody can tell", AT, "dana"));
        }
        assertThat(again().load().orElseThrow().singles().open()).isEmpty();
    }

    @Test
    void refuses_a_step_of_a_single_message_made_from_one_that_was_settled_since() {
        var intent = MessageEntry.intend(new RandomLocks(1).single().attempt());
        recordInOneRun(intent("sale/1"));
        try (var run = again().begin(OTHER)) {
            run.record(intent);
            run.record(intent.abandon("nobody can tell", AT, "dana"));
            var late = intent.answered("HTTP 200 {}");
            assertThatThrownBy(() -> run.record(late)).isInstanceOf(LockException.class);
            assertThat(run.lock().singles().open()).isEmpty();
        }
    }

    private static Observation seen(String status, long delivered) {
        var tally = MessageCounts.of(Map.of("total_contacts", 12L, "delivered", delivered));
        return new Observation(AT, AT, Optional.of(status), tally, List.of(), Optional.empty());
    }

    private static SuppressionRecord suppressed(int count) {
        return new SuppressionRecord(Samples.label(9), OptionalInt.of(count), AT);
    }

    @Test
    void refuses_a_second_run_and_names_the_first() {
        try (var run = store().begin(RUN)) {
            assertThat(run.lock()).isNotNull();
            assertThatExceptionOfType(LockException.class)
                    .isThrownBy(() -> again().begin(OTHER))
                    .satisfies(refused -> assertThat(refused.why()).isEqualTo(LockException.Why.HELD))
                    .withMessageContaining("run-7")
                    .withMessageContaining("dana");
        }
        again().begin(OTHER).close();
    }

    @Test
    void an_outcome_of_another_run_or_of_no_attempt_here_takes_no_hold_over() {
        try (var run = store().begin(OTHER)) {
            run.record(intent("sale/1"));
            for (var outcome : List.of(confirmed("sale/1"), confirmed("party/1"))) {
                var rescue = new Rescue(run.lineage(), outcome);
                assertThatExceptionOfType(LockException.class)
                        .isThrownBy(() -> again().beginFor(rescue, RUN))
                        .satisfies(refused -> assertThat(refused.why()).isEqualTo(LockException.Why.HELD));
            }
            run.record(intent("party/1"));
        }
    }

    @Test
    void refuses_an_entry_made_from_one_that_was_changed_since() {
        try (var run = store().begin(RUN)) {
            run.record(intent("sale/1"));
            run.record(inDoubt("sale/1"));
            var before = run.lock();

            assertThatExceptionOfType(LockException.class)
                    .isThrownBy(() -> run.record(confirmed("sale/1")))
                    .satisfies(refused -> assertThat(refused.why()).isEqualTo(LockException.Why.OVERTAKEN));
            assertThat(run.lock()).isEqualTo(before);
            assertThat(again().load()).contains(before);
        }
    }

    @Test
    void records_nothing_after_the_run_ended() {
        var run = store().begin(RUN);
        run.close();
        run.close();
        assertThatThrownBy(() -> run.record(intent("sale/1"))).isInstanceOf(IllegalStateException.class);
        assertThat(again().load().orElseThrow().entries()).isEmpty();
    }

    private Lock recordInOneRun(LockEntry... entries) {
        try (var run = store().begin(RUN)) {
            for (var entry : entries) {
                run.record(entry);
            }
            return run.lock();
        }
    }
}
