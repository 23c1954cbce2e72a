package dev.muster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever happens to labels and contacts between the waves of a campaign, nobody whom one wave reached is reached by another.
 * {@code -Dmuster.waves=10000} plays more campaigns, {@code -Dmuster.seed=…} the same ones again.
 */
@DisplayName("T45: labels lost, made by hand, renamed, deleted and made anew between waves; people imported anew")
@DisplayNameGeneration(ReplaceUnderscores.class)
class WavesReachNobodyTwiceTest {
    private static final int CAMPAIGNS = Integer.getInteger("muster.waves", 25);
    private static final long SEED = Long.getLong("muster.seed", new Random().nextLong());

    @TempDir
    Path folder;

    @Test
    void nobody_is_reached_by_two_waves_whatever_is_done_to_labels_and_contacts() {
        int whole = 0;
        for (int number = 0; number < CAMPAIGNS; number++) {
            whole += play(number) ? 1 : 0;
        }
        // a Muster that sends no second wave would keep the promise, too
        assertThat(whole).as("campaigns that reached two waves and more").isGreaterThan(CAMPAIGNS / 2);
    }

    private boolean play(int number) {
        try (var world = new WaveWorld(folder.resolve("campaign-" + number), SEED + number)) {
            world.play();
            var all = new HashSet<String>();
            world.reached()
                    .forEach((wave, people) -> people.forEach(person -> assertThat(all.add(person))
                            .as(
                                    "%s got %s and another wave; -Dmuster.seed=%d -Dmuster.waves=1\n%s",
                                    person, wave, SEED + number, world.told())
                            .isTrue()));
            return world.reached().size() > 1;
        }
    }
}
