package dev.muster.part;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.model.CampaignIdentity;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The expected numbers come from another implementation of HMAC-SHA256. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PartDigestTest {
    private static final String WORKSPACE = "3fa85f64-5717-4562-b3fc-2c963f66afa6";

    @Test
    void a_number_falls_at_the_same_place_on_every_machine() {
        assertThat(chunk("winter-preview-2026/1", "+447700900001")).isEqualTo(0.05284593941260041);
        assertThat(chunk("winter-preview-2026/1", "+15550100100")).isEqualTo(0.7154418706482709);
    }

    @Test
    void another_generation_cuts_people_in_another_way() {
        assertThat(chunk("winter-preview-2026/2", "+447700900001")).isEqualTo(0.569007742989355);
    }

    private static double chunk(String identity, String number) {
        return new PartDigest(WORKSPACE, CampaignIdentity.parse(identity)).chunk(number);
    }
}
