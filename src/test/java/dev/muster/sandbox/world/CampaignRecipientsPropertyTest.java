package dev.muster.sandbox.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.audience.ContactIndex;
import dev.muster.audience.Funnel;
import dev.muster.model.Contact;
import dev.muster.model.ContactId;
import dev.muster.model.LabelId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Three evaluators over 10,000 random audiences agree: the server's set algebra, Muster's, and the sentence of the document
 * read contact by contact. A failure names its seed.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CampaignRecipientsPropertyTest {
    private static final int ROUNDS = 2_500;
    private static final int CONTACTS = 500;

    private static final SandboxWorld WORLD = DefaultWorld.at(Instant.parse("2026-11-30T09:00:00Z"), CONTACTS);
    private static final List<String> LABELS =
            WORLD.labels().stream().map(LabelRow::id).toList();
    private static final List<Set<String>> CARRIED = IntStream.range(0, CONTACTS)
            .mapToObj(contact ->
                    LABELS.stream().filter(label -> WORLD.has(contact, label)).collect(Collectors.toSet()))
            .toList();
    private static final ContactIndex INDEX = ContactIndex.of(IntStream.range(0, CONTACTS)
            .mapToObj(CampaignRecipientsPropertyTest::contact)
            .toList());

    @ParameterizedTest(name = "seeds from {0}")
    @ValueSource(longs = {0, 10_000, 20_000, 30_000})
    void server_muster_and_the_sentence_reach_the_same_people(long from) {
        for (long seed = from; seed < from + ROUNDS; seed++) {
            var filters = filters(new Generator(seed));
            var sentence = IntStream.range(0, CONTACTS)
                    .filter(contact -> isReached(contact, filters))
                    .boxed()
                    .toList();

            assertThat(server(filters)).as("seed %d", seed).isEqualTo(sentence);
            if (!filters.any().isEmpty() || !filters.all().isEmpty()) {
                assertThat(muster(filters)).as("seed %d", seed).isEqualTo(counts(sentence));
            }
            assertThat(sentence)
                    .as("nobody excluded, seed %d", seed)
                    .noneMatch(contact -> filters.excludeAny().stream().anyMatch(CARRIED.get(contact)::contains));
        }
    }

    /** The server can also exclude who has all of several labels, which Muster never asks it to. */
    @ParameterizedTest(name = "seeds from {0}")
    @ValueSource(longs = 40_000)
    void the_server_excludes_who_has_all_of_several_labels(long from) {
        for (long seed = from; seed < from + ROUNDS; seed++) {
            var chance = new Generator(seed);
            var plain = filters(chance);
            var filters = new Filters(
                    plain.any(), plain.all(), plain.excludeAny(), some(chance, 3), plain.excludeContacts(), false);

            assertThat(server(filters))
                    .as("seed %d", seed)
                    .isEqualTo(IntStream.range(0, CONTACTS)
                            .filter(contact -> isReached(contact, filters))
                            .boxed()
                            .toList());
        }
    }

    private static List<Integer> server(Filters filters) {
        return new CampaignRecipients(WORLD, SandboxOptions.standard())
                .recipients(filters)
                .positions()
                .boxed()
                .toList();
    }

    /** How many messages, to how many people. */
    private record Counts(int messages, int people) {}

    private static Counts muster(Filters filters) {
        var audience = new dev.muster.model.Audience<>(
                ids(filters.any()),
                ids(filters.all()),
                ids(filters.excludeAny()),
                filters.excludeContacts().stream().map(ContactId::new).toList());
        var roster = Funnel.of(audience, LabelId::value, INDEX).roster();
        assertThat(INDEX.rowsCarrying(audience.exclude(), roster)).isZero();
        return new Counts(roster.messages(), roster.people());
    }

    private static Counts counts(List<Integer> reached) {
        var numbers =
                reached.stream().map(WORLD::contact).map(ContactRow::whatsapp).distinct();
        return new Counts(reached.size(), (int) numbers.count());
    }

    private static List<LabelId> ids(List<String> labels) {
        return labels.stream().distinct().map(LabelId::new).toList();
    }

    private static Contact contact(int position) {
        var row = WORLD.contact(position);
        return new Contact(
                new ContactId(row.id()),
                row.name(),
                row.phone(),
                row.whatsapp(),
                CARRIED.get(position).stream().map(LabelId::new).collect(Collectors.toSet()),
                Map.of());
    }

    private static Filters filters(Generator chance) {
        return new Filters(
                some(chance, 4),
                some(chance, 2),
                some(chance, 4),
                List.of(),
                List.of(WORLD.contact(chance.below(CONTACTS)).id()),
                false);
    }

    private static List<String> some(Generator chance, int bound) {
        return IntStream.range(0, chance.below(bound))
                .mapToObj(each -> chance.oneOf(LABELS))
                .toList();
    }

    private static boolean isReached(int contact, Filters filters) {
        var labels = CARRIED.get(contact);
        boolean included = (filters.any().isEmpty() || filters.any().stream().anyMatch(labels::contains))
                && labels.containsAll(filters.all());
        boolean excluded = filters.excludeAny().stream().anyMatch(labels::contains)
                || (!filters.excludeAll().isEmpty() && labels.containsAll(filters.excludeAll()))
                || filters.excludeContacts().contains(WORLD.contact(contact).id());
        return included && !excluded && WORLD.contact(contact).whatsapp().isPresent();
    }
}
