package dev.muster.audience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.model.Audience;
import dev.muster.model.Contact;
import dev.muster.model.LabelId;
import dev.muster.testing.Samples;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PropertyIndexTest {
    private final ContactIndex contacts = ContactIndex.of(List.of(
            contact(1, "+4930000001", 1),
            contact(2, "+4930000001", 1),
            contact(3, "+4930000002", 2),
            contact(4, "+12125550101", 1),
            contact(5, "", 1)));

    @Test
    void counts_people_and_not_rows_of_each_roster() {
        var spread = PropertyIndex.around(roster(1), PropertyIndexTest::country);

        assertThat(spread.of(roster(1))).isEqualTo(Map.of("DE", 1, "US", 1));
        assertThat(spread.of(roster(2))).isEqualTo(Map.of("DE", 1));
        assertThat(spread.of(roster(3))).isEmpty();
    }

    @Test
    void looks_at_every_number_once() {
        var asked = new ArrayList<String>();
        var spread = PropertyIndex.around(roster(1), number -> {
            asked.add(number);
            return number;
        });
        spread.of(roster(1));
        spread.of(roster(2));

        assertThat(asked).containsExactlyInAnyOrder("+4930000001", "+4930000002", "+12125550101");
    }

    @Test
    void refuses_a_roster_of_other_contacts() {
        var spread = PropertyIndex.around(roster(1), PropertyIndexTest::country);
        var others = roster(ContactIndex.of(List.of(contact(1, "+4930000001", 1))), 1);

        assertThatThrownBy(() -> spread.of(others)).isInstanceOf(IllegalArgumentException.class);
    }

    private static String country(String number) {
        return number.startsWith("+49") ? "DE" : "US";
    }

    private Roster roster(int label) {
        return roster(contacts, label);
    }

    private static Roster roster(ContactIndex contacts, int label) {
        var audience = new Audience<>(List.of(Samples.label(label)), List.of(), List.of(), List.of());
        return Funnel.of(audience, LabelId::value, contacts).roster();
    }

    private static Contact contact(int id, String number, int label) {
        return new Contact(
                Samples.contact(id),
                "",
                Optional.empty(),
                Optional.of(number).filter(text -> !text.isEmpty()),
                Set.of(Samples.label(label)),
                Map.of());
    }
}
