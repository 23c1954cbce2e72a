package dev.muster.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.lock.EntryState;
import dev.muster.lock.LockEntry;
import dev.muster.lock.postgres.PostgresServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Sixteen runners over one lock in a real PostgreSQL and one SeaX, some of them killed. Every other one has no turn to wait
 * for, as with a database without advisory locks, so that the compare-and-swap alone has to hold. {@code -Dmuster.kills=N}
 * kills more often; {@code -Dmuster.seed=N} repeats the choices, though not their timing.
 */
@Tag("process")
@DisplayNameGeneration(ReplaceUnderscores.class)
class FleetTest {
    private static final int RUNNERS = 16;
    private static final int KILLS = Integer.getInteger("muster.kills", 16);

    private final long seed = Long.getLong("muster.seed", new Random().nextLong());
    private final Random random = new Random(seed);

    @TempDir
    Path folder;

    @Test
    void whoever_is_killed_nobody_is_messaged_twice_and_nothing_sent_is_forgotten() {
        System.out.println("FleetTest: -Dmuster.seed=" + seed + " repeats these choices");
        var lockUrl = PostgresServer.freshUrl();
        var urls = List.of(lockUrl, PostgresServer.withoutTurns(lockUrl));
        try (var posts = Posts.open(folder.resolve("seax"))) {
            var runners = new ArrayList<ProgramProcess>();
            for (int number = 0; number < RUNNERS; number++) {
                runners.add(start(posts, urls.get(number % 2)));
            }
            for (int kill = 1; kill <= KILLS; kill++) {
                posts.await(kill * Racer.CAMPAIGNS / (KILLS + 1));
                int victim = random.nextInt(RUNNERS);
                runners.get(victim).kill();
                runners.set(victim, start(posts, urls.get(victim % 2)));
            }
            for (var runner : runners) {
                assertThat(runner.exitCode())
                        .as(runner.said() + runner.errors())
                        .isZero();
            }
            requireOnceEach(posts, lockUrl);
        }
    }

    private ProgramProcess start(Posts posts, String lockUrl) {
        return ProgramProcess.start(
                Java.racer(),
                folder,
                Map.of(),
                lockUrl,
                posts.sandbox().baseUrl().toString(),
                posts.sandbox().apiKey(),
                String.valueOf(random.nextLong()));
    }

    /** What the ledger says was sent, the lock knows; a killed runner leaves at most one campaign that it does not know about. */
    private void requireOnceEach(Posts posts, String lockUrl) {
        var workspace = Racer.workspace(posts.sandbox().baseUrl().toString());
        var entries = List.copyOf(Racer.store(lockUrl, workspace, folder)
                .load()
                .orElseThrow()
                .entries()
                .values());
        var open = entries.stream().filter(LockEntry::isOpen).toList();
        var ledger = posts.sandbox().ledger();

        assertThat(entries).hasSize(Racer.CAMPAIGNS);
        assertThat(entries).extracting(LockEntry::state).isSubsetOf(EntryState.CONFIRMED, EntryState.INTENT);
        assertThat(open).hasSizeLessThanOrEqualTo(KILLS);
        assertThat(posts.count()).isLessThanOrEqualTo(Racer.CAMPAIGNS);
        assertThat(ledger.mostPerPersonAndName()).isEqualTo(1);
        var unknown = new HashSet<>(ledger.campaigns().keySet());
        for (var entry : entries) {
            if (entry instanceof LockEntry.Confirmed confirmed) {
                assertThat(unknown.remove(confirmed.remote().id().value()))
                        .as(entry.identity() + " is on the ledger, once")
                        .isTrue();
            }
        }
        assertThat(unknown).as("sent, and the lock says that it may have been").hasSizeLessThanOrEqualTo(open.size());
        System.out.println("FleetTest: " + KILLS + " kills; " + open.size() + " campaigns left in doubt, "
                + unknown.size() + " of which were sent");
    }
}
