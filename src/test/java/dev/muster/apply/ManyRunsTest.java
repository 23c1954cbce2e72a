package dev.muster.apply;

import static dev.muster.testing.RecordingSender.received;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.lock.EntryState;
import dev.muster.lock.LockEntry;
import dev.muster.lock.LockException;
import dev.muster.model.Campaign;
import dev.muster.model.CampaignIdentity;
import dev.muster.model.CampaignRequest;
import dev.muster.model.Marker;
import dev.muster.model.Sha256;
import dev.muster.testing.ApplyHarness;
import dev.muster.testing.HandClock;
import dev.muster.testing.MemoryLockStore;
import dev.muster.testing.Records;
import dev.muster.testing.WatchedLockStore;
import dev.muster.testing.Worlds;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * Many runs in a row over a SeaX that answers anything, a lock that fails at any step and a machine that dies at any call.
 * Whatever happens: a campaign is sent once at most, and what was sent is in the lock.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ManyRunsTest {
    private static final Set<EntryState> KNOWS_OF_A_SEND =
            EnumSet.of(EntryState.INTENT, EntryState.IN_DOUBT, EntryState.CONFIRMED);

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 600);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void nobody_gets_a_campaign_twice_and_nothing_sent_is_forgotten(long seed) {
        var world = new World(new Random(seed));

        for (int run = 0; run < 6; run++) {
            world.run();
            world.assertNothingIsForgotten();
        }

        world.calm();
        world.run();
        world.assertNothingIsForgotten();
        assertThat(world.rehearsal.plan(world.campaigns()).creates()).isEmpty();
    }

    /** The machine dies: nothing of the program runs any more. */
    private static final class Death extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** Four campaigns, what SeaX really did with them, and a chance of trouble at every call. */
    private static final class World {
        private final Random chance;
        private final MemoryLockStore lock = new MemoryLockStore(Records.WORKSPACE, Records.LINEAGE);
        private final HandClock clock = new HandClock(Records.AT);
        private final Map<Marker, Integer> sent = new HashMap<>();
        private final Map<String, Integer> edits = new TreeMap<>(Map.of("a", 0, "b", 0, "c", 0, "d", 0));
        private final Set<String> nonces = new HashSet<>();
        private final ApplyHarness rehearsal;
        private int ids;
        private boolean calm;

        World(Random chance) {
            this.chance = chance;
            var store = new WatchedLockStore(lock, step -> trouble(), step -> trouble());
            this.rehearsal = new ApplyHarness(Worlds.small(), store, clock);
        }

        List<Campaign> campaigns() {
            return edits.entrySet().stream()
                    .map(edit -> Records.campaign(edit.getKey() + "/1", edit.getKey() + " " + edit.getValue()))
                    .toList();
        }

        void run() {
            edits.replaceAll((key, edit) -> chance.nextInt(3) == 0 || calm ? edit + 1 : edit);
            try {
                rehearsal.apply(campaigns(), this::post, () -> !calm && chance.nextInt(20) == 0, effect -> trouble());
            } catch (Death | IllegalStateException | LockException died) {
                // the next run finds what this one left
            }
            clock.advance(Duration.ofMinutes(chance.nextInt(30)));
        }

        void calm() {
            calm = true;
            clock.advance(Duration.ofHours(1));
        }

        private void trouble() {
            if (calm) {
                return;
            }
            switch (chance.nextInt(40)) {
                case 0 -> throw new Death();
                case 1 -> throw WatchedLockStore.fullDisk();
                case 2 -> throw new IllegalStateException("a bug");
                case 3 -> clock.advance(Duration.ofMinutes(chance.nextInt(12)));
                default -> {}
            }
        }

        /** SeaX acts, or not, and answers, or not; only a refusal in its own form is never given after it acted. */
        private PostResponse post(String body) {
            assertThatTheIntentIsDurable(body);
            return switch (calm ? 0 : chance.nextInt(12)) {
                case 0, 1, 2 -> accepted(body);
                case 3 -> refusal(422);
                case 4 -> refusal(401);
                case 5 -> received(429, "{\"error\":\"limit\",\"status_code\":429,\"retry_after\":60}");
                case 6 -> new PostResponse.NeverLeft("connection refused");
                case 7 -> maybe(body, new PostResponse.Lost("connection reset"));
                case 8 -> maybe(body, received(500, "{\"error\":\"oops\",\"status_code\":500}"));
                case 9 -> maybe(body, received(200, "<html>fine</html>"));
                case 10 -> maybe(body, refusal(409));
                default -> died(body);
            };
        }

        private PostResponse died(String body) {
            maybe(body, new PostResponse.Lost("nobody hears this"));
            throw chance.nextBoolean() ? new Death() : deathByBug();
        }

        private static Error deathByBug() {
            throw new IllegalStateException("a bug in the sender");
        }

        private PostResponse accepted(String body) {
            act(body);
            ids++;
            return received(
                    200,
                    "{\"id\":\"campaign_%d\",\"name\":\"x%s\",\"type\":\"%s\"}"
                            .formatted(ids, marker(body).suffix(), CampaignRequest.TYPE));
        }

        private static PostResponse refusal(int status) {
            return received(status, "{\"error\":\"no\",\"message\":\"no\",\"status_code\":%d}".formatted(status));
        }

        private PostResponse maybe(String body, PostResponse answer) {
            if (chance.nextBoolean()) {
                act(body);
            }
            return answer;
        }

        private void act(String body) {
            var marker = marker(body);
            sent.merge(marker, 1, Integer::sum);
            assertThat(sent.get(marker)).as("sends of %s", marker).isEqualTo(1);
        }

        private static Marker marker(String body) {
            var name = JsonMapper.shared().readTree(body).path("name").asString();
            return Marker.in(name).orElseThrow();
        }

        private void assertThatTheIntentIsDurable(String body) {
            var intents = entries()
                    .filter(entry -> entry.attempt().marker().equals(marker(body)))
                    .toList();
            assertThat(intents).singleElement().satisfies(entry -> {
                assertThat(entry.state()).isEqualTo(EntryState.INTENT);
                assertThat(entry.attempt().payload()).contains(Sha256.of(body));
                assertThat(nonces.add(entry.attempt().nonce()))
                        .as("a nonce of its own")
                        .isTrue();
            });
        }

        void assertNothingIsForgotten() {
            for (var marker : sent.keySet()) {
                assertThat(entries().filter(entry -> entry.attempt().marker().equals(marker)))
                        .singleElement()
                        .satisfies(entry -> assertThat(KNOWS_OF_A_SEND).contains(entry.state()));
            }
            assertThat(entries().filter(LockEntry.Confirmed.class::isInstance).map(LockEntry::identity))
                    .allMatch(this::isSent);
        }

        private boolean isSent(CampaignIdentity identity) {
            return sent.containsKey(Marker.of(Records.WORKSPACE.workspaceId(), identity));
        }

        private Stream<LockEntry> entries() {
            return lock.load().stream().flatMap(record -> record.entries().values().stream());
        }
    }
}
