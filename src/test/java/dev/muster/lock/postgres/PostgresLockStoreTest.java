package dev.muster.lock.postgres;

import static dev.muster.testing.Records.AT;
import static dev.muster.testing.Records.LINEAGE;
import static dev.muster.testing.Records.RUN;
import static dev.muster.testing.Records.WORKSPACE;
import static dev.muster.testing.Records.confirmed;
import static dev.muster.testing.Records.inDoubt;
import static dev.muster.testing.Records.intent;
import static dev.muster.testing.Records.rejected;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.muster.lock.Lock;
import dev.muster.lock.LockEntry;
import dev.muster.lock.LockEnvironment;
import dev.muster.lock.LockEvent;
import dev.muster.lock.LockException;
import dev.muster.lock.LockStore;
import dev.muster.lock.LockStoreContract;
import dev.muster.lock.RandomLocks;
import dev.muster.lock.Rescue;
import dev.muster.lock.RunIdentity;
import dev.muster.lock.WorkspaceIdentity;
import dev.muster.lock.file.InterposedDisk;
import dev.muster.lock.file.LastSeenStep;
import dev.muster.lock.file.LocalDisk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresLockStoreTest extends LockStoreContract {
    static final LockEnvironment SURROUNDINGS = new LockEnvironment(
            () -> UUID.randomUUID().toString(), Clock.fixed(AT, ZoneOffset.UTC), 4711, "desk.example");
    private static final RunIdentity OTHER = new RunIdentity("run-8", "robin", "0.1.0", Optional.empty());

    @TempDir
    private Path folder;

    @TempDir
    private Path elsewhere;

    private final List<Duration> pauses = new ArrayList<>();
    private String url;

    @BeforeEach
    void freshSchema() {
        url = PostgresServer.freshUrl();
    }

    @Override
    public LockStore store() {
        return store(WORKSPACE);
    }

    @Override
    public LockStore again() {
        return store(WORKSPACE);
    }

    private LockStore store(WorkspaceIdentity workspace) {
        return store(workspace, folder);
    }

    private LockStore store(WorkspaceIdentity workspace, Path from) {
        return new PostgresLockStore(
                PostgresDatabase.of("TEST_URL", url, Optional.empty()),
                workspace,
                SURROUNDINGS,
                pauses::add,
                seen(workspace, from));
    }

    private static LastSeenStep seen(WorkspaceIdentity workspace, Path from) {
        return new LastSeenStep(new LocalDisk(), from, workspace.name(), 4711);
    }

    private void sql(String statement) {
        PostgresServer.execute(url, statement);
    }

    /** What only somebody with every right can do. */
    private void byForce(String statement) {
        sql("ALTER TABLE muster_history DISABLE TRIGGER ALL");
        sql(statement);
        sql("ALTER TABLE muster_history ENABLE TRIGGER ALL");
    }

    private long number(String query) {
        try (var connection = PostgresServer.connect(url);
                var prepared = connection.prepareStatement(query);
                var rows = prepared.executeQuery()) {
            return rows.next() ? rows.getLong(1) : -1;
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
    }

    @Test
    void loading_makes_no_tables() {
        assertThat(store().load()).isEmpty();
        assertThat(number("SELECT count(*) FROM information_schema.tables WHERE table_schema = current_schema()"))
                .isZero();
    }

    @Test
    void any_record_is_read_as_it_was_written() {
        long seed = Long.getLong("muster.seed", 20_261_130L);
        var random = new RandomLocks(seed);
        try (var run = store().begin(RUN)) {
            for (int round = 0; round < 20; round++) {
                IntStream.range(0, 10).forEach(i -> run.record(random.entry()));
                run.suppress(random.lock().suppression());
                assertThat(again().load()).as("seed " + seed).contains(run.lock());
            }
        }
    }

    @Test
    void many_first_runs_at_once_make_the_tables_and_the_record_once() throws Exception {
        int runners = 8;
        var threads = Executors.newFixedThreadPool(runners);
        try {
            Callable<Optional<Lock>> first = () -> {
                try (var run = store().begin(RUN)) {
                    return Optional.of(run.lock());
                } catch (LockException e) {
                    assertThat(e.why()).isEqualTo(LockException.Why.HELD);
                    return Optional.empty();
                }
            };
            var locks = new ArrayList<Lock>();
            for (var result : threads.invokeAll(
                    IntStream.range(0, runners).mapToObj(i -> first).toList())) {
                result.get().ifPresent(locks::add);
            }
            assertThat(locks).isNotEmpty().allMatch(locks.get(0)::equals);
            assertThat(store().load()).contains(locks.get(0));
            assertThat(number("SELECT count(*) FROM muster_schema")).isEqualTo(PostgresSchema.VERSIONS.size());
            assertThat(number("SELECT count(*) FROM muster_history")).isEqualTo(1);
        } finally {
            threads.shutdownNow();
        }
    }

    /** Another run begins the record while this one looks whether it saw one before. */
    @Test
    void a_record_that_is_begun_while_a_run_looks_for_one_is_not_missed_in_the_database() {
        var disk = new InterposedDisk(() -> again().begin(OTHER).close());
        var late = new PostgresLockStore(
                PostgresDatabase.of("TEST_URL", url, Optional.empty()),
                WORKSPACE,
                SURROUNDINGS,
                pauses::add,
                new LastSeenStep(disk, folder, WORKSPACE.name(), 4712));

        assertThat(late.load()).isPresent();
        late.begin(RUN).close();
    }

    /** The server has not noticed that the connection is gone. */
    @Test
    void the_outcome_that_a_run_could_not_record_is_fed_back_although_its_turn_did_not_end() {
        var run = store().begin(RUN);
        run.record(intent("sale/1"));
        var rescue = new Rescue(run.lineage(), confirmed("sale/1"));
        assertThatThrownBy(() -> again().begin(OTHER)).isInstanceOf(LockException.class);

        try (var feeding = again().beginFor(rescue, OTHER)) {
            feeding.record(rescue.into(feeding.lock()).orElseThrow());
        }
        assertThat(store().load().orElseThrow().entries().values()).containsExactly(confirmed("sale/1"));
        assertThatThrownBy(() -> run.record(intent("party/1")))
                .as("whoever lives on after all begins no send")
                .isInstanceOf(LockException.class);
        run.close();
    }

    @Test
    void a_run_of_the_same_name_that_began_after_it_keeps_its_turn() {
        var rescue = new Rescue(LINEAGE, confirmed("sale/1"));
        var later = new LockEnvironment(
                SURROUNDINGS.lineages(), Clock.fixed(AT.plusSeconds(1), ZoneOffset.UTC), 4713, "desk.example");
        var living = new PostgresLockStore(
                PostgresDatabase.of("TEST_URL", url, Optional.empty()),
                WORKSPACE,
                later,
                pauses::add,
                seen(WORKSPACE, folder));
        try (var run = living.begin(RUN)) {
            var refused = catchThrowableOfType(LockException.class, () -> again().beginFor(rescue, OTHER));
            assertThat(refused.why()).isEqualTo(LockException.Why.HELD);
            run.record(intent("party/1"));
        }
    }

    @Test
    void an_older_schema_is_brought_up_to_date_and_a_newer_one_is_refused() throws SQLException {
        recordOne(intent("sale/1"));
        var newer = new ArrayList<>(PostgresSchema.VERSIONS);
        newer.add(List.of("ALTER TABLE muster_holder ADD COLUMN note text"));
        var refusals = new PostgresRefusals(PostgresDatabase.of("TEST_URL", url, Optional.empty()), WORKSPACE.name());
        try (var connection =
                PostgresDatabase.of("TEST_URL", url, Optional.empty()).open()) {
            new PostgresSchema(newer, refusals).bringUpToDate(connection);
        }

        assertThat(number("SELECT count(*) FROM information_schema.columns WHERE table_schema = current_schema() "
                        + "AND table_name = 'muster_holder' AND column_name = 'note'"))
                .isEqualTo(1);
        assertRefused(LockException.Why.NEWER_FORMAT, "they have version 2, this one knows up to 1");
        assertThatThrownBy(() -> store().begin(RUN)).hasMessageContaining("newer Muster");
    }

    @Test
    void the_history_can_only_grow() {
        recordOne(intent("sale/1"));
        for (var change : List.of(
                "UPDATE muster_history SET line = '{}'",
                "DELETE FROM muster_history",
                "DELETE FROM muster_history WHERE false",
                "TRUNCATE muster_history")) {
            assertThatThrownBy(() -> sql(change))
                    .hasRootCauseMessage("ERROR: muster_history is append-only: it is the memory of what was sent\n"
                            + "  Where: PL/pgSQL function muster_append_only() line 1 at RAISE");
        }
        assertThat(store().load().orElseThrow().serial()).isEqualTo(1);
    }

    @Test
    void every_step_stays_in_the_history() {
        recordOne(intent("sale/1"));
        recordOne(inDoubt("sale/1"));
        recordOne(confirmed(inDoubt("sale/1")));
        assertThat(number("SELECT count(*) FROM muster_history WHERE slot = 'entry sale/1'"))
                .isEqualTo(3);
        assertThat(number("SELECT count(*) FROM muster_current WHERE slot = 'entry sale/1'"))
                .isEqualTo(1);
    }

    @Test
    void a_plan_stays_consumed_after_its_campaign_was_tried_again_with_another() {
        recordOne(rejected("sale/1"));
        recordOne(again(rejected("sale/1")));
        var before = store().load().orElseThrow();
        assertThat(before.consumed()).hasSize(1);
        recordOne(confirmed(again(rejected("sale/1"))));
        assertThat(store().load().orElseThrow().consumed()).isEqualTo(before.consumed());
    }

    @Test
    void the_record_of_another_workspace_is_refused() {
        recordOne(intent("sale/1"));
        var moved = new WorkspaceIdentity("production", WORKSPACE.workspaceId(), "https://other.example");
        var other = new WorkspaceIdentity("production", "another-id", WORKSPACE.baseUrl());
        for (var workspace : List.of(moved, other)) {
            for (var use : List.<Runnable>of(
                    () -> store(workspace).load(),
                    () -> store(workspace).begin(RUN).close())) {
                var refused = catchThrowableOfType(LockException.class, use::run);
                assertThat(refused.why()).isEqualTo(LockException.Why.OTHER_WORKSPACE);
                assertThat(refused).hasMessageContaining(workspace.baseUrl());
            }
        }
    }

    @Test
    void a_workspace_that_was_given_another_name_does_not_begin_anew() {
        recordOne(intent("sale/1"));
        var renamed = new WorkspaceIdentity("prod", WORKSPACE.workspaceId(), WORKSPACE.baseUrl());
        assertThatThrownBy(() -> store(renamed).load()).hasMessageContaining("under the name production");
        assertThatThrownBy(() -> store(renamed).begin(RUN)).hasMessageContaining("under the name production");
    }

    @Test
    void several_workspaces_share_a_database() {
        recordOne(intent("sale/1"));
        var other = new WorkspaceIdentity("staging", "another-id", WORKSPACE.baseUrl());
        try (var run = store(other).begin(RUN);
                var besides = store().begin(OTHER)) {
            run.record(intent("party/1"));
            besides.record(intent("party/1"));
            assertThat(store(other).load()).contains(run.lock());
            assertThat(store().load()).contains(besides.lock());
        }
    }

    @Test
    void rows_that_were_put_back_from_an_older_dump_are_refused() {
        recordOne(intent("sale/1"));
        sql("CREATE TABLE old_head AS TABLE muster_head");
        sql("CREATE TABLE old_current AS TABLE muster_current");
        recordOne(confirmed("sale/1"));
        sql("DELETE FROM muster_head");
        sql("INSERT INTO muster_head SELECT * FROM old_head");
        sql("DELETE FROM muster_current");
        sql("INSERT INTO muster_current SELECT * FROM old_current");

        assertRefused(LockException.Why.ROLLED_BACK, "muster_head has serial 1", "muster_history is 2");
    }

    /** The database itself cannot tell; nor can a machine that did not see what is gone. */
    @Test
    void a_backup_of_everything_that_was_put_back_is_refused_where_more_was_seen() {
        recordOne(intent("sale/1"));
        assertThat(store(WORKSPACE, elsewhere).load()).isPresent();
        List.of("head", "current", "history")
                .forEach(table -> sql("CREATE TABLE old_" + table + " AS TABLE muster_" + table));
        recordOne(confirmed("sale/1"));
        putBack();

        assertRefused(
                LockException.Why.ROLLED_BACK,
                "is not the one that was used from here before: step 2 is not part of it",
                "A backup was put back",
                "production.lock.seen");
        assertThat(store(WORKSPACE, elsewhere).load().orElseThrow().serial()).isEqualTo(1);

        recordOneFrom(elsewhere, inDoubt("sale/1"));
        assertRefused(LockException.Why.ROLLED_BACK, "step 2 is not part of it");
    }

    private void putBack() {
        byForce("DELETE FROM muster_history");
        List.of("head", "current").forEach(table -> sql("DELETE FROM muster_" + table));
        List.of("head", "current").forEach(this::putBack);
        byForce("INSERT INTO muster_history SELECT * FROM old_history");
    }

    private void putBack(String table) {
        sql("INSERT INTO muster_" + table + " SELECT * FROM old_" + table);
    }

    private void recordOneFrom(Path from, LockEntry entry) {
        try (var run = store(WORKSPACE, from).begin(RUN)) {
            run.record(entry);
        }
    }

    @Test
    void an_empty_database_is_refused_where_a_record_was_seen() {
        recordOne(intent("sale/1"));
        url = PostgresServer.freshUrl();

        assertRefused(LockException.Why.ROLLED_BACK, "step 1 is not part of it", "the URL names another database");
        assertThat(number("SELECT count(*) FROM information_schema.tables WHERE table_schema = current_schema()"))
                .isZero();
    }

    @Test
    void what_cannot_be_kept_of_it_stops_nothing_and_what_is_not_ours_is_refused() throws IOException {
        var file = folder.resolve(WORKSPACE.name() + ".lock.seen");
        Files.createDirectory(file.resolveSibling(file.getFileName() + ".4711"));
        recordOne(intent("sale/1"));
        assertThat(store().load()).isPresent();
        assertThat(file).doesNotExist();

        Files.writeString(file, "1 sha256:abc\n");
        assertRefused(LockException.Why.DAMAGED, "production.lock.seen is not as Muster wrote it");
    }

    @Test
    void a_missing_head_is_never_an_empty_record() {
        recordOne(intent("sale/1"));
        sql("DELETE FROM muster_head");
        assertRefused(LockException.Why.ROLLED_BACK, "its row of muster_head is missing", "goes up to serial 1");
    }

    @Test
    void a_missing_entry_is_refused() {
        recordOne(intent("sale/1"));
        sql("DELETE FROM muster_current WHERE slot = 'entry sale/1'");
        assertRefused(LockException.Why.DAMAGED, "a row of muster_current is missing");
    }

    @Test
    void an_entry_that_was_set_back_to_an_earlier_step_is_refused() {
        recordOne(rejected("sale/1"));
        recordOne(again(rejected("sale/1")));
        sql("UPDATE muster_current SET serial = 1, digest = (SELECT digest FROM muster_history WHERE serial = 1)"
                + " WHERE slot = 'entry sale/1'");
        assertRefused(LockException.Why.DAMAGED, "a row of muster_current");
    }

    @Test
    void an_edited_step_is_refused() {
        recordOne(intent("sale/1"));
        byForce("UPDATE muster_history SET line = replace(line, 'INTENT', 'REJECTED') WHERE serial = 1");
        assertRefused(LockException.Why.DAMAGED, "step 1");
        byForce("DELETE FROM muster_history WHERE serial = 1");
        assertRefused(LockException.Why.ROLLED_BACK, "muster_head has serial 1", "muster_history is 0");
    }

    @Test
    void an_edited_head_is_refused() {
        recordOne(intent("sale/1"));
        sql("UPDATE muster_head SET tally = '0'");
        assertRefused(LockException.Why.DAMAGED, "a row of muster_current");
    }

    @Test
    void a_head_with_another_lineage_is_refused() {
        recordOne(intent("sale/1"));
        sql("UPDATE muster_head SET lineage = 'another'");
        assertRefused(LockException.Why.DAMAGED, "name different records");
    }

    @Test
    void a_run_does_not_begin_on_a_history_with_a_hole() {
        recordOne(intent("sale/1"));
        recordOne(inDoubt("sale/1"));
        recordOne(confirmed(inDoubt("sale/1")));
        byForce("DELETE FROM muster_history WHERE serial = 2");
        var refused = catchThrowableOfType(LockException.class, () -> store().begin(RUN));
        assertThat(refused).hasMessageContaining("step 3 of muster_history does not follow the one before it");
    }

    @Test
    void a_run_without_a_turn_cannot_record_an_intent_after_another_did() {
        try (var late = withoutCourtesy().begin(OTHER)) {
            try (var run = withoutCourtesy().begin(RUN)) {
                run.record(intent("sale/1"));
                var refused = catchThrowableOfType(LockException.class, () -> late.record(intent("party/1")));
                assertThat(refused.why()).isEqualTo(LockException.Why.OVERTAKEN);
                assertThatThrownBy(() -> late.suppress(new TreeMap<>())).hasMessageContaining("Plan again");
                run.record(confirmed("sale/1"));
            }
            assertThat(store().load().orElseThrow().entries()).hasSize(1);
        }
    }

    @Test
    void an_outcome_is_recorded_also_after_another_run_got_in_between() {
        try (var run = withoutCourtesy().begin(RUN)) {
            run.record(intent("sale/1"));
            try (var other = withoutCourtesy().begin(OTHER)) {
                other.record(intent("party/1"));
                run.witness(intent("sale/1").identity(), "201");
                run.record(confirmed("sale/1"));
                other.record(confirmed("party/1"));
            }
            assertThatThrownBy(() -> run.record(intent("next/1"))).hasMessageContaining("Plan again");
        }
        assertThat(store().load().orElseThrow().entries().values())
                .containsExactly(confirmed("party/1"), confirmed("sale/1"));
    }

    @Test
    void an_outcome_does_not_overwrite_what_a_person_settled_meanwhile() {
        try (var run = withoutCourtesy().begin(RUN)) {
            run.record(intent("sale/1"));
            try (var person = withoutCourtesy().begin(OTHER)) {
                person.record(inDoubt("sale/1"));
            }
            assertThatThrownBy(() -> run.record(confirmed("sale/1"))).hasMessageContaining("sale/1");
        }
        assertThat(store().load().orElseThrow().entries().values()).containsExactly(inDoubt("sale/1"));
    }

    private LockStore withoutCourtesy() {
        var path = PostgresServer.withoutTurns(url);
        return new PostgresLockStore(
                PostgresDatabase.of("TEST_URL", path, Optional.empty()),
                WORKSPACE,
                SURROUNDINGS,
                pauses::add,
                seen(WORKSPACE, folder));
    }

    @Test
    void waits_a_moment_for_its_turn() {
        try (var run = store().begin(RUN)) {
            assertThatThrownBy(() -> again().begin(OTHER)).hasMessageContaining("process 4711 on desk.example");
            assertThat(run.lock().serial()).isZero();
        }
        assertThat(pauses).hasSize(4).containsOnly(Duration.ofSeconds(1));
    }

    @Test
    void a_long_answer_is_cut() {
        try (var run = store().begin(RUN)) {
            run.record(intent("sale/1"));
            run.witness(intent("sale/1").identity(), "x".repeat(100_000));
        }
        assertThat(store().load().orElseThrow().answers().get(intent("sale/1").identity()))
                .hasSize(LockEvent.Witnessed.MAX_ANSWER_BYTES);
    }

    private static LockEntry.Intent again(LockEntry refused) {
        return LockEntry.intend(Optional.of(refused), refused.attempt());
    }

    private void recordOne(LockEntry entry) {
        try (var run = store().begin(RUN)) {
            run.record(entry);
        }
    }

    private void assertRefused(LockException.Why why, String... words) {
        for (var use :
                List.<Runnable>of(() -> store().load(), () -> store().begin(RUN).close())) {
            var refused = catchThrowableOfType(LockException.class, use::run);
            assertThat(refused).isNotNull();
            assertThat(refused.why()).as(refused.getMessage()).isEqualTo(why);
            assertThat(refused).hasMessageContainingAll(words);
        }
    }
}
