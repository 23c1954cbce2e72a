package dev.muster.apply;

import static dev.muster.testing.Records.campaign;
import static dev.muster.testing.Records.identity;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.lock.EntryState;
import dev.muster.lock.LockEntry;
import dev.muster.model.Campaign;
import dev.muster.testing.ApplyHarness;
import dev.muster.testing.MemoryLockStore;
import dev.muster.testing.RecordingSender;
import dev.muster.testing.Records;
import dev.muster.testing.WatchedLockStore;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Where a step of the lock is dear, several campaigns share one for their intents. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class IntentLogTest {
    private static final List<Campaign> THREE =
            List.of(campaign("a/1", "first"), campaign("b/1", "second"), campaign("c/1", "third"));

    private final MemoryLockStore memory = new MemoryLockStore(Records.WORKSPACE, Records.LINEAGE);
    private final RecordingSender sender = new RecordingSender();
    private final ApplyHarness rehearsal = ApplyHarness.of(memory);

    @BeforeEach
    void two_at_a_time() {
        memory.claimTogether(2);
    }

    @Test
    void two_intents_are_durable_before_the_first_post_and_each_is_posted_once() {
        var open = new ArrayList<Integer>();

        rehearsal.apply(THREE, body -> {
            open.add((int) memory.load().orElseThrow().entries().values().stream()
                    .filter(LockEntry::isOpen)
                    .count());
            return sender.post(body);
        });

        assertThat(open).containsExactly(2, 1, 1);
        assertThat(sender.bodies()).hasSize(3).doesNotHaveDuplicates();
        assertThat(rehearsal.plan(THREE).creates()).isEmpty();
    }

    @Test
    void an_intent_that_a_doubt_before_it_leaves_unused_is_given_back_and_sent_by_the_next_run() {
        sender.losing();

        var report = rehearsal.apply(THREE, sender);

        assertThat(report.effects())
                .extracting(Object::getClass)
                .containsExactly(ApplyResult.InDoubt.class, ApplyResult.NotTried.class, ApplyResult.NotTried.class);
        assertThat(entry("b/1"))
                .isInstanceOfSatisfying(
                        LockEntry.Rejected.class,
                        unused -> assertThat(unused.reason()).isEqualTo("not posted: the outcome of a is unknown"));
        assertThat(memory.load().orElseThrow().entry(identity("c/1"))).isEmpty();
        assertThat(rehearsal.apply(THREE, sender).all(ApplyResult.Sent.class)).hasSize(2);
        assertThat(sender.bodies()).hasSize(3).doesNotHaveDuplicates();
    }

    @Test
    void an_intent_that_cannot_be_given_back_stays_one_and_is_said() {
        var full = new WatchedLockStore(
                memory,
                step -> {
                    if (step.equals("rejected b/1")) {
                        throw WatchedLockStore.fullDisk();
                    }
                },
                step -> {});
        sender.losing();

        var report = ApplyHarness.of(full).apply(THREE, sender);

        assertThat(report.all(ApplyResult.NotTried.class).get(0).why())
                .isEqualTo("the outcome of a is unknown; that it was not posted could not be recorded: no space left on"
                        + " device");
        assertThat(entry("b/1").state()).isEqualTo(EntryState.INTENT);
        assertThat(rehearsal.plan(THREE).creates())
                .extracting(create -> create.request().identity())
                .containsExactly(identity("c/1"));
    }

    @Test
    void nothing_is_posted_when_one_of_the_intents_cannot_be_recorded() {
        var report = ApplyHarness.of(WatchedLockStore.failingAt(2, memory)).apply(THREE, sender);

        assertThat(report.all(ApplyResult.NotTried.class)).hasSize(3);
        assertThat(sender.bodies()).isEmpty();
    }

    @Test
    void a_run_that_dies_leaves_as_many_doubts_as_it_had_intents() {
        var dying = new RecordingSender().dying(new IllegalStateException("power cut"));

        assertThatThrownBy(() -> rehearsal.apply(THREE, dying)).hasMessage("power cut");

        assertThat(entry("a/1").state()).isEqualTo(EntryState.INTENT);
        assertThat(entry("b/1").state()).isEqualTo(EntryState.INTENT);
        assertThat(rehearsal.plan(THREE).creates()).hasSize(1);
    }

    private LockEntry entry(String identity) {
        return memory.load().orElseThrow().entry(identity(identity)).orElseThrow();
    }
}
