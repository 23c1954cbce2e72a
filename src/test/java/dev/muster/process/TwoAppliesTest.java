package dev.muster.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.sandbox.Fault;
import dev.muster.sandbox.Operation;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two applies at once on one folder: two people, or a person and a job. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TwoAppliesTest {
    private static final int REFUSED = 3;
    private static final int STALE = 4;

    @TempDir
    Path folder;

    private Posts posts;

    @BeforeEach
    void open() {
        posts = Posts.open(folder.resolve("seax"));
    }

    @AfterEach
    void close() {
        posts.close();
    }

    @Test
    void the_second_is_refused_and_told_who_is_at_work() {
        var office = Office.at(posts.sandbox(), folder);
        posts.sandbox().fault(Operation.CREATE_CAMPAIGN, Fault.commitThenSilence());
        try (var first = office.apply()) {
            posts.await(1);
            try (var second = office.apply()) {
                assertThat(second.exitCode()).as(second.said()).isEqualTo(REFUSED);
                assertThat(second.errors()).contains("process " + first.pid(), "ada");
            }
            first.kill();
        }
        assertThat(posts.count()).isEqualTo(1);

        office.settle();
        try (var last = office.apply()) {
            assertThat(last.exitCode()).as(last.said() + last.errors()).isZero();
        }
        requireEachOnce(office);
    }

    @Test
    void of_two_that_begin_together_one_sends() {
        var office = Office.at(posts.sandbox(), folder);
        posts.sandbox().fault(Operation.CREATE_CAMPAIGN, Fault.slow(Duration.ofMillis(500)), Office.CAMPAIGNS);
        try (var one = office.apply();
                var other = office.applyFor(Office.CAMPAIGNS * Office.PEOPLE)) {
            var codes = List.of(one.exitCode(), other.exitCode());
            assertThat(codes)
                    .as(one.said() + one.errors() + other.said() + other.errors())
                    .containsOnlyOnce(0)
                    .containsAnyOf(REFUSED, STALE);
        }
        requireEachOnce(office);
    }

    private void requireEachOnce(Office office) {
        assertThat(posts.count()).isEqualTo(Office.CAMPAIGNS);
        assertThat(office.states())
                .hasSize(Office.CAMPAIGNS)
                .allSatisfy((key, state) -> assertThat(state).isEqualTo("CONFIRMED"));
        assertThat(posts.sandbox().ledger().campaigns())
                .containsOnlyKeys(office.ids().values());
        assertThat(posts.sandbox().ledger().mostPerPersonAndName()).isEqualTo(1);
    }
}
