package dev.muster.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class NumberRegionsTest {
    private final NumberRegions plan = new NumberRegions();

    @ParameterizedTest
    @CsvSource({
        "+12125550101, America/New_York, true",
        "+13125550101, America/Chicago, true",
        "+14165550101, America/Toronto, false",
        "+4917139200012, Europe/Berlin, false",
        "+9155501123, Asia/Calcutta, false",
        "+5511912345678, America/Sao_Paulo, false"
    })
    void a_number_of_one_place_is_in_its_zone(String number, String zone, boolean unitedStates) {
        assertThat(zones(number)).containsExactly(zone);
        assertThat(plan.of(number).unitedStates()).isEqualTo(unitedStates);
    }

    @Test
    void an_area_in_two_zones_may_be_in_both() {
        assertThat(zones("+19075550101")).containsExactly("America/Adak", "America/Anchorage");
    }

    @Test
    void a_mobile_number_may_be_anywhere_in_its_country() {
        assertThat(zones("+61491570006")).contains("Australia/Perth", "Australia/Sydney");
    }

    @Test
    void a_number_that_does_not_exist_may_be_anywhere_in_its_country() {
        assertThat(zones("+15550100001")).contains("America/New_York", "Pacific/Honolulu", "America/Toronto");
        assertThat(zones("+447700900123")).contains("Europe/London");
        assertThat(plan.of("+15550100001").unitedStates()).isFalse();
    }

    @Test
    void a_number_of_no_country_is_nowhere() {
        assertThat(plan.of("+99912345678")).isEqualTo(NumberRegion.UNKNOWN);
        assertThat(plan.of("+888123456789")).isEqualTo(NumberRegion.UNKNOWN);
        assertThat(plan.of("call me")).isEqualTo(NumberRegion.UNKNOWN);
        assertThat(plan.of("")).isEqualTo(NumberRegion.UNKNOWN);
    }

    @Test
    void numbers_of_one_exchange_are_at_one_place() {
        assertThat(plan.of("+12125550199")).isSameAs(plan.of("+12125550101"));
    }

    private List<String> zones(String number) {
        return plan.of(number).zones().stream().map(zone -> zone.getId()).toList();
    }
}
