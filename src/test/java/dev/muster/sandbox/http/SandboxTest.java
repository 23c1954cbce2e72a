package dev.muster.sandbox.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.sandbox.world.SandboxJson;
import java.time.Duration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SandboxTest extends RunningSandbox {
    @Test
    void a_campaign_is_sent_at_once_and_to_nobody_twice() throws Exception {
        var created = client.post("campaigns", client.campaign("Holiday Sale"));

        assertThat(created.status()).isEqualTo(200);
        var ledger = sandbox.ledger();
        assertThat(ledger.messages())
                .isEqualTo(created.json().path("target_contact_count").asInt());
        assertThat(ledger.peopleMessaged()).isEqualTo(ledger.messages());
        assertThat(ledger.mostPerPersonAndName()).isEqualTo(1);
    }

    @Test
    void a_scheduled_campaign_is_sent_when_its_time_comes() throws Exception {
        var body = client.campaign("Later").put("is_schedule", true).put("start_time", "2026-12-01T10:00:00-05:00");
        var created = client.post("campaigns", body);
        assertThat(created.json().path("status").asString()).isEqualTo("scheduled");
        assertThat(sandbox.ledger().messages()).isZero();

        sandbox.advance(Duration.ofDays(2));

        assertThat(sandbox.ledger().messages())
                .isEqualTo(created.json().path("target_contact_count").asInt());
        var looked = client.get("campaigns/" + created.json().path("id").asString());
        assertThat(looked.json().path("start_time").asString()).isEqualTo("2026-12-01T15:00:00.000Z");
        assertThat(looked.json().path("status").asString()).isEqualTo("finished");
    }

    @Test
    void a_campaign_that_is_not_scheduled_is_sent_whatever_its_start_time_says() throws Exception {
        client.post("campaigns", client.campaign("Now").put("start_time", "2026-12-01T10:00:00Z"));

        assertThat(sandbox.ledger().messages()).isPositive();
    }

    @Test
    void a_label_is_attached_to_those_who_were_messaged() throws Exception {
        var body = client.campaign("Holiday Sale");
        client.labels(body, "attach_contact_label_ids", "holiday_2026_received");

        client.post("campaigns", body);

        assertThat(sandbox.contactIds("holiday_2026_received"))
                .containsExactlyInAnyOrderElementsOf(sandbox.ledger().contacts().keySet());
    }

    @Test
    void listens_on_the_loopback_address_only() {
        assertThat(sandbox.baseUrl().getHost()).isEqualTo("127.0.0.1");
        assertThat(sandbox.baseUrl().toString()).endsWith("/seax-api/api/v1");
    }

    @Test
    void remembers_every_request_but_never_the_key() throws Exception {
        client.get("phones?limit=1");
        client.post("contact_labels", "{\"name\":\"fence\"}");

        assertThat(sandbox.requests())
                .extracting(RecordedRequest::toString)
                .containsExactly(
                        "GET /seax-api/api/v1/workspace/3fa85f64-5717-4562-b3fc-2c963f66afa6/phones?limit=1",
                        "POST /seax-api/api/v1/workspace/3fa85f64-5717-4562-b3fc-2c963f66afa6/contact_labels\n"
                                + "{\"name\":\"fence\"}")
                .noneMatch(text -> text.contains(sandbox.apiKey()));
        sandbox.forgetRequests();
        assertThat(sandbox.requests()).isEmpty();
    }

    @Test
    void deliveries_advance_with_the_clock_alone() throws Exception {
        var id = created("Holiday Sale");
        var atOnce = statistics(id);
        assertThat(statistics(id)).isEqualTo(atOnce).contains("\"sent\":0");

        sandbox.advance(Duration.ofSeconds(40));
        var underWay = statistics(id);
        sandbox.advance(Duration.ofMinutes(20));
        var atTheEnd = statistics(id);

        assertThat(String.join("\n", underWay, atTheEnd)).isEqualTo("""
                        {"total_contacts":1429,"sent":796,"failed":4,"delivered":255,"read":7,"replied":0}
                        {"total_contacts":1429,"sent":1422,"failed":7,"delivered":1370,"read":1102,"replied":189}""");
    }

    private String statistics(String id) throws Exception {
        return client.get("campaigns/" + id).json().path("statistics").toString();
    }

    @Test
    void the_same_story_gives_the_same_ids() throws Exception {
        var first = created("Holiday Sale");
        sandbox.reset();

        assertThat(sandbox.ledger().messages()).isZero();
        assertThat(created("Holiday Sale")).isEqualTo(first).startsWith("campaign_");
    }

    @Test
    void a_single_message_counts_as_a_send() throws Exception {
        var body = SandboxJson.object()
                .put("phone_number", "+15550100100")
                .put("to_phone_number", "+15550119999")
                .put("message", "Hello");

        client.post("send_whatsapp_message", body);
        client.post("send_message/wabp_template_message", body);

        assertThat(sandbox.ledger().messages()).isEqualTo(2);
        assertThat(sandbox.ledger().people()).containsOnlyKeys("+15550119999");
        assertThat(sandbox.ledger().mostPerPerson()).isEqualTo(2);
    }

    @Test
    void campaigns_of_one_name_show_in_the_ledger_as_a_double_send() throws Exception {
        created("Holiday Sale");
        created("Holiday Sale");

        assertThat(sandbox.ledger().mostPerPersonAndCampaign()).isEqualTo(1);
        assertThat(sandbox.ledger().mostPerPersonAndName()).isEqualTo(2);
    }
}
