package dev.muster.lock.postgres;

import static dev.muster.lock.postgres.PostgresLockStoreTest.SURROUNDINGS;
import static dev.muster.testing.Records.RUN;
import static dev.muster.testing.Records.WORKSPACE;
import static dev.muster.testing.Records.confirmed;
import static dev.muster.testing.Records.intent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.muster.diagnostic.EnvironmentException;
import dev.muster.lock.LockException;
import dev.muster.lock.LockStore;
import dev.muster.lock.RunIdentity;
import dev.muster.lock.file.LastSeenStep;
import dev.muster.lock.file.LocalDisk;
import dev.muster.lock.postgres.CuttingProxy.Cut;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The network between a run and its database breaks at the worst moment. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PostgresConnectionTest {
    private static final String PASSWORD = "canary-4f2a";
    private static final RunIdentity OTHER = new RunIdentity("run-8", "robin", "0.1.0", Optional.empty());

    @TempDir
    private Path folder;

    private final List<Duration> pauses = new ArrayList<>();
    private CuttingProxy proxy;
    private String direct;
    private String cut;

    @BeforeEach
    void stand_in_between() throws IOException {
        direct = PostgresServer.freshUrl();
        proxy = CuttingProxy.to(PostgresServer.port());
        cut = direct.replace(":" + PostgresServer.port() + "/", ":" + proxy.port() + "/");
    }

    @AfterEach
    void leave() throws IOException {
        proxy.close();
    }

    private LockStore store(String url) {
        var seen = new LastSeenStep(new LocalDisk(), folder, WORKSPACE.name(), 4711);
        return new PostgresLockStore(
                PostgresDatabase.of("TEST_URL", url, Optional.empty()), WORKSPACE, SURROUNDINGS, pauses::add, seen);
    }

    @ParameterizedTest
    @EnumSource(Cut.class)
    void each_step_is_recorded_once_when_the_connection_is_cut_in_its_commit(Cut where) {
        try (var run = store(cut).begin(RUN)) {
            proxy.cut(where, 1);
            run.record(intent("sale/1"));
            assertThat(store(direct).load()).contains(run.lock());
            assertThat(run.lock().serial()).isEqualTo(1);

            proxy.cut(where, 1);
            run.witness(intent("sale/1").identity(), "201");
            proxy.cut(where, 1);
            run.record(confirmed("sale/1"));
            assertThat(store(direct).load()).contains(run.lock());
            assertThat(run.lock().serial()).isEqualTo(3);
        }
        assertThat(proxy.accepted()).isEqualTo(4);
    }

    @ParameterizedTest
    @EnumSource(Cut.class)
    void an_outcome_is_tried_five_times_within_a_minute(Cut where) throws IOException {
        try (var run = store(cut).begin(RUN)) {
            run.record(intent("sale/1"));
            pauses.clear();
            proxy.cut(where, 1);
            run.record(confirmed("sale/1"));
            assertThat(pauses).hasSize(2);

            pauses.clear();
            proxy.refuse();
            var refused = catchThrowableOfType(LockException.class, () -> run.record(intent("party/1")));
            assertThat(refused.why()).isEqualTo(LockException.Why.UNWRITABLE);
            assertThat(pauses).hasSize(5);
            assertThat(pauses.stream().reduce(Duration.ZERO, Duration::plus)).isEqualTo(Duration.ofMinutes(1));
            proxy.letThrough();
        }
        assertThat(store(direct).load().orElseThrow().entries().values()).containsExactly(confirmed("sale/1"));
    }

    @Test
    void a_step_that_arrived_although_its_run_gave_up_is_not_taken_for_the_next_one() throws IOException {
        try (var run = store(cut).begin(RUN)) {
            run.record(intent("sale/1"));
            proxy.cut(Cut.BEFORE_THE_ANSWER, 1);
            proxy.refuseAfterNextCut();
            assertThatThrownBy(() -> run.witness(intent("sale/1").identity(), "201"))
                    .isInstanceOf(LockException.class);
            proxy.letThrough();
            run.record(confirmed("sale/1"));
            assertThat(run.lock().serial()).isEqualTo(3);
            assertThat(store(direct).load()).contains(run.lock());
        }
    }

    @Test
    void whoever_lost_the_connection_goes_on_only_if_nobody_else_began_to_send() throws IOException {
        try (var run = store(cut).begin(RUN)) {
            run.record(intent("sale/1"));
            proxy.refuse();
            proxy.letThrough();
            waitForTheServerToNotice();
            try (var other = store(direct).begin(OTHER)) {
                other.record(intent("party/1"));
            }
            run.record(confirmed("sale/1"));
            assertThatThrownBy(() -> run.record(intent("next/1"))).hasMessageContaining("Plan again");
        }
        assertThat(store(direct).load().orElseThrow().entries()).hasSize(2);
    }

    /** The turn ends with the session, and the session when the server reads the end of the connection. */
    private void waitForTheServerToNotice() {
        for (int look = 0; look < 1000; look++) {
            try {
                store(direct).begin(OTHER).close();
                return;
            } catch (LockException stillHeld) {
                Thread.onSpinWait();
            }
        }
        throw new AssertionError("the server keeps the session of a connection that is gone");
    }

    @Test
    void a_database_that_does_not_answer_is_refused_without_its_password() throws IOException {
        proxy.refuse();
        var url = cut.replace("wrong-is-fine", PASSWORD);
        for (var use : List.<Runnable>of(
                () -> store(url).load(), () -> store(url).begin(RUN).close())) {
            var refused = catchThrowableOfType(LockException.class, use::run);
            assertThat(refused.why()).isEqualTo(LockException.Why.UNREACHABLE);
            assertThat(refused).hasMessageContaining("the database of TEST_URL").hasMessageNotContaining(PASSWORD);
            assertThat(refused).hasNoCause();
        }
    }

    @Test
    void what_the_server_says_is_shown_without_the_password() {
        var url = direct.replace("/postgres?", "/no-" + PASSWORD + "?").replace("wrong-is-fine", PASSWORD);
        assertThatThrownBy(() -> store(url).load())
                .hasMessageContaining("database \"no-[secret]\" does not exist")
                .hasMessageNotContaining(PASSWORD);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mysql://ada:canary-4f2a@db.example/locks",
                "canary-4f2a",
                "jdbc:mysql://db.example/?password=canary-4f2a",
                "postgresql://ada:canary-4f2a@db.example:port/locks",
                "jdbc:postgresql://db.example:99999/locks?password=canary-4f2a"
            })
    void what_is_no_url_of_postgresql_is_refused_without_being_shown(String url) {
        assertThatThrownBy(() -> PostgresDatabase.of("MUSTER_LOCK_URL", url, Optional.empty()))
                .isInstanceOf(EnvironmentException.class)
                .hasMessageContaining("MUSTER_LOCK_URL is not the URL of a PostgreSQL database")
                .hasMessageNotContaining(PASSWORD)
                .hasNoCause();
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgres://", "postgresql://", "jdbc:postgresql://"})
    void takes_the_ways_in_which_people_write_the_url(String scheme) {
        var url = scheme.startsWith("jdbc")
                ? direct.replace("postgresql://postgres:wrong-is-fine@", scheme) + "&user=postgres&password=p%40ss"
                : direct.replace("postgresql://postgres:wrong-is-fine@", scheme + "postgres:p%40ss:w%2Ford@");
        assertThat(store(url).load()).isEmpty();
    }
}
