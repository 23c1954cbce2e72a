package dev.muster.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.lock.Lock;
import dev.muster.lock.LockEntry;
import dev.muster.model.CampaignIdentity;
import dev.muster.testing.Records;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Months of daily campaigns on one lock: crashes, losses of power, every answer that SeaX may give, wrong clocks, a person who
 * answers doubts now and then. The promises are judged at the end of every day; what is settled stays as it is for ever, and
 * the lock grows by its campaigns and by nothing else. {@code -Dmuster.days=365} makes it a year, {@code -Dmuster.perDay=5}
 * five campaigns a day, {@code -Dmuster.lives=200} so many of them by other numbers.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SoakTest {
    private static final int DAYS = Integer.getInteger("muster.days", 120);
    private static final int MONTH = 30;
    private static final int LIVES = Integer.getInteger("muster.lives", 1);
    private static final int PER_DAY = Integer.getInteger("muster.perDay", 1);
    private static final Path FILE = Lane.FOLDER.resolve(Records.WORKSPACE.name() + ".lock.json");
    private static final Path SEEN = Lane.FOLDER.resolve(Records.WORKSPACE.name() + ".lock.seen");

    @ParameterizedTest(name = "SeaX lists campaigns: {0}")
    @ValueSource(booleans = {true, false})
    void daily_campaigns_are_sent_once_and_remembered(boolean lists) {
        for (int number = 0; number < LIVES; number++) {
            try (var lane = new Lane()) {
                new Lifetime(number, lists, lane).pass();
            }
        }
        System.out.printf(Locale.ROOT, "SOAK: %d times %d campaigns, SeaX lists: %s%n", LIVES, DAYS * PER_DAY, lists);
    }

    private static final class Lifetime {
        private final int number;
        private final World world;
        private final Desk desk;
        private final Map<CampaignIdentity, LockEntry> settled = new HashMap<>();

        Lifetime(int number, boolean lists, Lane lane) {
            this.number = number;
            this.world = new World(Setup.daily(DAYS, lists), Design.MUSTER, new Dice(number), lane, new Seen());
            this.desk = new Desk(world, 0);
            world.judgeNoSteps();
        }

        void pass() {
            double perCampaign = 0;
            for (int day = 0; day < DAYS; day++) {
                dawn(day);
                desk.apply();
                desk.mayAnswer();
                dusk();
                if (perCampaign == 0 && day > MONTH && isFolded()) {
                    perCampaign = bytesPerCampaign();
                }
            }
            end(perCampaign);
        }

        private void dawn(int day) {
            for (int campaign = 0; campaign < PER_DAY; campaign++) {
                world.newsroom().add(String.format(Locale.ROOT, "day-%03d-%d", day, campaign));
            }
            if (day % MONTH == 0) {
                world.time().setRight();
            }
        }

        /** What SeaX refused is written otherwise until tomorrow. */
        private void dusk() {
            world.pass(Duration.ofDays(1));
            world.check();
            var entries = lock().entries();
            settled.forEach((identity, entry) -> assertThat(entries.get(identity))
                    .as("number %d, %s", number, identity)
                    .isEqualTo(entry));
            entries.forEach((identity, entry) -> {
                if (entry instanceof LockEntry.Rejected) {
                    world.newsroom().edit(identity.key().value());
                } else if (!entry.isOpen()) {
                    settled.put(identity, entry);
                }
            });
        }

        private void end(double perCampaign) {
            world.calm();
            world.check();

            assertThat(desk.unsettled()).as("number %d", number).isEmpty();
            assertThat(world.seax().ledger().size())
                    .as("number %d: messages were sent", number)
                    .isGreaterThan(DAYS * PER_DAY * 9 / 10);
            assertThat(bytesPerCampaign()).as("number %d", number).isLessThan(perCampaign * 1.25);
            assertThat(isFolded())
                    .as("number %d: %s", number, world.disk().files())
                    .isTrue();
        }

        /** Whether no journal and nothing half-written lies beside the lock and what the folder remembers of it. */
        private boolean isFolded() {
            return world.disk().files().equals(Set.of(FILE, SEEN));
        }

        private Lock lock() {
            return world.durable().orElseThrow();
        }

        private double bytesPerCampaign() {
            return (double) world.disk().durable(FILE).orElseThrow().length
                    / lock().entries().size();
        }
    }
}
