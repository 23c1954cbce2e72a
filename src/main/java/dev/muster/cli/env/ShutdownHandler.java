package dev.muster.cli.env;

import dev.muster.apply.PostResponse;
import dev.muster.apply.StopSignal;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * What a signal (Ctrl-C, a cancelled job) does to a run: no new intent is recorded, and the answer to the post in flight is
 * waited for during some seconds of grace. Without one by then the post is recorded as in doubt, and the run ends.
 */
public final class ShutdownHandler implements StopSignal {
    /** CI systems kill ten seconds after the first signal. */
    public static final Duration GRACE = Duration.ofSeconds(6);

    /** For writing down what the grace brought; together with it still less than what CI systems give. */
    private static final Duration CLOSING = Duration.ofSeconds(2);

    /** For ending by itself once the run is over. */
    private static final Duration ENDING = Duration.ofSeconds(1);

    private final Duration grace;
    private final AtomicBoolean raised = new AtomicBoolean();
    private final AtomicBoolean begun = new AtomicBoolean();
    private final AtomicBoolean server = new AtomicBoolean();
    private final AtomicBoolean underWay = new AtomicBoolean();
    private final CompletableFuture<Integer> code = new CompletableFuture<>();
    private final CountDownLatch finished = new CountDownLatch(1);
    private final CompletableFuture<PostResponse> patienceLost = new CompletableFuture<>();

    public ShutdownHandler() {
        this(GRACE);
    }

    public ShutdownHandler(Duration grace) {
        this.grace = grace;
    }

    @Override
    public boolean isRaised() {
        return raised.get();
    }

    @Override
    public PostResponse patiently(Supplier<PostResponse> answer) {
        var answered = CompletableFuture.supplyAsync(answer, ShutdownHandler::beside);
        return answered.applyToEither(patienceLost, first -> first).join();
    }

    /** A thread of its own, which does not keep the program alive. */
    private static void beside(Runnable post) {
        var thread = new Thread(post, "post");
        thread.setDaemon(true);
        thread.start();
    }

    /** A run that must not be cut in the middle begins. */
    public void begin() {
        begun.set(true);
        underWay.set(true);
    }

    /** The program serves until it is stopped: a signal is how it ends. */
    public void serve() {
        server.set(true);
    }

    public boolean isServer() {
        return server.get();
    }

    /** Whether such a run ever began. */
    public boolean hasBegun() {
        return begun.get();
    }

    public boolean isUnderWay() {
        return underWay.get();
    }

    /**
     * Asks the run to end and waits for it, for at most the grace and what it takes to write that down.
     *
     * @return what the program ends with: its own code where it has one, so that a doubt is not taken for a mere interruption
     */
    public int raise() {
        raised.set(true);
        try {
            if (finished.await(grace.toNanos(), TimeUnit.NANOSECONDS)) {
                return ending(ExitCode.INTERRUPTED);
            }
            patienceLost.complete(new PostResponse.Lost("interrupted while waiting for the answer"));
            finished.await(CLOSING.toNanos(), TimeUnit.NANOSECONDS);
            return ending(ExitCode.DOUBT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ExitCode.DOUBT.number();
        }
    }

    /** The code that the program has by itself, or soon; else what can be said without it. */
    private int ending(ExitCode otherwise) throws InterruptedException {
        try {
            return code.get(ENDING.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException | ExecutionException none) {
            return otherwise.number();
        }
    }

    /** The run has ended, and everything is recorded. */
    public void finish() {
        underWay.set(false);
        finished.countDown();
    }

    /** The program has its exit code, and ends by itself. */
    public void end(int exitCode) {
        code.complete(exitCode);
    }

    public boolean isOver() {
        return code.isDone();
    }
}
