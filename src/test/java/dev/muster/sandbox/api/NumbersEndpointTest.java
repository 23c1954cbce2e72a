package dev.muster.sandbox.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.muster.sandbox.http.RunningSandbox;
import dev.muster.sandbox.http.SandboxClient;
import dev.muster.sandbox.world.SandboxJson;
import dev.muster.sandbox.world.ServerVariant;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A campaign by numbers over HTTP, as the vendor's page on general campaigns and the OpenAPI document describe it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class NumbersEndpointTest extends RunningSandbox {
    private static final String ADA = "+15550110001";
    private static final String BEN = "+15550110002";

    private String id(SandboxClient.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json().path("id").asString("");
    }

    @Test
    void answers_as_the_vendors_page_shows() throws Exception {
        var answer = client.sendByNumbers(client.byNumbers("Preview [m:1]", ADA, BEN));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().propertyNames())
                .containsExactly("id", "status", "created_time", "total_destinations", "job_id");
        assertThat(answer.json().path("status").asString("")).isEqualTo("sending");
        assertThat(answer.json().path("created_time").asString("")).isEqualTo("2026-11-30T09:00:00.000Z");
        assertThat(answer.json().path("total_destinations").asInt()).isEqualTo(2);
    }

    @Test
    void answers_as_the_openapi_document_does() throws Exception {
        with(ServerVariant.Dialect.OPENAPI);

        var answer = client.sendByNumbers(client.byNumbers("Preview [m:1]", ADA));

        assertThat(answer.json().propertyNames()).containsExactly("id", "name", "type", "created_time");
        assertThat(answer.json().path("name").asString("")).isEqualTo("Preview [m:1]");
        assertThat(answer.json().path("type").asString("")).isEqualTo("WHATSAPP_BUSINESS_PLATFORM_MESSAGE");
    }

    @ParameterizedTest
    @CsvSource({"TUTORIAL,OPENAPI,total_destinations", "OPENAPI,TUTORIAL_PLUS,name", "BARE,TUTORIAL_PLUS,created_time"})
    void answers_in_either_form_in_each_dialect(
            ServerVariant.NumbersAnswer form, ServerVariant.Dialect dialect, String field) throws Exception {
        with(dialect, form);

        var answer = client.sendByNumbers(client.byNumbers("Preview", ADA));

        assertThat(answer.json().has(field)).isTrue();
        assertThat(answer.json().has("total_destinations") && answer.json().has("name"))
                .isFalse();
    }

    @Test
    void keeps_the_campaign_with_its_name_its_job_and_its_numbers() throws Exception {
        var sent = client.sendByNumbers(client.byNumbers("Preview [m:1]", ADA, BEN));

        var listed =
                client.get("campaigns?types=WHATSAPP_BUSINESS_PLATFORM_MESSAGE").data();
        assertThat(listed).hasSize(1);
        assertThat(listed.get(0).path("name").asString("")).isEqualTo("Preview [m:1]");
        assertThat(listed.get(0).path("id").asString("")).isEqualTo(id(sent));
        assertThat(listed.get(0).path("statistics").path("total_contacts").asInt())
                .isEqualTo(2);
        var job = client.get("jobs/" + sent.json().path("job_id").asString("")).json();
        assertThat(job.path("resource_id").asString("")).isEqualTo(id(sent));

        sandbox.advance(Duration.ofMinutes(30));

        var log = client.get("campaigns/" + id(sent) + "/logs");
        assertThat(log.column("to_number")).containsExactly(ADA, BEN);
        assertThat(log.column("message_status")).doesNotContain("queued", "");
        assertThat(client.get("campaigns/" + id(sent)).json().path("status").asString(""))
                .isEqualTo("finished");
    }

    @Test
    void logs_numbers_as_the_openapi_document_does() throws Exception {
        with(ServerVariant.Dialect.OPENAPI);
        var sent = client.sendByNumbers(client.byNumbers("Preview", ADA, BEN));
        sandbox.advance(Duration.ofMinutes(1));

        var rows = client.get("campaigns/" + id(sent) + "/logs").json().path("campaign_logs");

        assertThat(rows.path("total").asInt()).isEqualTo(2);
        assertThat(rows.path("data").path(0).path("to_number").asString("")).isEqualTo(ADA);
        assertThat(rows.path("data").path(0).path("from_number").asString("")).isEqualTo("+15550100100");
    }

    @Test
    void may_lose_the_name_or_the_place_in_the_list() throws Exception {
        with(ServerVariant.NumbersName.IGNORED, ServerVariant.NumbersListed.LISTED);
        var unnamed = client.sendByNumbers(client.byNumbers("Preview", ADA));
        assertThat(client.get("campaigns").column("name")).containsExactly("WABP TEMPLATE CAMPAIGN 2026-11-30 09:00");

        with(ServerVariant.NumbersListed.UNLISTED);
        assertThat(client.get("campaigns").total()).isZero();
        assertThat(client.get("campaigns/" + id(unnamed)).status()).isEqualTo(200);
    }

    @Test
    void keeps_what_each_person_got_and_shows_who_got_it_twice() throws Exception {
        var body = client.byNumbers("Preview", ADA, BEN, ADA);
        destinations(body).get(1).set("components", client.preview("Ben", "C-2"));

        client.sendByNumbers(body);

        var ledger = sandbox.ledgerByNumbers().get(0);
        assertThat(ledger.name()).isEqualTo("Preview");
        assertThat(ledger.template()).isEqualTo("vip_preview");
        assertThat(ledger.language()).isEqualTo("en_US");
        assertThat(ledger.sender()).isEqualTo("+15550100100");
        assertThat(ledger.messages()).extracting(message -> message.number()).containsExactly(ADA, BEN, ADA);
        assertThat(ledger.messages().get(1).components()).isEqualTo(client.preview("Ben", "C-2"));
        assertThat(ledger.messages().get(1).values())
                .containsExactly(
                        entry("header.image", "https://cdn.example.com/winter.jpg"),
                        entry("body.name", "Ben"),
                        entry("body.discount", "20"),
                        entry("button.0", "C-2"),
                        entry("button.1", "SAVE20"));
        assertThat(sandbox.ledger().messages()).isEqualTo(3);
        assertThat(sandbox.ledger().peopleMessaged()).isEqualTo(2);
        assertThat(sandbox.ledger().mostPerPersonAndCampaign()).isEqualTo(2);
        assertThat(sandbox.ledgerTotals().messages()).isEqualTo(3);
        assertThat(sandbox.ledgerTotals().mostPerPersonAndName()).isEqualTo(2);
        var overHttp = client.control("GET", "ledger/numbers", "").json().path("campaigns");
        assertThat(overHttp.path(0)
                        .path("messages")
                        .path(1)
                        .path("values")
                        .path("body.name")
                        .asString(""))
                .isEqualTo("Ben");
    }

    private static List<ObjectNode> destinations(JsonNode body) {
        return body.path("highly_structured_message").path("destinations").values().stream()
                .map(ObjectNode.class::cast)
                .toList();
    }

    @Test
    void shows_one_name_twice_when_a_request_is_repeated() throws Exception {
        client.sendByNumbers(client.byNumbers("Preview", ADA));
        client.sendByNumbers(client.byNumbers("Preview", ADA));

        assertThat(sandbox.ledger().mostPerPersonAndName()).isEqualTo(2);
        assertThat(sandbox.ledger().mostPerPersonAndCampaign()).isEqualTo(1);
    }

    @Test
    void makes_a_contact_of_whoever_is_none() throws Exception {
        int before = client.get("contacts").total();

        client.sendByNumbers(client.byNumbers("Preview", "+15550199999", "+15550199999", ADA));

        assertThat(client.get("contacts").total()).isEqualTo(before + 1);
        assertThat(client.get("contacts?whatsapp_phone=%2B15550199999").total()).isEqualTo(1);
    }

    @Test
    void joins_the_components_of_the_campaign_as_the_server_does() throws Exception {
        var body = client.byNumbers("Preview", ADA, BEN);
        message(body).set("components", client.preview("You", "C-0"));
        destinations(body).get(0).remove("components");
        destinations(body)
                .get(1)
                .set(
                        "components",
                        SandboxJson.array().add(client.preview("Ben", "C-2").get(1)));

        assertThat(client.sendByNumbers(body).status()).isEqualTo(400);

        with(ServerVariant.Components.MERGED);
        client.sendByNumbers(body);
        var messages = sandbox.ledgerByNumbers().get(0).messages();
        assertThat(messages.get(0).values()).containsEntry("body.name", "You");
        assertThat(messages.get(1).values()).containsEntry("body.name", "Ben").containsEntry("button.0", "C-0");
    }

    private static ObjectNode message(ObjectNode body) {
        return (ObjectNode) body.path("highly_structured_message");
    }

    @Test
    void without_destinations_is_refused_or_means_everybody() throws Exception {
        var body = client.byNumbers("Preview").without("name");
        message(body).set("components", client.preview("You", "C-0"));
        assertThat(client.sendByNumbers(body).status()).isEqualTo(422);
        assertThat(sandbox.ledger().messages()).isZero();

        with(ServerVariant.NoDestinations.EVERYBODY);
        message(body).remove("destinations");

        assertThat(client.sendByNumbers(body).json().path("total_destinations").asInt())
                .isGreaterThan(3_000);
    }
}
