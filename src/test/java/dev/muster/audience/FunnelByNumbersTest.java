package dev.muster.audience;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.model.Audience;
import dev.muster.model.Contact;
import dev.muster.model.LabelId;
import dev.muster.testing.Samples;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FunnelByNumbersTest {
    private static final int VIP = 1;
    private static final int DNC = 2;
    private static final Audience<LabelId> VIPS =
            new Audience<>(List.of(Samples.label(VIP)), List.of(), List.of(Samples.label(DNC)), List.of());

    @Test
    void a_number_is_messaged_once_however_many_contacts_have_it_and_however_they_write_it() {
        var funnel = funnel(row(1, "+447700900001", VIP), row(2, "+44 7700 900001", VIP), row(3, "+447700900002", VIP));

        assertThat(funnel.roster().messages()).isEqualTo(2);
        assertThat(removed(funnel, Funnel.Kind.SAME_NUMBER)).isEqualTo(1);
        assertThat(funnel.unknownToSeax()).isEqualTo(1);
    }

    @Test
    void nobody_is_messaged_whose_number_an_excluded_contact_has_as_its_own_or_as_its_telephone() {
        var telephone = new Contact(
                Samples.contact(9),
                "Someone",
                Optional.of("+447700900003"),
                Optional.of("+447700900009"),
                java.util.Set.of(Samples.label(DNC)),
                Map.of());
        var funnel = funnel(
                row(1, "+447700900001", VIP),
                row(2, "+447700900001", DNC),
                row(3, "+447700900003", VIP),
                telephone,
                row(4, "+447700900004", VIP));

        assertThat(numbers(funnel)).containsExactly("+447700900004");
        assertThat(removed(funnel, Funnel.Kind.EXCLUDED_NUMBER)).isEqualTo(2);
    }

    @Test
    void a_number_that_cannot_be_read_is_not_messaged() {
        var funnel = funnel(row(1, "call me", VIP), row(2, "+447700900002", VIP));

        assertThat(numbers(funnel)).containsExactly("+447700900002");
        assertThat(removed(funnel, Funnel.Kind.UNREADABLE_NUMBER)).isEqualTo(1);
    }

    @Test
    void the_contact_with_the_smallest_id_stands_for_its_number_in_whatever_order_they_are_read() {
        var one = row(1, "+447700900001", VIP);
        var other = row(2, "+447700900001", VIP);

        assertThat(funnel(one, other).roster().ids())
                .isEqualTo(funnel(other, one).roster().ids());
        assertThat(funnel(other, one).roster().ids()).containsExactly(Samples.contact(1));
    }

    @Test
    void whoever_is_in_the_list_of_an_earlier_part_is_not_messaged_again() {
        var contacts = ContactIndex.of(List.of(row(1, "+447700900001", VIP), row(2, "+447700900002", VIP)));
        var listed = new ReachedPeople(contacts, String::hashCode);
        listed.add(ReachedPeople.keyed(List.of("+447700900002"), String::hashCode));

        var funnel = Funnel.byNumbers(VIPS, LabelId::value, contacts, VIPS.exclude(), Optional.of(listed));

        assertThat(numbers(funnel)).containsExactly("+447700900001");
        assertThat(removed(funnel, Funnel.Kind.EARLIER_PARTS)).isEqualTo(1);
    }

    private static Funnel funnel(Contact... contacts) {
        var index = ContactIndex.of(List.of(contacts));
        return Funnel.byNumbers(VIPS, LabelId::value, index, VIPS.exclude(), Optional.empty());
    }

    private static List<String> numbers(Funnel funnel) {
        var roster = funnel.roster();
        return roster.rows().mapToObj(roster::number).sorted().toList();
    }

    private static int removed(Funnel funnel, Funnel.Kind kind) {
        return funnel.steps().stream()
                .filter(step -> step.kind() == kind)
                .mapToInt(Funnel.Step::removed)
                .sum();
    }

    private static Contact row(int id, String number, Integer... labels) {
        return new Contact(
                Samples.contact(id),
                "Someone",
                Optional.of(number),
                Optional.of(number),
                Arrays.stream(labels).map(Samples::label).collect(Collectors.toSet()),
                Map.of());
    }
}
