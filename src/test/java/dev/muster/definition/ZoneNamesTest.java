package dev.muster.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.ZoneId;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ZoneNamesTest {
    @ParameterizedTest
    @CsvSource({
        "EST, America/New_York",
        "est, America/New_York",
        "EDT, America/New_York",
        "CST, America/Chicago",
        "CST, Asia/Shanghai",
        "IST, Asia/Kolkata",
        "IST, Europe/Dublin",
        "IST, Asia/Jerusalem",
        "BST, Europe/London",
        "BST, Asia/Dhaka",
        "PST, America/Los_Angeles",
        "JST, Asia/Tokyo",
        "AEST, Australia/Sydney",
        "MESZ, Europe/Berlin",
        "HST, Pacific/Honolulu",
        "Tokyo, Asia/Tokyo",
        "new york, America/New_York",
        "america/new_york, America/New_York",
        "America/NewYork, America/New_York",
        "Europe/Berln, Europe/Berlin",
        "Amerika/Chicago, America/Chicago"
    })
    void what_people_write_leads_to_the_zones_that_it_is_used_for(String written, String zone) {
        assertThatIllegalArgumentException().isThrownBy(() -> ZoneNames.zone(written));
        assertThat(ZoneNames.meant(written)).get().asString().contains("`" + zone + "`");
    }

    @ParameterizedTest
    @ValueSource(strings = {"XST", "CETT", "EETS", "UTC+2", "GMT+01:00", "+02:00", "Z+1", "nowhere", "", "/"})
    void nothing_is_guessed_from_the_spelling_of_an_abbreviation_or_an_offset(String written) {
        assertThat(ZoneNames.meant(written)).isEmpty();
    }

    @Test
    void every_zone_that_is_named_exists() {
        assertThat(
                        "EST CST MST PST AKST HST AST NST BRT ART CLT COT PET VET BST IST CEST EEST WEST MSK TRT GST IRST PKT NPT"
                                .split(" "))
                .allSatisfy(word -> assertThat(
                                ZoneNames.meant(word).orElseThrow().split("`"))
                        .filteredOn(part -> part.contains("/"))
                        .isNotEmpty()
                        .allSatisfy(zone -> assertThat(ZoneNames.zone(zone)).isEqualTo(ZoneId.of(zone))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "GMT", "CET", "EET", "Europe/Berlin", "America/New_York"})
    void names_of_zones_are_read(String name) {
        assertThat(ZoneNames.zone(name)).isEqualTo(ZoneId.of(name));
    }
}
