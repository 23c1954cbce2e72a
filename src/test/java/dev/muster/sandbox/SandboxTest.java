package dev.muster.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SandboxTest {
    static final Instant CLOCK = Instant.parse("2026-11-30T09:00:00Z");

    @TempDir
    Path folder;

    Sandbox sandbox;
    SandboxClient client;

    @BeforeEach
    void start() {
        sandbox = Sandbox.start(folder, CLOCK, SandboxOptions.standard());
        client = new SandboxClient(sandbox);
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

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
}
