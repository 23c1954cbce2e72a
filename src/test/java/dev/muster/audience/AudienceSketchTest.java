package dev.muster.audience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.muster.model.Audience;
import dev.muster.model.Contact;
import dev.muster.model.ContactId;
import dev.muster.model.KeyedHash;
import dev.muster.model.LabelId;
import dev.muster.testing.Samples;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
@DisplayNameGeneration(ReplaceUnderscores.class)
class AudienceSketchTest {
    private static final LabelId LABEL = Samples.label(1);
    private static final KeyedHash HASH = text -> new SplittableRandom(Long.parseLong(text.substring(1))).nextLong();

    @Test
    void nobody_has_a_sketch_too() {
        var nobody = sketch(0, 0);
        assertThat(nobody.to(nobody).isNone()).isTrue();
        assertThat(nobody.to(sketch(0, 3))).isEqualTo(new Drift(0, 3, 3, 0, true));
    }

    @Test
    void a_hundred_thousand_people_are_counted_exactly_in_half_a_megabyte() {
        var then = sketch(0, 100_000);
        assertThat(then.to(sketch(3, 99_999))).isEqualTo(new Drift(100_000, 99_996, 0, 4, true));
        assertThat(then.to(sketch(12, 100_000))).isEqualTo(new Drift(100_000, 99_988, 0, 12, true));
        assertThat(then.hashes().length()).isLessThan(600_000);
    }

    @Test
    void more_than_that_are_sampled_and_the_net_growth_stays_exact() {
        var drift = sketch(0, 150_000).to(sketch(5_000, 160_000));
        assertThat(drift.exact()).isFalse();
        assertThat(drift.joined() - drift.left()).isEqualTo(5_000);
        assertThat(drift.joined()).isCloseTo(10_000, Percentage.withPercentage(5));
        assertThat(drift.left()).isCloseTo(5_000, Percentage.withPercentage(10));
    }

    @Test
    void a_text_that_is_no_sketch_of_so_many_people_is_refused() {
        var two = sketch(0, 2).hashes();
        assertThatIllegalArgumentException().isThrownBy(() -> new AudienceSketch(1, two));
        assertThatIllegalArgumentException().isThrownBy(() -> new AudienceSketch(-1, ""));
        assertThatIllegalArgumentException().isThrownBy(() -> new AudienceSketch(9, "not base64!"));
        assertThatIllegalArgumentException().isThrownBy(() -> new AudienceSketch(9, "////////////"));
    }

    /** The sketch of the people with these numbers. */
    private static AudienceSketch sketch(int from, int to) {
        var contacts =
                IntStream.range(from, to).mapToObj(AudienceSketchTest::contact).toList();
        var everybody = new Audience<>(List.of(LABEL), List.of(), List.of(), List.of());
        return AudienceSketch.of(
                Funnel.of(everybody, LabelId::value, ContactIndex.of(contacts)).roster(), HASH);
    }

    private static Contact contact(int number) {
        var phone = Optional.of("+" + (15_550_000_000L + number));
        return new Contact(new ContactId("contact " + number), "", phone, phone, Set.of(LABEL), Map.of());
    }
}
