package dev.muster.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.sandbox.api.Operation;
import dev.muster.sandbox.http.Fault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two applies at once on one folder: two people, or a person and a job. */
@Tag("process")
@DisplayNameGeneration(ReplaceUnderscores.class)
class TwoAppliesTest {
    private static final int CAMPAIGNS = 4;
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
        var office = Office.at(posts.sandbox(), folder, CAMPAIGNS);
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

        office.requireThatEachWasSentOnceOrNeverAndIsRecorded();
        assertThat(posts.count()).isEqualTo(CAMPAIGNS);
    }

    @Test
    void of_two_that_begin_together_one_sends() {
        var office = Office.at(posts.sandbox(), folder, CAMPAIGNS);
        posts.sandbox().fault(Operation.CREATE_CAMPAIGN, Fault.slow(Duration.ofMillis(200)), CAMPAIGNS);
        int messages = office.messagesToSend();
        try (var one = office.applyFor(messages);
                var other = office.applyFor(messages)) {
            var codes = List.of(one.exitCode(), other.exitCode());
            assertThat(codes)
                    .as(one.said() + one.errors() + other.said() + other.errors())
                    .containsOnlyOnce(0)
                    .containsAnyOf(REFUSED, STALE);
        }
        office.requireThatEachWasSentOnceOrNeverAndIsRecorded();
        assertThat(posts.count()).isEqualTo(CAMPAIGNS);
    }
}
