package dev.muster.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Applies that are killed at any moment and started again, until everything is sent or settled. {@code mvn verify} kills a
 * hundred times. For more: {@code mvn verify -Dtest=KillTest -Dsurefire.failIfNoSpecifiedTests=false -Dmuster.kills=2000};
 * {@code -Dmuster.seed=N} repeats the moments of a run.
 */
@Tag("process")
@DisplayNameGeneration(ReplaceUnderscores.class)
class KillTest {
    private static final int KILLS = Integer.getInteger("muster.kills", 100);
    private static final int KILLS_IN_ONE_OFFICE = 6;
    private static final int CAMPAIGNS = 20;
    private static final int MOST_SENT_BEFORE_A_KILL = 4;
    private static final int WORKERS = 2;
    private static final String SENT = "+ campaign-";
    private static final int KILLED = 128 + 9;

    private final long seed = Long.getLong("muster.seed", new Random().nextLong());
    private final AtomicInteger offices = new AtomicInteger();
    private final AtomicInteger kills = new AtomicInteger();
    private final AtomicInteger afterTheFirstSend = new AtomicInteger();
    private final AtomicInteger inDoubt = new AtomicInteger();

    @TempDir
    Path folder;

    /** How long an undisturbed apply takes until the first campaign is sent, and from one campaign to the next. */
    private record Pace(Duration start, Duration campaign) {}

    @Test
    void whenever_it_is_killed_nobody_is_messaged_twice_and_nothing_sent_is_forgotten() throws Exception {
        System.out.println("KillTest: -Dmuster.seed=" + seed + " repeats these moments");
        var pace = pace();
        var workers = Executors.newFixedThreadPool(WORKERS);
        try {
            work(workers, pace);
        } finally {
            workers.shutdownNow();
        }
        System.out.printf(
                "KillTest: %d kills, %d of them after the first send of their run; %d campaigns in doubt (%d for 100 kills);"
                        + " 0 sent twice, 0 sent and not recorded%n",
                kills.get(), afterTheFirstSend.get(), inDoubt.get(), 100 * inDoubt.get() / kills.get());
    }

    private void work(ExecutorService workers, Pace pace) throws Exception {
        Callable<Void> worker = () -> {
            while (kills.get() < KILLS) {
                disturb(offices.incrementAndGet(), pace);
            }
            return null;
        };
        for (var done :
                workers.invokeAll(Stream.generate(() -> worker).limit(WORKERS).toList())) {
            done.get();
        }
    }

    /** One office from the first apply to the last, with its own SeaX and its own dice. */
    private void disturb(int number, Pace pace) throws IOException {
        var random = new Random(seed + number);
        var here = Files.createDirectory(folder.resolve("office-" + number));
        try (var posts = Posts.open(here.resolve("seax"))) {
            var office = Office.at(posts.sandbox(), here, CAMPAIGNS);
            for (int kill = 0; kill < KILLS_IN_ONE_OFFICE; kill++) {
                disturb(office, pace, random);
            }
            office.applyInPeace();
            inDoubt.addAndGet(office.inDoubt().size());
            office.requireThatEachWasSentOnceOrNeverAndIsRecorded();
        }
    }

    /** Kills an apply at a random moment, unless it ends before. */
    private void disturb(Office office, Pace pace, Random random) {
        int messages = office.messagesToSend();
        if (messages == 0) {
            return;
        }
        try (var apply = office.applyFor(messages)) {
            int sent = random.nextInt(MOST_SENT_BEFORE_A_KILL + 1);
            apply.awaitLines(sent, SENT).letRun(moment(random, sent == 0 ? pace.start() : pace.campaign()));
            apply.kill();
            if (apply.exitCode() == KILLED) {
                kills.incrementAndGet();
                afterTheFirstSend.addAndGet(sent > 0 ? 1 : 0);
            } else {
                assertThat(apply.exitCode()).as(apply.said() + apply.errors()).isIn(0, 6);
            }
        }
    }

    private static Duration moment(Random random, Duration longest) {
        return Duration.ofNanos(random.nextLong(Math.max(1, longest.toNanos())));
    }

    private Pace pace() throws IOException {
        var here = Files.createDirectory(folder.resolve("undisturbed"));
        try (var posts = Posts.open(here.resolve("seax"))) {
            var office = Office.at(posts.sandbox(), here, CAMPAIGNS);
            var pace = pace(office);
            office.requireThatEachWasSentOnceOrNeverAndIsRecorded();
            return pace;
        }
    }

    private static Pace pace(Office office) {
        try (var apply = office.apply()) {
            long begin = System.nanoTime();
            apply.awaitLines(1, SENT);
            long first = System.nanoTime();
            assertThat(apply.exitCode()).as(apply.said() + apply.errors()).isZero();
            long rest = System.nanoTime() - first;
            return new Pace(Duration.ofNanos(first - begin), Duration.ofNanos(rest / (CAMPAIGNS - 1)));
        }
    }
}
