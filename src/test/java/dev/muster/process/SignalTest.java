package dev.muster.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.muster.cli.WatchedProgram.Point;
import dev.muster.sandbox.api.Operation;
import dev.muster.sandbox.http.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An apply that is asked to stop (Ctrl-C, a cancelled job) while a post is on its way. */
@Tag("process")
@DisabledOnOs(OS.WINDOWS)
@DisplayNameGeneration(ReplaceUnderscores.class)
class SignalTest {
    private static final int CAMPAIGNS = 5;
    private static final int DOUBT = 6;
    private static final int INTERRUPTED = 130;

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

    @ParameterizedTest
    @CsvSource({"INT, 2", "TERM, 15", "HUP, 1"})
    void the_post_on_its_way_is_recorded_and_no_further_one_is_sent(String name, int number) throws Exception {
        posts.sandbox().fault(Operation.CREATE_CAMPAIGN, Fault.slow(Duration.ZERO), 2);
        posts.sandbox().fault(Operation.CREATE_CAMPAIGN, Fault.slow(Duration.ofSeconds(1)), CAMPAIGNS);
        var office = Office.at(posts.sandbox(), folder, CAMPAIGNS);
        try (var apply = office.applyBy(listening())) {
            posts.await(3);
            assumeTrue(listensTo(apply, number), "this test itself was started with the signal ignored");
            apply.signal(name);

            assertThat(apply.exitCode()).as(apply.said() + apply.errors()).isEqualTo(INTERRUPTED);
        }
        int posted = posts.count();
        assertThat(posted).isLessThan(CAMPAIGNS);
        assertThat(office.states())
                .hasSize(posted)
                .allSatisfy((key, state) -> assertThat(state).isEqualTo("CONFIRMED"));

        posts.sandbox().clearFaults();
        office.requireThatEachWasSentOnceOrNeverAndIsRecorded();
        assertThat(posts.count()).isEqualTo(CAMPAIGNS);
    }

    @Test
    void a_post_without_an_answer_stays_visible_and_is_not_repeated() throws Exception {
        var office = Office.withItsOwnTime(posts.sandbox(), folder, CAMPAIGNS);
        posts.sandbox().fault(Operation.CREATE_CAMPAIGN, Fault.commitThenSilence());
        try (var apply = office.applyUntil(Point.BEFORE_POST, 1)) {
            apply.awaitPoint().goOn();
            posts.await(1);
            apply.signal("TERM");

            assertThat(apply.exitCode()).as(apply.said() + apply.errors()).isEqualTo(DOUBT);
            assertThat(apply.errors()).contains("nothing further is sent");
        }
        assertThat(posts.count()).isEqualTo(1);
        assertThat(office.states().values()).containsExactly("IN_DOUBT");

        office.requireThatEachWasSentOnceOrNeverAndIsRecorded();
        assertThat(posts.count()).isEqualTo(CAMPAIGNS);
    }

    @ParameterizedTest
    @CsvSource({"INT, 2", "TERM, 15"})
    void a_signal_before_anything_is_sent_sends_nothing(String name, int number) throws Exception {
        var office = Office.at(posts.sandbox(), folder, CAMPAIGNS);
        int messages = office.messagesToSend();
        int reads = posts.sandbox().requests().size();
        posts.sandbox().fault(Operation.CONTACTS, Fault.commitThenSilence());
        try (var apply = office.applyBy(messages, listening())) {
            posts.awaitRequests(reads + 1);
            assumeTrue(listensTo(apply, number), "this test itself was started with the signal ignored");
            apply.signal(name);

            assertThat(apply.exitCode()).as(apply.said() + apply.errors()).isEqualTo(INTERRUPTED);
            assertThat(apply.errors().lines()).containsExactly("muster: interrupted; no message was sent");
        }
        assertThat(posts.count()).isZero();
        posts.sandbox().clearFaults();
        assertThat(office.states()).isEmpty();
    }

    /** GNU's env gives a process the signals back that its parent ignores. */
    private static String[] listening() throws IOException, InterruptedException {
        var env = new String[] {"env", "--default-signal"};
        var tried = new ProcessBuilder(env[0], env[1], "true")
                .redirectErrorStream(true)
                .start();
        return tried.waitFor() == 0 ? env : new String[0];
    }

    /** What was ignored when a process started stays ignored, by its children too: so does Ctrl-C behind an {@code &}. */
    private static boolean listensTo(ProgramProcess program, int signal) throws IOException {
        var status = Path.of("/proc/" + program.pid() + "/status");
        if (!Files.exists(status)) {
            return true;
        }
        var caught = Files.readString(status).lines().filter(line -> line.startsWith("SigCgt:"));
        return caught.anyMatch(line ->
                (Long.parseUnsignedLong(line.substring(7).strip(), 16) >> (signal - 1) & 1) == 1);
    }
}
