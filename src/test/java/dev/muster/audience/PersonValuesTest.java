package dev.muster.audience;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.model.Contact;
import dev.muster.testing.Samples;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PersonValuesTest {
    @Test
    void a_field_is_found_by_its_very_name_and_else_without_case() {
        var values = values(List.of("City", "city", "TOWN"), Map.of("City", "Bonn", "city", "Köln", "Town", "Ulm"));

        assertThat(values.value(0, "City")).contains("Bonn");
        assertThat(values.value(0, "city")).contains("Köln");
        assertThat(values.value(0, "TOWN")).contains("Ulm");
    }

    @Test
    void blanks_are_nothing_and_so_are_fields_that_nobody_asked_for() {
        var values = values(List.of("city"), Map.of("city", "  ", "plan", "gold"));

        assertThat(values.value(0, "city")).isEmpty();
        assertThat(values.value(0, "plan")).isEmpty();
        assertThat(values.value(7, "city")).isEmpty();
    }

    @Test
    void a_phone_number_is_no_value() {
        assertThat(values(List.of("phone", "name"), Map.of("phone", "+447700900001"))
                        .value(0, "phone"))
                .isEmpty();
    }

    @Test
    void a_later_reading_takes_the_place_of_an_earlier_one() {
        var values = values(List.of("city"), Map.of("city", "Bonn"));
        values.put(0, contact(Map.of()));

        assertThat(values.value(0, "city")).isEmpty();
    }

    private static PersonValues values(List<String> fields, Map<String, String> has) {
        var values = new PersonValues(fields);
        values.put(0, contact(has));
        return values;
    }

    private static Contact contact(Map<String, String> fields) {
        var number = Optional.of("+447700900001");
        return new Contact(Samples.contact(1), "Someone", number, number, Set.of(), fields);
    }
}
