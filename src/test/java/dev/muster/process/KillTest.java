package dev.muster.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An apply that is killed at any moment, again and again, until everything is settled. {@code mvn verify} kills twenty
 * times; {@code mvn test -Dtest=KillTest -Dmuster.kills=200} does as often as one likes, and {@code -Dmuster.seed=N}
 * repeats a run.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class KillTest {
    private static final int KILLS = Integer.getInteger("muster.kills", 20);
    private static final int MOST_KILLS_IN_ONE_OFFICE = 4;
    private static final String SENT = "+ campaign-";
    private static final int ALREADY_DONE = 128 + 9;

    private final long seed = Long.getLong("muster.seed", new Random().nextLong());
    private final Random random = new Random(seed);

    @TempDir
    Path folder;

    /** How long an undisturbed apply takes until the first campaign is sent, and from one campaign to the next. */
    private record Pace(Duration start, Duration campaign) {}

    @Test
    void whenever_it_is_killed_nobody_is_messaged_twice_and_nothing_sent_is_forgotten() throws IOException {
        System.out.println("KillTest: -Dmuster.seed=" + seed + " repeats these moments");
        var pace = pace();
        int kills = 0;
        int inTheMiddle = 0;
        for (int number = 1; kills < KILLS; number++) {
            var office = Office.embedded(Files.createDirectory(folder.resolve("office-" + number)));
            int most = Math.min(1 + random.nextInt(MOST_KILLS_IN_ONE_OFFICE), KILLS - kills);
            for (int i = 0; i < most && office.messagesToSend() > 0; i++) {
                kills++;
                inTheMiddle += kill(office, pace) ? 1 : 0;
                office.requireThatNothingIsOfferedAgain();
                office.settle();
            }
            finish(office);
        }
        System.out.println(
                "KillTest: " + kills + " kills, " + inTheMiddle + " of them between the first send and the last");
    }

    /** Kills an apply at a random moment; whether some of its campaigns were recorded by then, and others not. */
    private boolean kill(Office office, Pace pace) {
        int before = office.states().size();
        try (var apply = office.apply()) {
            int sent = random.nextInt(Office.CAMPAIGNS - before + 1);
            apply.awaitLines(sent, SENT).letRun(random(sent == 0 ? pace.start() : pace.campaign()));
            apply.kill();
            assertThat(apply.exitCode()).isIn(0, ALREADY_DONE);
        }
        int recorded = office.states().size();
        return recorded > 0 && recorded < Office.CAMPAIGNS;
    }

    private Duration random(Duration longest) {
        return Duration.ofNanos(random.nextLong(Math.max(1, longest.toNanos())));
    }

    /** The last apply is left alone; the one after it has nothing to send. */
    private static void finish(Office office) {
        if (office.messagesToSend() > 0) {
            try (var apply = office.apply()) {
                assertThat(apply.exitCode()).as(apply.said() + apply.errors()).isZero();
            }
        }
        assertThat(office.messagesToSend()).isZero();
        office.requireThatEverybodyGotEachConfirmedCampaignOnce();
    }

    private Pace pace() throws IOException {
        var office = Office.embedded(Files.createDirectory(folder.resolve("undisturbed")));
        try (var apply = office.apply()) {
            long begin = System.nanoTime();
            apply.awaitLines(1, SENT);
            long first = System.nanoTime();
            assertThat(apply.exitCode()).as(apply.said() + apply.errors()).isZero();
            long rest = System.nanoTime() - first;
            office.requireThatEverybodyGotEachConfirmedCampaignOnce();
            return new Pace(Duration.ofNanos(first - begin), Duration.ofNanos(rest / (Office.CAMPAIGNS - 1)));
        }
    }
}
