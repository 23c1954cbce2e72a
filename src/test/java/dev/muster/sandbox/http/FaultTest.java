package dev.muster.sandbox.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.sandbox.api.Operation;
import dev.muster.sandbox.world.ResponseAnomaly;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FaultTest extends RunningSandbox {
    @Test
    void a_drop_leaves_no_answer_and_no_campaign() {
        sandbox.fault(Operation.CREATE_CAMPAIGN, Fault.drop());

        assertThatThrownBy(() -> created("Sale")).isInstanceOf(IOException.class);

        assertThat(sandbox.ledger().messages()).isZero();
    }

    @Test
    void a_drop_after_the_commit_leaves_no_answer_but_a_campaign() throws Exception {
        sandbox.fault(Operation.CREATE_CAMPAIGN, Fault.commitThenDrop());

        assertThatThrownBy(() -> created("Sale")).isInstanceOf(IOException.class);

        assertThat(client.get("campaigns").column("name")).containsExactly("Sale");
        assertThat(sandbox.ledger().messages()).isPositive();
    }

    @Test
    void a_request_can_take_effect_after_its_client_gave_up() throws Exception {
        sandbox.fault(Operation.CREATE_CAMPAIGN, Fault.dropThenCommitLate());
        assertThatThrownBy(() -> created("Sale")).isInstanceOf(IOException.class);
        assertThat(client.get("campaigns").total()).isZero();

        sandbox.advance(Duration.ofMinutes(1));

        assertThat(client.get("campaigns").column("name")).containsExactly("Sale");
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504})
    void a_server_error_tells_nothing_about_what_happened(int status) throws Exception {
        sandbox.fault(Operation.CREATE_CAMPAIGN, Fault.status(status));
        sandbox.fault(Operation.CREATE_CAMPAIGN, Fault.commitThenStatus(status));

        var without = client.post("campaigns", client.campaign("Nothing happened"));
        var with = client.post("campaigns", client.campaign("It happened"));

        assertThat(without).usingRecursiveComparison().ignoringFields("headers").isEqualTo(with);
        assertThat(with.status()).isEqualTo(status);
        assertThat(client.get("campaigns").column("name")).containsExactly("It happened");
    }

    @Test
    void a_rate_limit_is_hinted_in_the_body_in_the_header_in_both_or_nowhere() throws Exception {
        sandbox.fault(Operation.CREATE_CAMPAIGN, Fault.rateLimited());
        sandbox.fault(Operation.CREATE_CAMPAIGN, Fault.rateLimited(Optional.empty(), Optional.of("120")));
        sandbox.fault(Operation.CREATE_CAMPAIGN, Fault.rateLimited(Optional.of("\"soon\""), Optional.of("-1")));
        sandbox.fault(Operation.CREATE_CAMPAIGN, Fault.rateLimited(Optional.empty(), Optional.empty()));

        var documented = client.post("campaigns", client.campaign("Sale"));
        var header = client.post("campaigns", client.campaign("Sale"));
        var odd = client.post("campaigns", client.campaign("Sale"));
        var bare = client.post("campaigns", client.campaign("Sale"));

        assertThat(documented.text())
                .isEqualTo("{\"error\":\"Rate Limit Exceeded\",\"message\":\"Too many requests\","
                        + "\"status_code\":429,\"retry_after\":60}");
        assertThat(header.headers().get("retry-after")).containsExactly("120");
        assertThat(header.json().has("retry_after")).isFalse();
        assertThat(odd.json().path("retry_after").asString()).isEqualTo("soon");
        assertThat(bare.headers()).doesNotContainKey("retry-after");
        assertThat(bare.status()).isEqualTo(429);
        assertThat(sandbox.ledger().messages()).isZero();
    }

    @Test
    void silence_lasts_longer_than_the_client_waits() {
        sandbox.fault(Operation.CREATE_CAMPAIGN, Fault.commitThenSilence());
        var request = client.request("campaigns")
                .POST(BodyPublishers.ofString(client.campaign("Sale").toString()))
                .timeout(Duration.ofSeconds(2))
                .build();

        assertThatThrownBy(() -> client.send(request)).isInstanceOf(HttpTimeoutException.class);

        assertThat(sandbox.ledger().messages()).isPositive();
    }

    @Test
    void a_slow_answer_outlasts_a_hasty_client() {
        sandbox.fault(Operation.PHONES, Fault.slow(Duration.ofSeconds(20)));
        var request = client.request("phones").timeout(Duration.ofMillis(50)).build();

        assertThatThrownBy(() -> client.send(request)).isInstanceOf(HttpTimeoutException.class);
    }

    @Test
    void a_slow_answer_is_right_when_it_comes() throws Exception {
        sandbox.fault(Operation.PHONES, Fault.slow(Duration.ofMillis(20)));

        assertThat(client.get("phones").total()).isEqualTo(2);
    }

    @Test
    void an_answer_can_be_cut_in_the_middle() throws Exception {
        sandbox.fault(Operation.CREATE_CAMPAIGN, Fault.commitThenTruncate());

        assertThatThrownBy(() -> created("Sale")).isInstanceOf(IOException.class);

        assertThat(client.get("campaigns").total()).isEqualTo(1);
    }

    @Test
    void success_can_come_without_an_id_or_without_sense() throws Exception {
        sandbox.fault(Operation.CREATE_CAMPAIGN, Fault.commitThenBody("{}"));
        sandbox.fault(Operation.CREATE_CAMPAIGN, Fault.commitThenGarbage());
        sandbox.fault(Operation.CREATE_CAMPAIGN, Fault.commitThenBody("{\"id\":\"campaign_1"));

        assertThat(client.post("campaigns", client.campaign("One")).text()).isEqualTo("{}");
        var garbage = client.post("campaigns", client.campaign("Two"));
        var cut = client.post("campaigns", client.campaign("Three"));

        assertThat(garbage.status()).isEqualTo(200);
        assertThatThrownBy(garbage::json).isInstanceOf(JacksonException.class);
        assertThatThrownBy(cut::json).isInstanceOf(JacksonException.class);
        assertThat(client.get("campaigns").total()).isEqualTo(3);
    }

    @Test
    void a_machine_in_between_answers_with_a_page_of_its_own() throws Exception {
        sandbox.fault(Operation.CREATE_CAMPAIGN, Fault.html(403));

        var answer = client.post("campaigns", client.campaign("Sale"));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.headers().get("content-type")).containsExactly("text/html");
        assertThat(answer.text()).startsWith("<html>");
    }

    @Test
    void the_key_can_be_refused_in_the_middle_of_a_run() throws Exception {
        sandbox.fault(Operation.CREATE_CAMPAIGN, Fault.status(401));

        var answer = client.post("campaigns", client.campaign("Sale"));

        assertThat(answer.text())
                .isEqualTo("{\"error\":\"Unauthorized\",\"message\":\"Invalid API Key\",\"status_code\":401}");
    }

    @Test
    void a_redirect_points_to_another_host() throws Exception {
        sandbox.fault(Operation.CREATE_CAMPAIGN, Fault.redirect("http://elsewhere.invalid/campaigns"));

        var answer = client.post("campaigns", client.campaign("Sale"));

        assertThat(answer.status()).isEqualTo(307);
        assertThat(answer.headers().get("location")).containsExactly("http://elsewhere.invalid/campaigns");
        assertThat(sandbox.ledger().messages()).isZero();
    }

    @Test
    void an_answer_can_name_another_campaign() throws Exception {
        sandbox.fault(Operation.CREATE_CAMPAIGN, Fault.commitThenAnotherId());

        var answered = created("Sale");

        assertThat(client.get("campaigns").column("id")).hasSize(1).doesNotContain(answered);
    }

    @Test
    void a_gateway_can_repeat_a_request() throws Exception {
        sandbox.fault(Operation.CREATE_CAMPAIGN, Fault.replayedByGateway());

        created("Sale");

        assertThat(client.get("campaigns").column("name")).containsExactly("Sale", "Sale");
        assertThat(sandbox.ledger().mostPerPersonAndName()).isEqualTo(2);
        assertThat(sandbox.requests())
                .filteredOn(request -> request.method().equals("POST"))
                .hasSize(1);
    }

    @Test
    void a_campaign_can_be_kept_as_a_draft_that_the_list_hides() throws Exception {
        sandbox.fault(Operation.CREATE_CAMPAIGN, Fault.quirk(ResponseAnomaly.DRAFT));

        created("Sale");

        assertThat(client.get("campaigns").total()).isZero();
        assertThat(client.get("campaigns?stage=DRAFT").column("status")).containsExactly("draft");
        assertThat(sandbox.ledger().messages()).isZero();
    }

    @Test
    void a_read_fails_as_often_as_programmed_and_then_recovers() throws Exception {
        sandbox.fault(Operation.CONTACTS, Fault.status(503), 2);

        assertThat(client.get("contacts").status()).isEqualTo(503);
        assertThat(client.get("contacts").status()).isEqualTo(503);
        assertThat(client.get("contacts").status()).isEqualTo(200);
    }

    @Test
    void faults_can_be_called_off() throws Exception {
        sandbox.fault(Operation.CONTACTS, Fault.status(503), 9);
        sandbox.clearFaults();

        assertThat(client.get("contacts").status()).isEqualTo(200);
    }

    @Test
    void the_newest_campaign_can_be_missing_from_the_list() throws Exception {
        created("First");
        created("Second");
        sandbox.fault(Operation.CAMPAIGNS, Fault.quirk(ResponseAnomaly.NEWEST_MISSING));

        assertThat(client.get("campaigns").column("name")).containsExactly("First");
        assertThat(client.get("campaigns").column("name")).containsExactly("Second", "First");
    }

    @Test
    void pages_can_disagree_about_the_total() throws Exception {
        sandbox.fault(Operation.CONTACTS, Fault.quirk(ResponseAnomaly.TOTAL_CHANGES), 2);

        assertThat(client.get("contacts?offset=0").total())
                .isNotEqualTo(client.get("contacts?offset=10").total());
    }

    @Test
    void a_page_can_begin_with_the_last_row_of_the_one_before() throws Exception {
        sandbox.fault(Operation.CONTACTS, Fault.quirk(ResponseAnomaly.REPEATED_IDS), 2);

        var first = client.get("contacts?offset=0").column("id");
        var second = client.get("contacts?offset=10").column("id");

        assertThat(second.get(0)).isEqualTo(first.get(9));
    }

    @Test
    void a_page_can_be_shorter_than_asked() throws Exception {
        sandbox.fault(Operation.CONTACTS, Fault.quirk(ResponseAnomaly.PAGE_CAP));

        assertThat(client.get("contacts?limit=100").data()).hasSize(50);
    }

    @Test
    void names_can_be_hostile_to_a_terminal() throws Exception {
        created("Sale");
        for (var operation :
                new Operation[] {Operation.PHONES, Operation.LABELS, Operation.CAMPAIGNS, Operation.CONTACTS}) {
            sandbox.fault(operation, Fault.quirk(ResponseAnomaly.HOSTILE_NAMES));
        }

        for (var list : new String[] {"phones", "contact_labels", "campaigns", "contacts"}) {
            assertThat(client.get(list).column("name")).as(list).allMatch(name -> name.startsWith("\u001b[31m"));
        }
    }

    @Test
    void closing_ends_every_silence() {
        sandbox.fault(Operation.PHONES, Fault.commitThenSilence());
        var request = client.request("phones").timeout(Duration.ofMillis(50)).build();
        assertThatThrownBy(() -> client.send(request)).isInstanceOf(HttpTimeoutException.class);

        sandbox.close();
    }
}
