package dev.muster.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.model.Audience;
import dev.muster.model.Campaign;
import dev.muster.model.Message;
import dev.muster.model.Phone;
import dev.muster.model.Template;
import dev.muster.resolve.MessageContext;
import dev.muster.resolve.Reach;
import dev.muster.resolve.ResolvedCampaign;
import dev.muster.testing.Records;
import dev.muster.testing.Samples;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MessageTextTest {
    private static final Phone SALES =
            new Phone(Samples.SALES_LINE, "Sales Line", "+15550100100", true, Optional.of(true));

    @Test
    void the_template_is_named_with_its_language_and_category() {
        var listed = List.of(
                new Template("1", "holiday_sale", "es", "APPROVED", "UTILITY", false, Optional.of("Hola")),
                new Template("2", "holiday_sale", "en_US", "APPROVED", "MARKETING", false, Optional.of("Hello")));
        assertThat(MessageText.template(naming("holiday_sale", Optional.of(listed))))
                .contains("holiday_sale (en_US), MARKETING");
    }

    @Test
    void without_a_list_of_templates_the_category_is_unknown() {
        assertThat(MessageText.template(naming("holiday_sale", Optional.empty())))
                .contains("holiday_sale (en_US), category unknown");
    }

    private static ResolvedCampaign naming(String template, Optional<List<Template>> listed) {
        var plain = Records.campaign("holiday-sale/1", "Hello");
        var named = Optional.of(new Message.Template(template, "en_US"));
        var campaign = new Campaign(
                plain.identity(),
                plain.name(),
                plain.owner(),
                plain.senders(),
                plain.audience(),
                plain.expect(),
                new Message("Hello", List.of(), false, named, Map.of()),
                plain.schedule(),
                List.of(),
                Map.of(),
                List.of());
        return new ResolvedCampaign(
                campaign,
                List.of(SALES),
                new Audience<>(List.of(), List.of(), List.of(), List.of()),
                List.of(),
                new Reach.Unknown("not asked", 0),
                new MessageContext(
                        Optional.empty(), listed.map(all -> List.of(new MessageContext.Listed(SALES, all)))));
    }
}
