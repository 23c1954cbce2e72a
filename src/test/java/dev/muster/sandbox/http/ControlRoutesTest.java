package dev.muster.sandbox.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.sandbox.world.SandboxJson;
import dev.muster.sandbox.world.ServerVariant;
import java.io.IOException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ControlRoutesTest extends RunningSandbox {
    @Test
    void show_the_ledger_without_a_key() throws Exception {
        created("Sale");

        var ledger = client.control("GET", "ledger", "").json();

        assertThat(ledger.path("messages").asInt()).isEqualTo(sandbox.ledger().messages());
        assertThat(ledger.path("mostPerPersonAndName").asInt()).isEqualTo(1);
        assertThat(ledger.path("contacts").size()).isEqualTo(sandbox.ledger().contactsMessaged());
    }

    @Test
    void advance_the_clock_and_reset_the_world() throws Exception {
        assertThat(client.control("POST", "clock", "{\"advance\":\"PT1H\"}").text())
                .isEqualTo("{\"now\":\"2026-11-30T10:00:00Z\"}");
        created("Sale");

        client.control("POST", "reset", "");

        assertThat(client.control("GET", "clock", "").text()).isEqualTo("{\"now\":\"2026-11-30T09:00:00Z\"}");
        assertThat(sandbox.ledger().messages()).isZero();
    }

    @Test
    void change_how_open_questions_are_settled() throws Exception {
        var answer = client.control("POST", "options", "{\"any_with_all\":\"union\"}");

        assertThat(answer.json().path("any_with_all").asString()).isEqualTo("UNION");
        assertThat(client.control("GET", "options", "").json())
                .hasSize(ServerVariant.kinds().size());
        assertThat(sandbox.options().is(ServerVariant.AnyWithAll.UNION)).isTrue();
    }

    @Test
    void judge_templates() throws Exception {
        client.control("PATCH", "templates/newsletter", "{\"status\":\"PAUSED\"}");

        var listed =
                client.get("whatsapp_business_platform_templates/+15550100100").text();
        assertThat(listed).contains("PAUSED");
        assertThat(client.control("PATCH", "templates/none", "{\"status\":\"PAUSED\"}")
                        .text())
                .contains("no template is called none");
    }

    @Test
    void edit_labels() throws Exception {
        var contact = sandbox.contactIds("vip").get(0);

        client.control("POST", "labels", "{\"name\":\"fence\"}");
        client.control("PUT", "contacts/" + contact + "/labels/fence", "");
        assertThat(sandbox.contactIds("fence")).containsExactly(contact);
        client.control("PATCH", "labels/fence", "{\"name\":\"gate\"}");
        client.control("DELETE", "contacts/" + contact + "/labels/gate", "");
        assertThat(sandbox.contactIds("gate")).isEmpty();
        client.control("DELETE", "labels/gate", "");

        assertThat(client.get("contact_labels?keyword=gate").total()).isZero();
    }

    @Test
    void show_the_requests_that_were_seen() throws Exception {
        client.get("phones");

        var requests = client.control("GET", "requests", "").json().path("requests");

        assertThat(requests.path(0).path("method").asString()).isEqualTo("GET");
        assertThat(requests).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "status,500",
        "commit_then_status,502",
        "rate_limited,429",
        "commit_then_body,200",
        "commit_then_garbage,200",
        "commit_then_another_id,200",
        "replayed_by_gateway,200",
        "html,404",
        "redirect,307",
        "slow,200",
        "draft,200",
        "hostile_names,200"
    })
    void program_faults(String fault, int status) throws Exception {
        var body = SandboxJson.object()
                .put("operation", "create_campaign")
                .put("fault", fault)
                .put("status", status)
                .put("millis", 1)
                .put("times", 1);
        assertThat(client.control("POST", "faults", body.toString()).status()).isEqualTo(200);

        assertThat(client.post("campaigns", client.campaign("Sale")).status()).isEqualTo(status);
        assertThat(client.post("campaigns", client.campaign("Sale")).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"drop,0", "commit_then_drop,1", "commit_then_truncate,1", "drop_then_commit_late,0"})
    void program_faults_that_leave_no_answer(String fault, int campaigns) throws Exception {
        client.control(
                "POST",
                "faults",
                SandboxJson.object()
                        .put("operation", "CREATE_CAMPAIGN")
                        .put("fault", fault)
                        .toString());

        assertThatThrownBy(() -> created("Sale")).isInstanceOf(IOException.class);

        assertThat(client.get("campaigns").total()).isEqualTo(campaigns);
    }

    @Test
    void call_faults_off() throws Exception {
        client.control("POST", "faults", "{\"operation\":\"phones\",\"fault\":\"status\"}");
        client.control("DELETE", "faults", "");

        assertThat(client.get("phones").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET|nothing|''|404",
                "POST|clock|{}|422",
                "POST|clock|'{\"advance\":\"-PT1H\"}'|422",
                "POST|clock|'{\"advance\":\"P1000000D\"}'|422",
                "POST|clock|'{\"advance\":\"P99999999999999999D\"}'|422",
                "POST|clock|'{\"advance\":\"an hour\"}'|422",
                "POST|clock|'{\"advance\":3600}'|422",
                "POST|clock|'{\"advance\":\"PT1H\",\"by\":1}'|422",
                "POST|options|'{\"any_with_all\":\"perhaps\"}'|422",
                "POST|faults|'{\"operation\":\"phones\",\"fault\":\"flood\"}'|422",
                "POST|faults|'{\"operation\":\"fax\",\"fault\":\"status\"}'|422",
                "POST|faults|x|400",
                "POST|faults|[]|400",
                "POST|faults|'{\"operation\":\"phones\"}'|400",
                "POST|faults|'{\"fault\":\"status\"}'|400",
                "POST|faults|'{\"operation\":1,\"fault\":\"status\"}'|422",
                "POST|faults|'{\"operation\":\"phones\",\"fault\":\"status\",\"status\":9999}'|422",
                "POST|faults|'{\"operation\":\"phones\",\"fault\":\"status\",\"status\":200}'|422",
                "POST|faults|'{\"operation\":\"phones\",\"fault\":\"drop\",\"status\":-1}'|422",
                "POST|faults|'{\"operation\":\"phones\",\"fault\":\"status\",\"status\":\"503\"}'|422",
                "POST|faults|'{\"operation\":\"phones\",\"fault\":\"status\",\"status\":503.5}'|422",
                "POST|faults|'{\"operation\":\"phones\",\"fault\":\"drop\",\"times\":-1}'|422",
                "POST|faults|'{\"operation\":\"phones\",\"fault\":\"drop\",\"times\":0}'|422",
                "POST|faults|'{\"operation\":\"phones\",\"fault\":\"drop\",\"times\":99999999999}'|422",
                "POST|faults|'{\"operation\":\"phones\",\"fault\":\"slow\",\"millis\":-5}'|422",
                "POST|faults|'{\"operation\":\"phones\",\"fault\":\"drop\",\"time\":2}'|422",
                "POST|faults|'{\"operation\":\"phones\",\"fault\":\"redirect\",\"location\":\"x\\ny\"}'|422",
                "POST|labels|'{\"name\":\"vip\"}'|422",
                "POST|labels|'{\"name\":\" \"}'|400",
                "PATCH|labels/vip|'{\"name\":\"DNC\"}'|422",
                "POST|options|'{\"any_with_all\":null}'|422",
                "DELETE|labels/nothing|''|422",
                "PUT|contacts/nobody/labels/vip|''|422"
            })
    void refuse_what_they_do_not_understand(String method, String path, String body, int status) throws Exception {
        var answer = client.control(method, path, body);

        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.json().path("message").asString())
                .isNotBlank()
                .doesNotContain("dev.muster", "java.", "No enum", "Text cannot", "Collection");
        assertThat(sandbox.now()).isEqualTo(CLOCK);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"fault\":\"rate_limited\"}", "{\"fault\":\"status\",\"status\":429}"})
    void limit_the_rate_as_the_api_document_shows(String written) throws Exception {
        var fault = SandboxJson.object(written).orElseThrow().put("operation", "phones");
        client.control("POST", "faults", fault.toString());

        assertThat(client.get("phones").json())
                .isEqualTo(SandboxJson.MAPPER.readTree(
                        "{\"error\":\"Rate Limit Exceeded\",\"message\":\"Too many requests\","
                                + "\"status_code\":429,\"retry_after\":60}"));
    }
}
