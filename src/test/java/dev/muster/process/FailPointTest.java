package dev.muster.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.muster.cli.WatchedProgram.Point;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * An apply of three campaigns that is killed at each step of the second one (those of the fold come once, at the end), or
 * stopped there for longer than its claim is good: it then sends nothing that was not on its way already.
 */
@Tag("process")
@DisabledOnOs(OS.WINDOWS)
@DisplayNameGeneration(ReplaceUnderscores.class)
class FailPointTest {
    private static final int CAMPAIGNS = 3;
    private static final int PARTLY = 5;
    private static final String SECOND = "campaign-02";

    @TempDir
    Path folder;

    private Posts posts;
    private Office office;

    @BeforeEach
    void open() {
        posts = Posts.open(folder.resolve("seax"));
        office = Office.withItsOwnTime(posts.sandbox(), folder, CAMPAIGNS);
    }

    @AfterEach
    void close() {
        posts.close();
    }

    @ParameterizedTest
    @CsvSource({
        "BEFORE_INTENT, 2, 1, nothing",
        "TORN_INTENT,   2, 1, nothing",
        "AFTER_INTENT,  2, 1, INTENT",
        "BEFORE_POST,   2, 1, INTENT",
        "AFTER_POST,    2, 2, INTENT",
        "AFTER_WITNESS, 2, 2, INTENT",
        "TORN_OUTCOME,  2, 2, INTENT",
        "AFTER_OUTCOME, 2, 2, CONFIRMED",
        "BEFORE_FOLD,   1, 3, CONFIRMED",
        "DURING_FOLD,   1, 3, CONFIRMED",
        "AFTER_FOLD,    1, 3, CONFIRMED"
    })
    void killed_at(Point point, int times, int posted, String recorded) {
        try (var apply = office.applyUntil(point, times)) {
            apply.awaitPoint().kill();
        }
        assertThat(posts.count()).isEqualTo(posted);
        assertThat(office.states().getOrDefault(SECOND, "nothing")).isEqualTo(recorded);

        office.requireThatEachWasSentOnceOrNeverAndIsRecorded();
        boolean lost = recorded.equals("INTENT") && posted == 1;
        assertThat(posts.count()).isEqualTo(lost ? CAMPAIGNS - 1 : CAMPAIGNS);
    }

    /** Between the last look at the time and the post there is nothing; a stop there still keeps everybody else out. */
    @ParameterizedTest
    @CsvSource({"AFTER_INTENT, 1, REJECTED", "BEFORE_POST, 2, CONFIRMED"})
    void stopped_until_its_claim_has_expired_at(Point point, int posted, String recorded) throws Exception {
        try (var apply = office.applyUntil(point, 2)) {
            apply.awaitPoint().signal("STOP");
            awaitStopped(apply);
            office.advance(Duration.ofMinutes(11));
            requireThatNobodyElseMaySettle(apply);

            apply.goOn();
            apply.signal("CONT");
            assertThat(apply.exitCode()).as(apply.said() + apply.errors()).isEqualTo(PARTLY);
        }
        assertThat(posts.count()).isEqualTo(posted);
        assertThat(office.states()).containsEntry(SECOND, recorded);

        office.requireThatEachWasSentOnceOrNeverAndIsRecorded();
        assertThat(posts.count()).isEqualTo(CAMPAIGNS);
    }

    private void requireThatNobodyElseMaySettle(ProgramProcess stopped) {
        var refused = office.ask("resolve", SECOND, "--not-sent", "--reason", "an hour later it is not there");
        assertThat(refused.code()).isEqualTo(3);
        assertThat(refused.err()).contains("process " + stopped.pid());
        assertThat(office.states()).containsEntry(SECOND, "INTENT");
    }

    private static void awaitStopped(ProgramProcess program) throws IOException {
        var stat = Path.of("/proc/" + program.pid() + "/stat");
        assumeTrue(Files.exists(stat), "this system does not say whether a process is stopped");
        Posts.await(() -> {
            try {
                return Files.readString(stat).replaceFirst(".*\\) ", "").startsWith("T");
            } catch (IOException e) {
                return false;
            }
        });
    }
}
