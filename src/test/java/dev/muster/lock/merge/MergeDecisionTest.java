package dev.muster.lock.merge;

import static dev.muster.testing.Records.AT;
import static dev.muster.testing.Records.LINEAGE;
import static dev.muster.testing.Records.WORKSPACE;
import static dev.muster.testing.Records.abandoned;
import static dev.muster.testing.Records.confirmed;
import static dev.muster.testing.Records.identity;
import static dev.muster.testing.Records.inDoubt;
import static dev.muster.testing.Records.intent;
import static dev.muster.testing.Records.rejected;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.lock.EntryState;
import dev.muster.lock.History;
import dev.muster.lock.Lock;
import dev.muster.lock.LockEntry;
import dev.muster.lock.LockFile;
import dev.muster.lock.MergeDecision;
import dev.muster.lock.MergeDecision.Side;
import dev.muster.lock.RemoteReference;
import dev.muster.lock.SeenRecord;
import dev.muster.lock.SendAnomalies;
import dev.muster.lock.Transition;
import dev.muster.lock.format.LockJson;
import dev.muster.model.RemoteId;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A person decides about entries that contradict each other: one side stays, and what the other one knew stays with it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class MergeDecisionTest {
    private static final Lock BASE = Lock.empty(LINEAGE, WORKSPACE);
    private static final LockEntry.Confirmed FIRST = confirmed("sale/1");
    private static final LockEntry.Confirmed SECOND = sentAs("campaign_second");

    private static LockEntry.Confirmed sentAs(String id) {
        var remote = new RemoteReference(new RemoteId(id), Optional.empty(), Optional.empty(), OptionalInt.empty());
        return intent("sale/1").confirm(remote, List.of(), AT.plusSeconds(2), "run-8", "201 with another id");
    }

    private static MergeDecision take(Side side) {
        return new MergeDecision(Optional.of(side), Map.of(), "looked at SeaX", AT.plusSeconds(9000), "dana");
    }

    static LockMerged joined(Optional<Lock> base, Lock ours, Lock theirs, Optional<MergeDecision> decision) {
        var join = new LockJoin(Optional.empty(), Optional.empty(), CommittedLocks.NONE, decision);
        var common = base.map(lock -> version("base", lock));
        return join.of(new LockVersions(common, version("ours", ours), version("theirs", theirs)));
    }

    private static LockVersion version(String name, Lock lock) {
        return new LockVersion(name, LockJson.write(lock, Optional.empty()).text());
    }

    private static LockMerged merged(LockEntry ours, LockEntry theirs, MergeDecision decision) {
        return joined(Optional.of(BASE), BASE.with(ours), BASE.with(theirs), Optional.of(decision));
    }

    private static LockEntry stays(LockEntry ours, LockEntry theirs, Side side) {
        var joined = (LockMerged.Joined) merged(ours, theirs, take(side));
        assertThat(joined.decided()).hasSize(1);
        return joined.lock().entry(identity("sale/1")).orElseThrow();
    }

    @ParameterizedTest
    @EnumSource(Side.class)
    void of_two_campaigns_the_other_one_stays_as_an_anomaly(Side side) {
        var entry = (LockEntry.Confirmed) stays(FIRST, SECOND, side);

        boolean ours = side == Side.OURS;
        assertThat(entry.remote()).isEqualTo((ours ? FIRST : SECOND).remote());
        assertThat(entry.anomalies())
                .singleElement()
                .asString()
                .contains((ours ? SECOND : FIRST).remote().id().toString())
                .endsWith("people may have got it twice");
        assertThat(SendAnomalies.of(entry, Optional.empty()).anomalies()).isEqualTo(entry.anomalies());
    }

    @ParameterizedTest
    @EnumSource(Side.class)
    void all_steps_of_both_stay_and_one_says_who_decided_and_why(Side side) {
        var entry = stays(FIRST, SECOND, side);

        assertThat(entry.history()).containsAll(FIRST.history()).containsAll(SECOND.history());
        assertThat(History.last(entry.history()))
                .returns("dana", Transition::by)
                .returns(EntryState.CONFIRMED, Transition::to)
                .extracting(Transition::evidence)
                .asString()
                .contains("looked at SeaX", "the other said");
        assertThat(entry.since()).isEqualTo((side == Side.OURS ? FIRST : SECOND).since());
    }

    @Test
    void a_later_merge_with_either_side_contradicts_nothing_any_more() {
        var joined = ((LockMerged.Joined) merged(FIRST, SECOND, take(Side.OURS))).lock();

        for (var side : List.of(FIRST, SECOND)) {
            assertThat(joined(Optional.of(BASE), BASE.with(side), joined, Optional.empty()))
                    .isInstanceOfSatisfying(
                            LockMerged.Joined.class,
                            again -> assertThat(again.lock().entries()).isEqualTo(joined.entries()));
        }
    }

    @Test
    void a_folder_that_saw_either_side_misses_nothing_in_the_joined_lock() {
        var joined = ((LockMerged.Joined) merged(FIRST, SECOND, take(Side.OURS))).lock();

        for (var side : List.of(FIRST, SECOND)) {
            var seen = SeenRecord.of(
                    new LockFile(
                            BASE.with(side),
                            Optional.empty(),
                            LockJson.write(BASE, Optional.empty()).digest()),
                    false);
            assertThat(seen.missingIn(joined)).isEmpty();
            assertThat(seen.missingIn(BASE.with(side.equals(FIRST) ? SECOND : FIRST)))
                    .hasSize(1);
        }
    }

    @Test
    void the_joined_lock_is_read_as_it_was_written() {
        var joined = ((LockMerged.Joined) merged(FIRST, SECOND, take(Side.THEIRS))).lock();
        var bytes = LockJson.write(joined, Optional.empty()).text().getBytes(StandardCharsets.UTF_8);

        assertThat(LockJson.read("lock", new ByteArrayInputStream(bytes), bytes.length)
                        .lock())
                .isEqualTo(joined);
    }

    /** A doubt or a rejection in its place would let it be sent again, or forget the campaign. */
    @Test
    void a_side_that_knows_less_of_a_send_is_not_taken() {
        for (var less : List.of(inDoubt("sale/1"), rejected("sale/1"), abandoned("sale/1"))) {
            assertThat(merged(less, SECOND, take(Side.OURS)))
                    .isInstanceOfSatisfying(
                            LockMerged.Apart.class,
                            apart -> assertThat(apart.contradictions())
                                    .singleElement()
                                    .asString()
                                    .contains("campaign_second", "take theirs"));
            assertThat(stays(less, SECOND, Side.THEIRS)).isInstanceOf(LockEntry.Confirmed.class);
        }
        assertThat(merged(rejected("sale/1"), inDoubt("sale/1"), take(Side.OURS)))
                .isInstanceOf(LockMerged.Apart.class);
    }

    /** Both come from one post: it was sent once, whatever became of the doubt. */
    @Test
    void the_doubt_about_the_same_post_is_no_anomaly() {
        assertThat(((LockEntry.Confirmed) stays(FIRST, inDoubt("sale/1"), Side.OURS)).anomalies())
                .isEmpty();
    }

    @Test
    void entries_are_decided_one_by_one_where_the_sides_differ() {
        var ours = BASE.with(confirmed("a/1")).with(inDoubt("b/1"));
        var theirs = BASE.with(inDoubt("a/1")).with(confirmed("b/1"));
        var each = Map.of("a/1", Side.OURS, "b/1", Side.THEIRS);
        var decision = new MergeDecision(Optional.empty(), each, "each as SeaX shows it", AT, "dana");

        var joined = (LockMerged.Joined) joined(Optional.of(BASE), ours, theirs, Optional.of(decision));

        assertThat(joined.lock().entries().values()).allMatch(entry -> entry instanceof LockEntry.Confirmed);
        assertThat(joined.decided()).hasSize(2);
    }

    @Test
    void a_decision_about_no_contradiction_is_refused() {
        var decision = new MergeDecision(Optional.of(Side.OURS), Map.of("sail/1", Side.OURS), "why", AT, "dana");
        assertThat(merged(FIRST, SECOND, decision))
                .isEqualTo(new LockMerged.Apart(
                        List.of("sail/1: the two versions do not contradict each other about it")));
    }
}
