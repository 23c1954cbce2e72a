package dev.muster.sandbox.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.sandbox.http.RunningSandbox;
import dev.muster.sandbox.http.SandboxClient;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Each request example of the API document, as it is written: only host, workspace and key are filled in. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DocumentExamplesTest extends RunningSandbox {
    private List<String> examples;

    @BeforeEach
    void read() throws IOException {
        try (var file = DocumentExamplesTest.class.getResourceAsStream("requests-of-the-api-document.http")) {
            var text = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            examples = Arrays.asList(text.split("(?m)^# ", -1));
        }
    }

    @Test
    void all_are_served_in_the_order_of_the_document() throws Exception {
        assertThat(played("1 phones").total()).isEqualTo(2);
        assertThat(played("2 contacts").data()).hasSize(10);
        var created = played("3 a campaign").json();
        played("3 a scheduled campaign");
        sandbox.advance(Duration.ofMinutes(15));

        assertThat(created.path("phones").path(0).path("phone").asString()).isEqualTo("+15550100100");
        assertThat(created.path("target_contact_count").asInt()).isPositive();
        assertThat(played("4 the campaign").json().path("id").asString())
                .isEqualTo(created.path("id").asString());
        assertThat(played("5 its logs").column("message_status")).hasSize(10).isSubsetOf("delivered", "failed");
        assertThat(played("6 an import").json().path("total_items").asInt()).isEqualTo(1);
        assertThat(played("8 a single message").json().path("to_phone").asString())
                .isEqualTo("+19876543210");
    }

    @Test
    void what_a_campaign_excludes_and_attaches_are_labels_of_this_world() throws Exception {
        played("3 a campaign");
        sandbox.advance(Duration.ofMinutes(15));

        assertThat(sandbox.contactIds("holiday_2026_received"))
                .isSubsetOf(sandbox.contactIds("premium_customers"))
                .doesNotContainAnyElementsOf(sandbox.contactIds("unsubscribed"))
                .hasSize(sandbox.ledger().contactsMessaged());
    }

    @Test
    void a_label_of_that_name_is_a_name_and_no_id() throws Exception {
        sandbox.createLabel("vip_customers");

        assertThat(play("3 a scheduled campaign").status()).isEqualTo(422);
    }

    @Test
    void without_a_campaign_there_is_none_to_look_at() throws Exception {
        assertThat(play("4 the campaign").status()).isEqualTo(404);
        assertThat(play("5 its logs").status()).isEqualTo(404);
    }

    private SandboxClient.Answer played(String title) throws Exception {
        var answer = play(title);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer;
    }

    private SandboxClient.Answer play(String title) throws Exception {
        var example = examples.stream()
                .filter(one -> one.startsWith(title + "\n"))
                .findFirst()
                .orElseThrow();
        var parts = example.substring(title.length() + 1).split("\n\n", 2);
        var head = parts[0].split("\n", -1);
        var first = head[0].replace("{workspace_id}", sandbox.workspaceId()).split(" ", 2);
        var request = HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + sandbox.baseUrl().getPort() + first[1]));
        for (var header : Arrays.asList(head).subList(1, head.length)) {
            var pair = header.strip().split(": ", 2);
            request.header(pair[0], pair[0].equals("X-API-Key") ? sandbox.apiKey() : pair[1]);
        }
        var body = parts[1].strip().replace("\n", "\r\n");
        return client.send(
                request.method(first[0], BodyPublishers.ofString(body)).build());
    }
}
