package dev.muster.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The server's set algebra against the sentence of the document, evaluated contact by contact. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class AudiencePropertyTest {
    private static final SandboxWorld WORLD = DefaultWorld.at(Instant.parse("2026-11-30T09:00:00Z"));
    private static final List<String> LABELS =
            WORLD.labels().stream().map(LabelRow::id).toList();

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 60);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void a_campaign_reaches_exactly_those_who_fulfil_the_sentence(long seed) {
        var filters = filters(new Generator(seed));

        var reached = new Audience(WORLD, SandboxOptions.standard())
                .recipients(filters)
                .positions()
                .boxed()
                .toList();

        assertThat(reached)
                .isEqualTo(IntStream.range(0, WORLD.contacts().size())
                        .filter(contact -> isReached(contact, filters))
                        .boxed()
                        .toList());
    }

    private static Filters filters(Generator chance) {
        return new Filters(
                some(chance, 4),
                some(chance, 2),
                some(chance, 4),
                some(chance, 3),
                List.of(WORLD.contact(chance.below(3_200)).id()),
                false);
    }

    private static List<String> some(Generator chance, int bound) {
        return IntStream.range(0, chance.below(bound))
                .mapToObj(each -> chance.oneOf(LABELS))
                .toList();
    }

    private static boolean isReached(int contact, Filters filters) {
        Set<String> labels =
                LABELS.stream().filter(label -> WORLD.has(contact, label)).collect(Collectors.toSet());
        boolean included = (filters.any().isEmpty() || filters.any().stream().anyMatch(labels::contains))
                && labels.containsAll(filters.all());
        boolean excluded = filters.excludeAny().stream().anyMatch(labels::contains)
                || (!filters.excludeAll().isEmpty() && labels.containsAll(filters.excludeAll()))
                || filters.excludeContacts().contains(WORLD.contact(contact).id());
        return included && !excluded && WORLD.contact(contact).whatsapp().isPresent();
    }
}
