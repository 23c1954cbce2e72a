package dev.muster.audience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.muster.model.Audience;
import dev.muster.model.Contact;
import dev.muster.model.ContactId;
import dev.muster.model.LabelId;
import dev.muster.model.project.Restrictions;
import dev.muster.testing.Samples;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FieldIndexTest {
    private static final LabelId EVERYONE = Samples.label(1);

    private final List<Contact> contacts = new ArrayList<>();
    private Restrictions restrictions = Restrictions.NONE;

    @Test
    void a_value_that_is_not_there_leaves_the_raw_placeholder() {
        person("Ana", Map.of("city", "Apia"));
        person("Bo", Map.of());
        person("Cy", Map.of("town", "Rome"));
        assertThat(filledIn("Hi from {city}").gaps()).containsExactly(new FilledIn.Gap("city", 2, 0, 0));
        assertThat(filledIn("Hi from {city}").people()).isEqualTo(3);
        assertThat(filledIn("Hi from {city}").longest()).isEqualTo("Hi from {city}".length());
    }

    @Test
    void blank_values_are_counted_apart_and_may_stay_raw() {
        person("Ana", Map.of("city", ""));
        person("Bo", Map.of("city", "  "));
        person("Cy", Map.of("city", "X"));
        assertThat(filledIn("{city}")).isEqualTo(new FilledIn(3, 6, 6, List.of(new FilledIn.Gap("city", 0, 2, 0))));
    }

    @Test
    void name_and_phone_come_from_the_contact_whatever_the_fields_say() {
        person("Ana", Map.of("name", "a much longer name", "phone", "1"));
        person("", Map.of("name", "Bo"));
        assertThat(filledIn("{name} {phone}").gaps())
                .containsExactly(new FilledIn.Gap("name", 1, 0, 0), new FilledIn.Gap("phone", 0, 0, 0));
        assertThat(filledIn("{NAME}").gaps()).containsExactly(new FilledIn.Gap("NAME", 1, 0, 0));
    }

    @Test
    void a_contact_without_a_phone_keeps_the_raw_one() {
        add(1, "Ana", Optional.empty(), "+15550100001", Map.of());
        assertThat(filledIn("{phone}").gaps()).containsExactly(new FilledIn.Gap("phone", 1, 0, 0));
    }

    @Test
    void names_are_compared_without_case_and_the_worst_twin_counts() {
        person("Ana", Map.of("First_Name", "Ana"));
        person("Bo", Map.of("FIRST_NAME", "", "first_name", "Roberto"));
        assertThat(filledIn("{first_NAME}"))
                .isEqualTo(new FilledIn(2, 12, 12, List.of(new FilledIn.Gap("first_NAME", 0, 1, 0))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"labels", "WhatsApp"})
    void reserved_words_are_never_filled_in(String word) {
        person("Ana", Map.of(word, "value"));
        assertThat(filledIn("{" + word + "}").gaps()).containsExactly(new FilledIn.Gap(word, 1, 0, 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "a\rb", "a\tb", "a     b", "\u2028", "end\n"})
    void line_breaks_tabs_and_long_runs_of_spaces_are_unfit(String value) {
        person("Ana", Map.of("city", "x" + value));
        assertThat(filledIn("{city}").gaps()).containsExactly(new FilledIn.Gap("city", 0, 0, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a    b", "é", "{name}", "$1", "\\", "{"})
    void everything_else_is_taken_as_it_stands(String value) {
        person("Ana", Map.of("city", value));
        assertThat(filledIn("{city}"))
                .isEqualTo(new FilledIn(1, value.length(), value.length(), List.of(new FilledIn.Gap("city", 0, 0, 0))));
    }

    @Test
    void the_longest_is_one_persons_text_and_not_the_sum_of_the_longest_values() {
        person("Annabelle", Map.of("city", "Rom"));
        person("Bo", Map.of("city", "Amsterdam"));
        assertThat(filledIn("{name}/{city}/{name}").longest()).isEqualTo("Annabelle/Rom/Annabelle".length());
    }

    @Test
    void emoji_count_as_two_units_and_one_code_point() {
        person("🎉🎉", Map.of());
        var filledIn = filledIn("🎉 {name}");
        assertThat(filledIn.longest()).isEqualTo(7);
        assertThat(filledIn.longestInCodePoints()).isEqualTo(4);
    }

    @Test
    void a_person_on_two_contacts_is_counted_once() {
        add(1, "Ana", Optional.empty(), "+15550100001", Map.of());
        add(2, "A.", Optional.empty(), "+15550100001", Map.of());
        assertThat(filledIn("{city}")).satisfies(filledIn -> {
            assertThat(filledIn.people()).isEqualTo(1);
            assertThat(filledIn.gaps()).containsExactly(new FilledIn.Gap("city", 1, 0, 0));
        });
    }

    @Test
    void only_the_roster_counts() {
        person("Ana", Map.of("city", "Apia"));
        contacts.add(new Contact(
                Samples.contact(99), "Bo", Optional.empty(), Optional.of("+15550100099"), Set.of(), Map.of()));
        assertThat(filledIn("{city}").gaps()).containsExactly(new FilledIn.Gap("city", 0, 0, 0));
    }

    @Test
    void a_text_without_placeholders_is_as_long_as_it_is_written() {
        person("Ana", Map.of());
        assertThat(filledIn("Hello")).isEqualTo(new FilledIn(1, 5, 5, List.of()));
    }

    @Test
    void a_placeholder_that_was_not_indexed_is_a_bug() {
        person("Ana", Map.of());
        var index = ContactIndex.of(contacts);
        var fields = fields(contacts, index, List.of("{name}"), Restrictions.NONE);
        assertThatIllegalArgumentException().isThrownBy(() -> fields.fillIn("{city}", roster(index)));
    }

    @ParameterizedTest
    @CsvSource({
        "Hi {name}!, http://evil.example/win, e….example",
        "Hi {name}!, bit.ly/abc, b….ly",
        "Hi {name}!, *bit.ly*, b….ly",
        "Hi {name}!, Ana https://evil.example, e….example",
        "Hi {name}!, bit\u2060.ly/x, b….ly",
        "{name}.example, Evil, e….example",
        "https://{name}/x, evil, e…",
        "{name}com, evil., e….com",
        "https:{name}, //evil.example, e….example",
        "https://example.com/{name}, x evil.example, e….example",
        "https://example.com/?n={name}, Ana https://evil.example, e….example",
        "*{name}*.ly/abc, bit, b….ly",
        "{name}{name}, evil.example/, e….example",
        "https://example.com@{name}/x, evil, e…"
    })
    void a_value_that_makes_a_link_is_counted_and_its_host_is_masked(String text, String name, String example) {
        allowed("example.com");
        person(name, Map.of());
        person(name, Map.of());
        assertThat(filledIn(text).links()).isEqualTo(new FilledIn.Links(2, example));
    }

    @ParameterizedTest
    @CsvSource({
        "Hi {name}!, Ana",
        "Hi {name}., Dr. Ana M. Smith",
        "Hi {name}!, St.John",
        "Hi {name}!, https://example.com/win",
        "https://example.com/{name}, evil.example",
        "Hi {name}!, J.R.R.",
        "Hello.{name}, Ana",
        "'{name}, hello', Ana",
        "Write to {name}, ana@evil.example"
    })
    void a_value_that_makes_no_link_or_an_allowed_one_is_left_alone(String text, String name) {
        allowed("example.com");
        person(name, Map.of());
        assertThat(filledIn(text).links()).isEqualTo(new FilledIn.Links(0, ""));
    }

    @Test
    void the_links_of_values_are_those_of_the_roster() {
        person("Ana", Map.of());
        contacts.add(new Contact(
                Samples.contact(99), "bit.ly/x", Optional.empty(), Optional.of("+15550100099"), Set.of(), Map.of()));
        assertThat(filledIn("Hi {name}").links().people()).isZero();
    }

    @Test
    void without_a_list_every_link_of_a_value_counts_but_not_a_host_that_is_written_with_a_placeholder() {
        person("rome.example", Map.of());
        assertThat(filledIn("Hi {name}").links()).isEqualTo(new FilledIn.Links(1, "r….example"));
        assertThat(filledIn("https://{name}/x").links().people()).isZero();
    }

    @Test
    void two_fields_that_differ_in_case_only_are_both_looked_at() {
        person("Ana", Map.of("city", "Rome", "City", "bit.ly/x"));
        assertThat(filledIn("from {city}").links().people()).isEqualTo(1);
    }

    private void allowed(String host) {
        restrictions = new Restrictions(
                OptionalInt.empty(),
                OptionalDouble.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(host),
                Optional.empty(),
                OptionalInt.empty());
    }

    private void person(String name, Map<String, String> fields) {
        int number = contacts.size() + 1;
        var phone = "+1555010000" + number;
        add(number, name, Optional.of(phone), phone, fields);
    }

    private void add(int id, String name, Optional<String> phone, String whatsapp, Map<String, String> fields) {
        ContactId contact = Samples.contact(id);
        contacts.add(new Contact(contact, name, phone, Optional.of(whatsapp), Set.of(EVERYONE), fields));
    }

    private FilledIn filledIn(String text) {
        var index = ContactIndex.of(contacts);
        return fields(contacts, index, List.of(text), restrictions).fillIn(text, roster(index));
    }

    private static Roster roster(ContactIndex index) {
        var everyone = new Audience<>(List.of(EVERYONE), List.of(), List.<LabelId>of(), List.of());
        return Funnel.of(everyone, LabelId::value, index).roster();
    }

    private static FieldIndex fields(
            List<Contact> contacts, ContactIndex index, List<String> texts, Restrictions restrictions) {
        var values = new FieldIndex.Values(texts);
        contacts.forEach(contact -> values.put(index.find(contact.id()).orElseThrow(), contact));
        return values.over(index, restrictions);
    }
}
