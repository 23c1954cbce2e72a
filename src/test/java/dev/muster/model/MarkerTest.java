package dev.muster.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MarkerTest {
    private static final CampaignIdentity SALE = CampaignIdentity.parse("holiday-sale-2026/1");

    @Test
    void is_the_same_on_every_machine() {
        assertThat(Marker.of("workspace-1", SALE)).isEqualTo(Marker.of("workspace-1", SALE));
    }

    @Test
    void differs_by_workspace_key_and_generation() {
        assertThat(Marker.of("workspace-1", SALE))
                .isNotEqualTo(Marker.of("workspace-2", SALE))
                .isNotEqualTo(Marker.of("workspace-1", CampaignIdentity.parse("holiday-sale-2026/2")))
                .isNotEqualTo(Marker.of("workspace-1", CampaignIdentity.parse("holiday-sale-2027/1")));
    }

    @Test
    void is_found_at_the_end_of_a_name_only() {
        var marker = Marker.of("workspace-1", SALE);
        assertThat(Marker.in("Sale" + marker.suffix())).contains(marker);
        assertThat(Marker.in("Sale" + marker.suffix() + " copy")).isEmpty();
        assertThat(marker.suffix()).hasSize(Marker.SUFFIX_LENGTH);
    }
}
