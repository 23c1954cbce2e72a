package dev.muster.apply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.model.CampaignRequest;
import dev.muster.testing.Samples;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.approvaltests.Approvals;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ClassifierTest {
    private static final CampaignRequest ASKED = Samples.immediate("flash-sale");
    private static final String ACCEPTED = Samples.acceptance(ASKED, "campaign_1");

    /** {@code #} stands for the HTTP status. */
    private static final String REFUSAL =
            "{\"error\":\"Bad Request\",\"message\":\"Required field is missing\",\"status_code\":#}";

    @Test
    void every_status_with_every_body() {
        var titlesByOutcome = new LinkedHashMap<String, List<String>>();
        bodies().forEach((title, body) -> titlesByOutcome
                .computeIfAbsent(outcomes(body), outcomes -> new ArrayList<>())
                .add(title));
        var table = new StringBuilder(
                "What each answer to the one POST proves; ### is the status, and the reasons are what"
                        + " people read.\nNeither accepted with an id nor refused in SeaX's own form: then nobody knows.\n");
        titlesByOutcome.forEach((outcomes, titles) -> table.append('\n')
                .append(String.join("\n", titles))
                .append('\n')
                .append(outcomes));
        Approvals.verify(table);
    }

    @Test
    void limits_with_every_hint() {
        var table =
                new StringBuilder("429: retry_after in the body × Retry-After header → verdict, wait in seconds\n\n");
        for (var inBody : List.of(
                "absent",
                "null",
                "60",
                "0",
                "0.2",
                "59.5",
                "-5",
                "1e999",
                "99999999999999999999",
                "\"soon\"",
                "true")) {
            for (var header : List.of(
                    "absent", "", "120", "1.5", "-3", "soon", "Fri, 31 Dec 2027 23:59:59 GMT", "999999999999")) {
                table.append(String.format(
                        java.util.Locale.ROOT, "%-22s %-32s %s%n", inBody, header, limited(inBody, header)));
            }
        }
        Approvals.verify(table.toString().replace("\r", ""));
    }

    @Test
    void a_header_that_names_a_wait_changes_nothing_but_a_limit() {
        var hint = Map.of("retry-after", "1");
        IntStream.rangeClosed(100, 599)
                .filter(status -> status != 429)
                .forEach(status -> bodies().values().forEach(body -> {
                    var text = body.replace("#", String.valueOf(status));
                    assertThat(classify(status, text, hint)).isEqualTo(classify(status, text, Map.of()));
                }));
    }

    @Test
    void a_limit_in_another_form_is_no_proof() {
        assertThat(classify(429, "{\"detail\":\"slow down\",\"retry_after\":60}", Map.of("retry-after", "60")))
                .isInstanceOf(SendResult.Unknown.class);
    }

    @Test
    void only_what_never_left_is_proved_by_a_failure() {
        assertThat(Classifier.classify(new PostResponse.NeverLeft("connection refused"), ASKED, Samples.NOW))
                .isEqualTo(new SendResult.Refused(
                        "SeaX was not reached, so nothing was sent: connection refused", Optional.empty(), true));
        assertThat(Classifier.classify(new PostResponse.Lost("connection\u001b[2J reset"), ASKED, Samples.NOW))
                .isEqualTo(new SendResult.Unknown(
                        "the request may have arrived, but no usable answer came back: connection [2J reset",
                        Optional.empty()));
    }

    @Test
    void an_answer_that_was_cut_proves_nothing_even_when_it_reads_well() {
        var cut = new PostResponse.Received(200, new TreeMap<>(), ACCEPTED, false);
        var cutRefusal = new PostResponse.Received(400, new TreeMap<>(), REFUSAL.replace("#", "400"), false);
        assertThat(Classifier.classify(cut, ASKED, Samples.NOW)).isInstanceOf(SendResult.Unknown.class);
        assertThat(Classifier.classify(cutRefusal, ASKED, Samples.NOW)).isInstanceOf(SendResult.Unknown.class);
    }

    @Test
    void every_prefix_of_a_good_answer_is_in_doubt() {
        for (int length = 0; length < ACCEPTED.length(); length++) {
            assertThat(classify(200, ACCEPTED.substring(0, length), Map.of())).isInstanceOf(SendResult.Unknown.class);
        }
    }

    @Test
    void keeps_what_the_acceptance_says() {
        var accepted = (SendResult.Accepted) classify(200, ACCEPTED, Map.of());
        assertThat(accepted.id().value()).isEqualTo("campaign_1");
        assertThat(accepted.jobId()).contains("job_1");
        assertThat(accepted.status()).contains("sending");
        assertThat(accepted.targetCount()).hasValue(850);
        assertThat(accepted.anomalies()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    [m:                     | [x:                   | the name in SeaX's answer does not carry the marker
                    WHATSAPP_BUSINESS_PLATFORM_MESSAGE | SMS        | the type in SeaX's answer is not
                    00000001-               | 00000002-             | the senders in SeaX's answer are not the ones asked for
                    "phones":[{"id"         | "phones":[{"no"       | the senders in SeaX's answer are not the ones asked for
                    "status":"sending"      | "status":"Pending"    | SeaX says Pending, where sending at once was asked
                    "status":"sending"      | "stage":"draft"       | SeaX made a draft of it
                    """)
    void a_difference_from_what_was_asked_is_an_anomaly_not_a_doubt(String asked, String answered, String anomaly) {
        var accepted = (SendResult.Accepted) classify(201, ACCEPTED.replace(asked, answered), Map.of());
        assertThat(accepted.anomalies()).singleElement().asString().startsWith(anomaly);
    }

    @Test
    void pending_is_what_a_scheduled_campaign_says() {
        var asked = Samples.scheduled("holiday-sale");
        var body = Samples.acceptance(asked, "campaign_2").replace("sending", "PENDING");
        var accepted = (SendResult.Accepted) Classifier.classify(answer(200, body, Map.of()), asked, Samples.NOW);
        assertThat(accepted.anomalies()).isEmpty();
    }

    @Test
    void senders_that_are_not_named_at_all_are_no_difference() {
        var body = ACCEPTED.replace("\"phones\"", "\"numbers\"");
        assertThat(((SendResult.Accepted) classify(200, body, Map.of())).anomalies())
                .isEmpty();
    }

    @Test
    void an_id_beside_an_unclear_answer_is_kept_as_evidence() {
        var unknown = (SendResult.Unknown) classify(202, ACCEPTED, Map.of());
        assertThat(unknown.id()).hasValueSatisfying(id -> assertThat(id.value()).isEqualTo("campaign_1"));
    }

    @Test
    void what_seax_says_is_shown_without_control_characters_and_cut() {
        var spoken = "\\u001b[31mred\\u202e " + "x".repeat(500);
        var body = "{\"error\":\"Bad Request\",\"message\":\"" + spoken + "\",\"status_code\":400}";
        assertThat(((SendResult.Refused) classify(400, body, Map.of())).reason())
                .startsWith("SeaX refused the campaign (400): [31mred xxx")
                .contains("x… Check")
                .hasSizeLessThan(350);
    }

    private static Map<String, String> bodies() {
        var bodies = new LinkedHashMap<String, String>();
        bodies.put("a campaign with its id", ACCEPTED);
        bodies.put("a campaign without id", ACCEPTED.replace("\"id\":\"campaign_1\",", ""));
        bodies.put("a campaign with a number for an id", ACCEPTED.replace("\"campaign_1\"", "17"));
        bodies.put("a campaign with a blank id", ACCEPTED.replace("campaign_1", " "));
        bodies.put("a campaign with an escape in its id", ACCEPTED.replace("campaign_1", "campaign\\u001b_1"));
        bodies.put("a campaign with an endless id", ACCEPTED.replace("campaign_1", "x".repeat(201)));
        bodies.put("a campaign with two ids", ACCEPTED.replace("{\"id\"", "{\"id\":\"other\",\"id\""));
        bodies.put("a campaign and more text after it", ACCEPTED + " {}");
        bodies.put("a campaign in a list", "[" + ACCEPTED + "]");
        bodies.put(
                "a campaign nested 40 deep", "{\"id\":\"campaign_1\",\"a\":" + "[".repeat(40) + "]".repeat(40) + "}");
        bodies.put("nothing", "");
        bodies.put("an HTML page", "<html><body>Bad Gateway</body></html>");
        bodies.put("a refusal, status_code equal to the status", REFUSAL);
        bodies.put(
                "a refusal with details and a code",
                "{\"error\":\"WhatsApp Business Platform Error\",\"message\":\"Message template not approved\","
                        + "\"status_code\":#,\"details\":{\"field\":\"message\",\"code\":\"TEMPLATE_NOT_APPROVED\"}}");
        bodies.put("a refusal that names a wait", REFUSAL.replace("}", ",\"retry_after\":60}"));
        bodies.put("a refusal without message", "{\"error\":\"Bad Request\",\"status_code\":#}");
        bodies.put("a refusal with another status_code", REFUSAL.replace("#", "599999"));
        bodies.put("a refusal with the status_code as text", REFUSAL.replace("#", "\"#\""));
        bodies.put("a refusal without error", "{\"message\":\"Required field is missing\",\"status_code\":#}");
        bodies.put("a refusal with an empty error", REFUSAL.replace("Bad Request", ""));
        bodies.put(
                "a validation error of the vendor's framework",
                detail("[{\"loc\":[\"body\",\"mode\"],\"msg\":\"Field required\",\"type\":\"missing\"}]"));
        bodies.put("a validation error with nothing in it", detail("[]"));
        bodies.put("a validation error without loc", detail("[{\"msg\":\"Field required\",\"type\":\"missing\"}]"));
        bodies.put("a validation error without msg", detail("[{\"loc\":[],\"type\":\"missing\"}]"));
        bodies.put("a validation error without type", detail("[{\"loc\":[],\"msg\":\"Field required\"}]"));
        bodies.put("a detail in words", detail("\"Invalid API key\""));
        return bodies;
    }

    private static String detail(String value) {
        return "{\"detail\":" + value + "}";
    }

    /** One body with every status, neighbours with the same outcome in one line. */
    private static String outcomes(String body) {
        var groups = new ArrayList<String>();
        var outcomes = IntStream.rangeClosed(100, 599)
                .mapToObj(status -> outcome(status, body))
                .toList();
        for (int from = 0, to; from < outcomes.size(); from = to) {
            for (to = from; to < outcomes.size() && outcomes.get(to).equals(outcomes.get(from)); ) {
                to++;
            }
            groups.add(range(100 + from, 99 + to) + outcomes.get(from));
        }
        return String.join("", groups);
    }

    private static String range(int first, int last) {
        return "  " + first + (first == last ? "     " : "–" + last + " ");
    }

    private static String outcome(int status, String body) {
        var result = classify(status, body.replace("#", String.valueOf(status)), Map.of());
        return describe(result).replace(String.valueOf(status), "###") + "\n";
    }

    private static String describe(SendResult result) {
        if (result instanceof SendResult.Accepted accepted) {
            return "SENT     " + accepted.id();
        }
        if (result instanceof SendResult.Refused refused) {
            var wait = refused.retryAfter().map(Duration::toSeconds).map(s -> " [wait " + s + " s]");
            return "NOT SENT " + refused.reason() + wait.orElse("") + (refused.stopsRun() ? " [stops the run]" : "");
        }
        var unknown = (SendResult.Unknown) result;
        return "UNKNOWN  " + unknown.reason()
                + unknown.id().map(id -> " [evidence " + id + "]").orElse("");
    }

    private static String limited(String inBody, String header) {
        var hint = inBody.equals("absent") ? "" : ",\"retry_after\":" + inBody;
        var body = REFUSAL.replace("#", "429").replace("}", hint + "}");
        var result = classify(429, body, header.equals("absent") ? Map.of() : Map.of("retry-after", header));
        return result instanceof SendResult.Refused refused
                ? "NOT SENT " + refused.retryAfter().orElseThrow().toSeconds()
                : "UNKNOWN";
    }

    private static SendResult classify(int status, String body, Map<String, String> headers) {
        return Classifier.classify(answer(status, body, headers), ASKED, Samples.NOW);
    }

    private static PostResponse answer(int status, String body, Map<String, String> headers) {
        return new PostResponse.Received(status, new TreeMap<>(headers), body, true);
    }
}
