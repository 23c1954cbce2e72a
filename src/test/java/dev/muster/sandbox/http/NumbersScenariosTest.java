package dev.muster.sandbox.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.sandbox.api.Operation;
import dev.muster.sandbox.world.MessageFate;
import dev.muster.sandbox.world.ResponseAnomaly;
import dev.muster.sandbox.world.SandboxOptions;
import dev.muster.sandbox.world.ServerVariant;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What can go wrong with a campaign by numbers after it was accepted, or while it is. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class NumbersScenariosTest extends RunningSandbox {
    private static final String ADA = "+15550110001";
    private static final String BEN = "+15550110002";
    private static final String HOUR =
            "{\"template\":\"vip_preview\",\"language\":\"en_US\",\"passes\":3,\"hold\":\"PT1H\"";

    private String sent(String... numbers) throws Exception {
        var answer = client.sendByNumbers(client.byNumbers("Preview", numbers));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json().path("id").asString("");
    }

    private List<JsonNode> log(String campaign) throws Exception {
        return client.get("campaigns/" + campaign + "/logs?limit=100").data();
    }

    private List<String> statuses(String campaign) throws Exception {
        return log(campaign).stream()
                .map(row -> row.path("message_status").asString(""))
                .toList();
    }

    private static String[] numbers(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> "+1555011000" + number)
                .toArray(String[]::new);
    }

    @ParameterizedTest
    @CsvSource({"DROP,0", "COMMIT_THEN_DROP,1", "TRUNCATE,1"})
    void a_post_without_an_answer_was_made_or_not(String fault, int messages) {
        sandbox.fault(
                Operation.SEND_BY_NUMBERS,
                switch (fault) {
                    case "DROP" -> Fault.drop();
                    case "COMMIT_THEN_DROP" -> Fault.commitThenDrop();
                    default -> Fault.commitThenTruncate();
                });

        assertThatThrownBy(() -> sent(ADA)).isInstanceOf(IOException.class);

        assertThat(sandbox.ledger().messages()).isEqualTo(messages);
    }

    @ParameterizedTest
    @CsvSource({"status,500,0", "commit_then_status,500,1", "status,400,0", "rate_limited,429,0", "html,502,0"})
    void an_error_tells_the_truth_or_does_not(String fault, int status, int messages) throws Exception {
        client.control(
                "POST",
                "faults",
                "{\"operation\":\"send_by_numbers\",\"fault\":\"%s\",\"status\":%d}".formatted(fault, status));

        var answer = client.sendByNumbers(client.byNumbers("Preview", ADA));

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.text().contains("status_code")).isEqualTo(status == 429);
        assertThat(sandbox.ledger().messages()).isEqualTo(messages);
    }

    @Test
    void a_late_commit_sends_when_time_passes() throws Exception {
        sandbox.fault(Operation.SEND_BY_NUMBERS, Fault.dropThenCommitLate());
        assertThatThrownBy(() -> sent(ADA)).isInstanceOf(IOException.class);
        assertThat(sandbox.ledger().messages()).isZero();

        sandbox.advance(Duration.ofSeconds(1));

        assertThat(sandbox.ledger().messages()).isEqualTo(1);
    }

    @Test
    void a_gateway_that_repeats_a_post_messages_people_twice() throws Exception {
        sandbox.fault(Operation.SEND_BY_NUMBERS, Fault.replayedByGateway());

        sent(ADA, BEN);

        assertThat(sandbox.ledger().mostPerPersonAndName()).isEqualTo(2);
        assertThat(sandbox.ledgerByNumbers()).hasSize(2);
    }

    @Test
    void an_answer_can_count_too_few_or_have_another_name() throws Exception {
        sandbox.fault(Operation.SEND_BY_NUMBERS, Fault.quirk(ResponseAnomaly.ANOTHER_TOTAL));
        var few = client.sendByNumbers(client.byNumbers("Preview", ADA, BEN));
        assertThat(few.json().path("total_destinations").asInt()).isEqualTo(1);

        with(ServerVariant.NumbersAnswer.OPENAPI);
        sandbox.fault(Operation.SEND_BY_NUMBERS, Fault.quirk(ResponseAnomaly.ANOTHER_NAME));
        var other = client.sendByNumbers(client.byNumbers("Preview", ADA, BEN));
        assertThat(other.json().path("name").asString("")).isEqualTo("Another campaign");

        assertThat(sandbox.ledger().messages()).isEqualTo(4);
        assertThat(client.get("campaigns").column("name")).containsExactly("Preview", "Preview");
    }

    @ParameterizedTest
    @CsvSource({"destination_refused,0", "others_sent,1"})
    void a_refusal_of_one_destination_leaves_nobody_or_the_others_messaged(String fault, int messages)
            throws Exception {
        client.control("POST", "faults", "{\"operation\":\"send_by_numbers\",\"fault\":\"" + fault + "\"}");

        var answer = client.sendByNumbers(client.byNumbers("Preview", ADA, BEN));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("details").path("value").asString("")).isEqualTo(ADA);
        assertThat(sandbox.ledger().messages()).isEqualTo(messages);
        assertThat(sandbox.ledger().people()).doesNotContainKey(ADA);
    }

    @ParameterizedTest
    @CsvSource({"131026", "131049", "131050", "130472", "131053", "132018", "132007", "131042"})
    void a_person_fails_for_a_reason_of_their_own(int code) throws Exception {
        assertThat(client.control("POST", "failures", "{\"code\":" + code + ",\"number\":\"" + BEN + "\"}")
                        .status())
                .isEqualTo(200);

        var campaign = sent(ADA, BEN);
        sandbox.advance(Duration.ofMinutes(1));

        var row = log(campaign).get(1);
        assertThat(row.path("message_status").asString("")).isEqualTo("failed");
        assertThat(row.path("error_code").asInt()).isEqualTo(code);
        assertThat(row.path("error_message").asString(""))
                .isEqualTo(MessageFate.Failure.of(code).orElseThrow().text);
    }

    @Test
    void everybody_fails_when_a_template_does_until_it_is_taken_back() throws Exception {
        client.control("POST", "failures", "{\"code\":132001,\"template\":\"vip_preview\",\"language\":\"en_US\"}");
        var bad = sent(ADA, BEN);
        client.control("POST", "failures", "{\"code\":0,\"template\":\"vip_preview\",\"language\":\"en_US\"}");
        var good = sent(ADA, BEN);
        sandbox.advance(Duration.ofMinutes(5));

        assertThat(statuses(bad)).containsOnly("failed");
        assertThat(statuses(good)).doesNotContain("failed");
    }

    @Test
    void a_picture_that_nobody_can_fetch_fails_later() throws Exception {
        var body = client.byNumbers("Preview", ADA);
        var link = (tools.jackson.databind.node.ObjectNode)
                body.at("/highly_structured_message/destinations/0/components/0/parameters/0/image");
        link.put("link", "http://intranet/winter.jpg");

        var campaign = client.sendByNumbers(body).json().path("id").asString("");
        sandbox.advance(Duration.ofMinutes(1));

        assertThat(log(campaign).get(0).path("error_code").asInt()).isEqualTo(131053);
    }

    @Test
    void held_messages_are_queued_until_they_are_released() throws Exception {
        client.control("POST", "pacing", HOUR + ",\"then\":\"release\"}");
        var campaign = sent(numbers(5));
        sandbox.advance(Duration.ofMinutes(30));
        assertThat(statuses(campaign).subList(0, 3)).doesNotContain("queued");
        assertThat(statuses(campaign).subList(3, 5)).containsOnly("queued");
        assertThat(log(campaign).get(4).path("sent_time").isNull()).isTrue();
        assertThat(client.get("campaigns/" + campaign).json().path("status").asString(""))
                .isEqualTo("sending");

        sandbox.advance(Duration.ofMinutes(45));

        assertThat(statuses(campaign)).doesNotContain("queued");
        assertThat(client.get("campaigns/" + campaign).json().path("status").asString(""))
                .isEqualTo("finished");
        assertThat(client.sendByNumbers(client.byNumbers("Preview", ADA)).status())
                .isEqualTo(200);
    }

    @Test
    void held_messages_are_counted_over_all_campaigns_of_a_template() throws Exception {
        client.control("POST", "pacing", HOUR + "}");
        var first = sent(ADA, BEN);
        var second = sent(ADA, BEN);
        sandbox.advance(Duration.ofMinutes(5));

        assertThat(statuses(first)).doesNotContain("queued");
        assertThat(statuses(second).get(0)).isNotEqualTo("queued");
        assertThat(statuses(second).get(1)).isEqualTo("queued");
    }

    @Test
    void dropped_messages_fail_and_the_template_is_paused() throws Exception {
        client.control("POST", "pacing", HOUR + ",\"then\":\"drop\"}");
        var campaign = sent(numbers(5));

        sandbox.advance(Duration.ofHours(2));

        assertThat(statuses(campaign).subList(3, 5)).containsOnly("failed");
        assertThat(log(campaign).get(4).path("error_code").asInt()).isEqualTo(132015);
        var refused = client.sendByNumbers(client.byNumbers("Preview", ADA));
        assertThat(refused.json().path("details").path("error_code").asInt()).isEqualTo(132015);
        assertThat(sandbox.ledger().messages()).isEqualTo(5);
    }

    @Test
    void a_template_is_edited_in_one_language() throws Exception {
        client.control("PATCH", "templates/vip_preview/es_MX", "{\"status\":\"PAUSED\",\"category\":\"UTILITY\"}");
        client.control("PATCH", "templates/vip_preview/en_US", "{\"text\":\"Hello {{name}}.\"}");

        assertThat(template("vip_preview", "es_MX").path("status").asString("")).isEqualTo("PAUSED");
        assertThat(template("vip_preview", "es_MX").path("category").asString(""))
                .isEqualTo("UTILITY");
        assertThat(template("vip_preview", "en").path("status").asString("")).isEqualTo("APPROVED");
        assertThat(template("vip_preview", "en_US").at("/components/1/text").asString(""))
                .isEqualTo("Hello {{name}}.");
        assertThat(client.sendByNumbers(client.byNumbers("Preview", ADA)).status())
                .isEqualTo(400);
    }

    @Test
    void a_template_is_made_and_removed() throws Exception {
        var components = "[{\"type\":\"BODY\",\"text\":\"Hi {{1}}.\"},{\"type\":\"LIMITED_TIME_OFFER\"}]";
        client.control(
                "PUT",
                "templates/offer/de",
                "{\"parameter_format\":\"POSITIONAL\",\"status\":\"PENDING\",\"components\":" + components + "}");
        assertThat(template("offer", "de").path("parameter_format").asString(""))
                .isEqualTo("POSITIONAL");
        assertThat(template("offer", "de").path("components").toString()).isEqualTo(components);

        client.control("PATCH", "templates/offer/de", "{\"components\":null}");
        assertThat(template("offer", "de").has("components")).isFalse();

        client.control("DELETE", "templates/offer/de", "");
        assertThat(template("offer", "de").isMissingNode()).isTrue();
    }

    private JsonNode template(String name, String language) throws Exception {
        return client.get("whatsapp_business_platform_templates/%2B15550100100").data().stream()
                .filter(row -> row.path("name").asString("").equals(name))
                .filter(row -> row.path("language").asString("").equals(language))
                .findFirst()
                .orElse(tools.jackson.databind.node.MissingNode.getInstance());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PATCH|templates/vip_preview/de|'{\"status\":\"PAUSED\"}'|422",
                "PATCH|templates/vip_preview/en_US|'{\"state\":\"PAUSED\"}'|422",
                "PATCH|templates/vip_preview/en_US|'{\"components\":\"none\"}'|422",
                "PATCH|templates/vip_preview/en_US|'{\"parameter_format\":\"NONE\"}'|422",
                "DELETE|templates/none/en|''|422",
                "POST|pacing|'{\"template\":\"vip_preview\",\"language\":\"en_US\"}'|400",
                "POST|pacing|'{\"template\":\"none\",\"language\":\"en\",\"hold\":\"PT1H\"}'|422",
                "POST|pacing|'{\"template\":\"vip_preview\",\"language\":\"en_US\",\"hold\":\"PT1H\",\"then\":\"x\"}'|422",
                "POST|failures|'{\"number\":\"+1\"}'|400",
                "POST|failures|'{\"code\":7}'|422"
            })
    void what_the_owner_cannot_mean_is_refused(String method, String path, String body, int status) throws Exception {
        assertThat(client.control(method, path, body).status()).isEqualTo(status);
    }

    @Test
    void everything_outlives_the_server() throws Exception {
        sandbox.failMessages(new MessageFate.Decision(131026, Optional.of(BEN), Optional.empty(), Optional.empty()));
        sandbox.paceTemplate("vip_preview", "en_US", 1, Duration.ofHours(1), true);
        sandbox.editTemplate("order_update", "en_US", template -> template.withStatus("PAUSED"));
        sent(ADA, BEN, ADA);
        sandbox.advance(Duration.ofHours(2));
        var ledger = sandbox.ledgerByNumbers();
        var campaigns = client.get("campaigns").text();
        var templates = client.get("whatsapp_business_platform_templates/%2B15550100100")
                .text();

        try (var again = Sandbox.start(folder, CLOCK, SandboxOptions.standard())) {
            var other = new SandboxClient(again);
            assertThat(again.ledgerByNumbers()).isEqualTo(ledger);
            assertThat(other.get("campaigns").text()).isEqualTo(campaigns);
            assertThat(other.get("whatsapp_business_platform_templates/%2B15550100100")
                            .text())
                    .isEqualTo(templates)
                    .contains("PAUSED");
        }
    }
}
