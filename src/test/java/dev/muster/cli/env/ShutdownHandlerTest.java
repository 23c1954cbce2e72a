package dev.muster.cli.env;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.apply.PostResponse;
import java.time.Duration;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ShutdownHandlerTest {
    private static final PostResponse ANSWERED = new PostResponse.Received(200, new TreeMap<>(), "{}", true);

    @Test
    void an_answer_is_passed_on_as_it_is() {
        var interruption = new ShutdownHandler(Duration.ZERO);
        assertThat(interruption.patiently(() -> ANSWERED)).isSameAs(ANSWERED);
        assertThat(interruption.isRaised()).isFalse();
    }

    @Test
    void after_the_grace_a_post_without_an_answer_is_lost_and_the_run_can_end() throws InterruptedException {
        var interruption = new ShutdownHandler(Duration.ZERO);
        var posting = new CountDownLatch(1);
        Supplier<PostResponse> silent = () -> {
            posting.countDown();
            return never();
        };
        var signal = new Thread(() -> {
            await(posting);
            interruption.raise();
        });
        interruption.begin();
        signal.start();

        assertThat(interruption.patiently(silent))
                .isEqualTo(new PostResponse.Lost("interrupted while waiting for the answer"));
        assertThat(interruption.isRaised()).isTrue();
        interruption.finish();
        signal.join();
    }

    @Test
    void the_grace_ends_when_the_run_does() {
        var interruption = new ShutdownHandler(ShutdownHandler.GRACE);
        interruption.begin();
        interruption.finish();
        interruption.end(ExitCode.DOUBT.number());
        assertThat(interruption.raise()).isEqualTo(ExitCode.DOUBT.number());
        assertThat(interruption.isUnderWay()).isFalse();
    }

    /** CI systems give ten seconds from the first signal to the kill. */
    @Test
    void there_is_time_left_to_write_down_what_the_grace_brought() {
        assertThat(ShutdownHandler.GRACE).isLessThanOrEqualTo(Duration.ofSeconds(6));
    }

    private static PostResponse never() {
        await(new CountDownLatch(1));
        return ANSWERED;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
