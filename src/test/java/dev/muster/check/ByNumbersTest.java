package dev.muster.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.definition.Definitions;
import dev.muster.model.Campaign;
import dev.muster.model.Message;
import dev.muster.model.SendBy;
import dev.muster.model.TemplateMessage;
import dev.muster.model.TemplateMessage.Body;
import dev.muster.model.TemplateMessage.Header;
import dev.muster.model.TemplateMessage.LanguageRule;
import dev.muster.model.TemplateMessage.MediaKind;
import dev.muster.model.text.ValueText;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What definitions of campaigns by numbers mean. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ByNumbersTest {
    private static final Definitions EXAMPLES = Folder.at(Path.of("src/test/resources/definitions/ok/by-numbers"))
            .value()
            .orElseThrow();

    @Test
    void a_message_names_its_template_and_fills_its_slots() {
        assertThat(campaign("winter-preview-2026").message())
                .isEqualTo(Message.of(new TemplateMessage(
                        "vip_preview",
                        new LanguageRule.ByField("language", Map.of("es", "es_MX", "no", "nb"), "en_US"),
                        Optional.of(new Header.Media(
                                MediaKind.DOCUMENT,
                                ValueText.parse("{invoice_url}"),
                                Optional.of(ValueText.parse("{order number|invoice}.pdf")))),
                        new Body.Named(new TreeMap<>(Map.of(
                                "name", ValueText.parse("{first_name|there}"),
                                "discount", ValueText.parse("20"),
                                "since", ValueText.parse("{member_since:date}")))),
                        new TreeMap<>(Map.of(1, ValueText.parse("{customer_id}"), 2, ValueText.parse("SAVE20"))),
                        true)));
    }

    @Test
    void a_message_of_its_own_document_serves_several_campaigns() {
        var counted = new Body.Counted(
                List.of(ValueText.parse("{name}"), ValueText.parse("{Größe|M}"), ValueText.parse(":-}} {{")));

        assertThat(List.of("update-one", "update-two"))
                .allSatisfy(key -> assertThat(campaign(key).message().byNumbers())
                        .hasValueSatisfying(message -> {
                            assertThat(message.body()).isEqualTo(counted);
                            assertThat(message.leavesOut()).isFalse();
                            assertThat(message.language()).isEqualTo(new LanguageRule.Fixed("en"));
                        }));
    }

    @Test
    void a_campaign_is_sent_as_it_says_and_else_as_its_workspaces_say() {
        var workspace = EXAMPLES.project().workspaces().values().iterator().next();

        assertThat(workspace.sendBy()).isEqualTo(SendBy.NUMBERS);
        assertThat(workspace.maxDestinations()).isEqualTo(200);
        assertThat(campaign("newsletter-2026").message().byNumbers()).isEmpty();
        assertThat(campaign("update-one").message().byNumbers()).isPresent();
    }

    @Test
    void where_nothing_is_written_people_are_found_by_labels_and_a_request_lists_500() {
        var project = Folder.of(List.of(Folder.project())).value().orElseThrow().project();
        var workspace = project.workspaces().values().iterator().next();

        assertThat(workspace.sendBy()).isEqualTo(SendBy.LABELS);
        assertThat(workspace.maxDestinations()).isEqualTo(500);
    }

    @Test
    void the_place_of_every_value_can_be_found() {
        var places = EXAMPLES.places();

        assertThat(places.of("winter-preview-2026.message.header.document")).hasToString(file() + ":7:22");
        assertThat(places.of("winter-preview-2026.message.body.discount")).hasToString(file() + ":8:48");
        assertThat(places.of("winter-preview-2026.message.buttons.2")).hasToString(file() + ":9:36");
        assertThat(places.of("winter-preview-2026.message.template.language.map.es"))
                .hasToString(file() + ":6:71");
        assertThat(places.of("winter-preview-2026.message.template.name")).hasToString(file() + ":6:20");
        assertThat(places.of("update-two.message.body.1").file()).hasToString(folder() + "/shared.yaml");
    }

    private static String file() {
        return folder() + "/winter-preview.yaml";
    }

    private static String folder() {
        return "src/test/resources/definitions/ok/by-numbers";
    }

    private static Campaign campaign(String key) {
        return EXAMPLES.campaigns().stream()
                .filter(campaign -> campaign.key().value().equals(key))
                .findFirst()
                .orElseThrow();
    }
}
