package dev.muster.apply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.model.Marker;
import dev.muster.model.Template;
import dev.muster.part.PartMember;
import dev.muster.plan.PartRequest;
import dev.muster.plan.PlannedPart;
import dev.muster.testing.Records;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PartRedactorTest {
    private static final String BODY = """
            {"highly_structured_message": {"destinations": [{"destination": "+447700900123", "components": [
              {"type": "header", "parameters": [{"type": "image", "image": {"link": "https://cdn.example.com/zoe.jpg"}}]},
              {"type": "body", "parameters": [{"type": "text", "parameter_name": "name", "text": "Zoë"},
                                              {"type": "text", "text": "12 Station Road"}]},
              {"type": "button", "sub_type": "url", "index": 0, "parameters": [{"type": "text", "text": "C-101924"}]},
              {"type": "button", "sub_type": "copy_code", "index": 1,
               "parameters": [{"type": "coupon_code", "coupon_code": "ONLYZOE"}]}]}]}}""";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+447700900123",
                "447700900123",
                "07700 900123",
                "+44 (7700) 900-123",
                "44.7700.900.123",
                "Zoë",
                "Zo\\u00EB",
                "12 Station Road",
                "C-101924",
                "ONLYZOE",
                "https://cdn.example.com/zoe.jpg"
            })
    void nothing_of_a_person_stays_in_what_seax_says(String echoed) {
        var said = new PartRedactor(request()).of("{\"error\":\"bad\",\"message\":\"see '" + echoed + "' for it\"}");

        assertThat(said).doesNotContain(echoed).contains("\"error\":\"bad\"").contains(" for it");
    }

    @Test
    void ids_and_times_and_other_numbers_stay() {
        var said =
                "{\"id\":\"campaign_4c956a0c-96b3-4624-bab0-a891914bfe50\",\"created_time\":\"2026-11-30T09:00:00Z\","
                        + "\"total_destinations\":476,\"job_id\":\"1764558250999\"}";

        assertThat(new PartRedactor(request()).of(said)).isEqualTo(said);
    }

    @Test
    void the_id_of_the_campaign_stays_also_where_a_value_is_in_it() {
        var said = "{\"id\": \"campaign-Zoë-1\", \"message\": \"for Zoë\"}";

        assertThat(new PartRedactor(request()).of(said))
                .isEqualTo("{\"id\": \"campaign-Zoë-1\", \"message\": \"for [value]\"}");
    }

    private static PartRequest request() {
        var identity = Records.identity("sale/1#01");
        var marker = Marker.of("w", identity);
        var template = new Template("1", "sale", "en_US", "APPROVED", "MARKETING", false, Optional.of("Hello"));
        var member = new PartMember(1, "+447700900123", "en_US", 100);
        var part = new PlannedPart(identity, marker, "Sale" + marker.suffix(), template, List.of(member));
        return new PartRequest(part, List.of(member.number()), BODY);
    }
}
