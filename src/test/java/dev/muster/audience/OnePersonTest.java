package dev.muster.audience;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.model.Audience;
import dev.muster.model.Contact;
import dev.muster.model.ContactId;
import dev.muster.model.KeyedHash;
import dev.muster.model.LabelId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Contacts of one person are one person, however SeaX writes their numbers; and two people never become one. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class OnePersonTest {
    private static final LabelId DNC = new LabelId("dnc");
    private static final LabelId NEWS = new LabelId("news");
    private static final KeyedHash HASH = text -> (text.hashCode() * 0x9E3779B97F4A7C15L) ^ text.length();

    private final List<Contact> contacts = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+1 (312) 555-0142",
                "0013125550142",
                "13125550142",
                "whatsapp:+13125550142",
                "13125550142@c.us",
                "+1\u202f312\u202f555\u202f0142",
                "\u202a+13125550142\u202c"
            })
    void sees_an_opt_out_on_another_contact_in_any_spelling(String written) {
        add("+13125550142", NEWS);
        add(written, DNC);

        assertThat(roster().contacts().peopleCarrying(List.of(DNC), roster())).isEqualTo(1);
        assertThat(roster().contacts().likelyCarrying(List.of(DNC), roster())).isZero();
    }

    @ParameterizedTest
    @CsvSource({"+551188887777, +5511988887777", "5215512345678, +52 55 1234 5678", "+22997123456, +2290197123456"})
    void takes_two_spellings_of_one_account_for_one_person(String one, String other) {
        add(one, NEWS);
        add(other, NEWS);

        assertThat(roster().people()).isEqualTo(1);
        assertThat(roster().surplus()).isEqualTo(1);
    }

    @Test
    void says_of_spellings_that_can_both_be_given_out_that_they_are_likely_one() {
        add("+541123456789", NEWS);
        add("+5491123456789", NEWS);
        add("+5491123456780", NEWS);
        add("+541123456780", DNC);

        assertThat(roster().people()).isEqualTo(3);
        assertThat(roster().likelySurplus()).isEqualTo(1);
        assertThat(roster().contacts().peopleCarrying(List.of(DNC), roster())).isZero();
        assertThat(roster().contacts().likelyCarrying(List.of(DNC), roster())).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "+4915112345693 | +4915112345693.0",
                "+4915112345692 | 4.915112345692E+12",
                "+4915112345690 | 4,91511234569e12",
                "+4915112345692 | 4.915.112.345.692,00",
                "+4915112345687 | ++4915112345687",
                "+4915112345689 | 015112345689",
                "+4915112345689 | 0151/12345689 or 0151/12345600",
                "+15550119001 | 5550119001",
                "+15550119002 | (555) 011-9002",
                "+525512345699 | +52 044 55 1234 5699",
                "+79161234567 | 89161234567",
                "+380501234567 | 80501234567",
                "+15550119006 | +015550119006",
                "+4915112345693 | +4915112345693 (Ada)"
            })
    void says_of_a_number_that_cannot_be_read_whose_it_likely_is(String number, String damaged) {
        add(number, DNC);
        add(damaged, NEWS);
        assertThat(roster().contacts().likelyCarrying(List.of(DNC), roster())).isEqualTo(1);

        contacts.clear();
        add(number, NEWS);
        add(damaged, DNC);
        assertThat(roster().contacts().likelyCarrying(List.of(DNC), roster())).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "+4915112345693, +4315112345693",
        "+4915112345693, 4.91511E+12",
        "+4915112345693, 015112345694",
        "+4915112345693, 345693",
        "+4915112345693, +4315112345693.5"
    })
    void takes_nobody_for_another_whose_digits_are_others_or_lost(String number, String other) {
        add(number, DNC);
        add(other, NEWS);

        assertThat(roster().contacts().likelyCarrying(List.of(DNC), roster())).isZero();
    }

    @Test
    void compares_two_numbers_that_can_be_read_never_by_way_of_a_third() {
        add("+4915112345693", DNC);
        add("+4315112345693", NEWS);
        add("015112345693", new LabelId("other"));

        assertThat(roster().contacts().likelyCarrying(List.of(DNC), roster())).isZero();
    }

    @Test
    void counts_what_cannot_be_read_and_compares_it_with_nobody() {
        add("ask Ada", NEWS);
        add("ask Ada", NEWS);
        add("ask Ada", DNC);
        add("+13125550142", NEWS);

        assertThat(roster().people()).isEqualTo(3);
        assertThat(roster().unreadable()).isEqualTo(2);
        assertThat(index().unreadableCarrying(List.of(DNC))).isEqualTo(1);
        assertThat(roster().contacts().peopleCarrying(List.of(DNC), roster())).isZero();
    }

    @Test
    void sees_an_opt_out_on_a_contact_that_has_the_number_as_its_telephone() {
        add("+13125550142", NEWS);
        add(Optional.of("(+1) 312 555 0142"), Optional.empty(), DNC);
        add(Optional.of("+1 312 555 0142"), Optional.of("+13125550199"), DNC);

        assertThat(roster().contacts().peopleCarrying(List.of(DNC), roster())).isEqualTo(1);
        assertThat(roster().people()).isEqualTo(1);
    }

    @Test
    void counts_somebody_in_two_campaigns_under_two_likely_spellings() {
        add("+541123456789", NEWS);
        add("+5491123456789", DNC);

        var index = index();

        var overlap = Overlap.of(List.of(
                Funnel.of(audience(NEWS), LabelId::value, index).roster(),
                Funnel.of(audience(DNC), LabelId::value, index).roster()));

        assertThat(overlap.people()).isEqualTo(2);
        assertThat(overlap.severalCampaigns()).isEqualTo(1);
    }

    /** What 0.1 kept of a review or of a roster was made of the text that SeaX gave. */
    @ParameterizedTest
    @ValueSource(strings = {"+1 (312) 555-0142", "0013125550142", "whatsapp:+13125550142", "+551188887777"})
    void compares_a_sketch_that_was_made_of_the_text_of_the_number(String written) {
        var kept = written.matches("[0-9]{8,15}") ? "+" + written : written;
        var old = new AudienceSketch(2, sketchOf(kept, "+13125550100"));
        add(written, NEWS);
        add("+13125550100", NEWS);

        var drift = old.to(old.later(roster(), HASH, roster -> AudienceSketch.of(roster, HASH)));

        assertThat(drift.isNone()).isTrue();
    }

    @Test
    void recognises_in_a_log_whom_an_old_roster_has_under_the_text_of_the_number() {
        var old = new AudienceSketch(1, sketchOf("+1 (312) 555-0142"));
        var contact = add("+1 (312) 555-0142", NEWS);

        var messaged = new MessagedPeople(Optional.of(index()), Optional.of(old), HASH);
        messaged.add(Optional.of(contact), "13125550142");

        assertThat(messaged.unexpected()).isZero();
        assertThat(messaged.missing()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"+5511988887777, 551188887777", "+541123456789, 5491123456789", "+525512345678, 5215512345678"})
    void recognises_in_a_log_the_spelling_that_whatsapp_uses(String planned, String logged) {
        add(planned, NEWS);
        var approved = AudienceSketch.of(roster(), HASH);

        var messaged = new MessagedPeople(Optional.of(index()), Optional.of(approved), HASH);
        messaged.add(Optional.empty(), logged);
        messaged.add(Optional.empty(), logged);

        assertThat(messaged.unexpected()).isZero();
        assertThat(messaged.missing()).isZero();
        assertThat(messaged.repeats()).isEqualTo(1);
    }

    private static String sketchOf(String... texts) {
        return AudienceSketch.text(Stream.of(texts)
                .map(text -> AudienceSketch.cut(text, HASH))
                .collect(Collectors.toCollection(TreeSet::new)));
    }

    private ContactId add(String whatsapp, LabelId... labels) {
        return add(Optional.of(whatsapp), Optional.of(whatsapp), labels);
    }

    private ContactId add(Optional<String> phone, Optional<String> whatsapp, LabelId... labels) {
        var id = new ContactId(String.format(Locale.ROOT, "c-%03d", contacts.size()));
        contacts.add(new Contact(id, "Ada", phone, whatsapp, Set.of(labels), Map.of()));
        return id;
    }

    private ContactIndex index() {
        return ContactIndex.of(contacts);
    }

    private Roster roster() {
        return Funnel.of(audience(NEWS), LabelId::value, index()).roster();
    }

    private static Audience<LabelId> audience(LabelId label) {
        return new Audience<>(List.of(label), List.of(), List.of(), List.of());
    }
}
