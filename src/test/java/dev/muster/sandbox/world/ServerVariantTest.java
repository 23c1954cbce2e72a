package dev.muster.sandbox.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.sandbox.http.RunningSandbox;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** Each thing that the documents leave open, settled each way. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ServerVariantTest extends RunningSandbox {
    private static final String UNKNOWN = "10000000-0000-4000-8000-00000000dead";

    @Test
    void any_with_all_is_an_intersection_or_a_union() throws Exception {
        var body = body("vip");
        client.labels(body, "all_contact_label_ids", "staff_test");
        assertThat(reach(body)).isZero();

        with(ServerVariant.AnyWithAll.UNION);

        assertThat(reach(body)).isEqualTo(182 + 6);
    }

    @Test
    void a_campaign_that_only_excludes_is_refused_or_reaches_everybody_else() throws Exception {
        var body = body("vip").without("any_contact_label_ids");
        client.labels(body, "exclude_any_contact_label_ids", "DNC");
        assertThat(status(body)).isEqualTo(422);

        with(ServerVariant.NoIncludeFilter.EVERYBODY);

        assertThat(reach(body)).isGreaterThan(3_000);
    }

    @Test
    void an_empty_filter_is_as_absent_or_refused_or_matches_nobody() throws Exception {
        var body = body("staff_test");
        body.putArray("all_contact_label_ids");
        assertThat(reach(body)).isEqualTo(6);

        with(ServerVariant.EmptyFilter.REFUSED);
        assertThat(status(body)).isEqualTo(422);

        with(ServerVariant.EmptyFilter.NOBODY);
        assertThat(reach(body)).isZero();
    }

    @Test
    void an_unknown_label_is_refused_or_ignored_or_matches_nobody() throws Exception {
        var body = body("staff_test");
        body.withArray("any_contact_label_ids").add(UNKNOWN);
        assertThat(status(body)).isEqualTo(422);

        with(ServerVariant.UnknownLabel.IGNORED);
        assertThat(reach(body)).isEqualTo(6);

        with(ServerVariant.UnknownLabel.NOBODY);
        assertThat(reach(body)).isZero();
    }

    @Test
    void the_name_of_a_label_is_refused_or_accepted_or_ignored() throws Exception {
        var body = body("staff_test");
        body.withArray("any_contact_label_ids").add("vip");
        assertThat(status(body)).isEqualTo(422);

        with(ServerVariant.LabelNames.ACCEPTED);
        assertThat(reach(body)).isEqualTo(182 + 6);

        with(ServerVariant.LabelNames.IGNORED);
        assertThat(reach(body)).isEqualTo(6);
    }

    @Test
    void exclusions_are_honoured_or_ignored() throws Exception {
        var body = body("staff_test");
        body.putArray("exclude_contact_ids")
                .add(sandbox.contactIds("staff_test").get(0));
        client.labels(body, "exclude_any_contact_label_ids", "vip");
        assertThat(reach(body)).isEqualTo(5);

        with(ServerVariant.Exclusions.IGNORED);

        assertThat(reach(body)).isEqualTo(6);
    }

    @Test
    void system_labels_are_left_alone_or_excluded_unasked() throws Exception {
        var body = body("DNC");
        assertThat(reach(body)).isPositive();

        with(ServerVariant.SystemLabels.EXCLUDED);

        assertThat(reach(body)).isZero();
    }

    @Test
    void two_rows_with_one_number_both_get_a_message_or_one_does() throws Exception {
        var body = body("newsletter");
        reach(body);
        assertThat(sandbox.ledger().mostPerPersonAndCampaign()).isEqualTo(2);
        sandbox.reset();

        with(ServerVariant.SameNumber.ONE_SENT);
        reach(body);

        assertThat(sandbox.ledger().mostPerPersonAndCampaign()).isEqualTo(1);
    }

    @Test
    void an_audience_is_fixed_at_create_or_at_start() throws Exception {
        var body = body("staff_test").put("is_schedule", true).put("start_time", "2026-12-01T09:00:00Z");
        client.post("campaigns", body);
        var newcomer = sandbox.contactIds("vip").get(0);
        sandbox.attachLabel(newcomer, "staff_test");

        sandbox.advance(Duration.ofDays(1));
        assertThat(sandbox.ledger().contacts()).hasSize(6).doesNotContainKey(newcomer);

        with(ServerVariant.AudienceFixed.AT_START);
        client.post("campaigns", body.put("start_time", "2026-12-02T09:00:00Z"));
        sandbox.detachLabel(newcomer, "staff_test");
        sandbox.attachLabel(sandbox.contactIds("vip").get(1), "staff_test");
        sandbox.advance(Duration.ofDays(1));

        assertThat(sandbox.ledger().contacts())
                .hasSize(7)
                .doesNotContainKey(newcomer)
                .containsKey(sandbox.contactIds("vip").get(1));
    }

    @Test
    void labels_are_attached_at_start_or_never() throws Exception {
        var body = body("staff_test");
        client.labels(body, "attach_contact_label_ids", "holiday_2026_received");
        with(ServerVariant.AttachLabels.NEVER);
        client.post("campaigns", body);
        assertThat(sandbox.contactIds("holiday_2026_received")).isEmpty();

        with(ServerVariant.AttachLabels.AT_START);
        client.post("campaigns", body);

        assertThat(sandbox.contactIds("holiday_2026_received")).hasSize(6);
    }

    @Test
    void a_draft_is_kept_or_sent_at_once() throws Exception {
        with(ServerVariant.Dialect.OPENAPI);
        client.post("campaigns", client.openApiCampaign("Draft").put("stage", "DRAFT"));
        assertThat(sandbox.ledger().messages()).isZero();
        assertThat(client.get("campaigns").total()).isZero();
        assertThat(client.get("campaigns?stage=DRAFT").column("name")).containsExactly("Draft");

        with(ServerVariant.Dialect.OPENAPI, ServerVariant.Drafts.SENT_AT_ONCE);
        client.post("campaigns", client.openApiCampaign("Sent").put("stage", "DRAFT"));

        assertThat(sandbox.ledger().messages()).isPositive();
    }

    @Test
    void a_start_beyond_the_horizon_is_refused_or_sent_at_once() throws Exception {
        var body = body("staff_test").put("is_schedule", true).put("start_time", "2026-12-24T09:00:00Z");
        assertThat(status(body)).isEqualTo(422);

        with(ServerVariant.BeyondHorizon.SENT_AT_ONCE);
        client.post("campaigns", body);

        assertThat(sandbox.ledger().messages()).isEqualTo(6);
    }

    @Test
    void a_misspelt_exclusion_is_silently_ignored_or_refused() throws Exception {
        var body = body("staff_test");
        body.putArray("exclude_contact_idz")
                .add(sandbox.contactIds("staff_test").get(0));
        assertThat(reach(body)).isEqualTo(6);

        with(ServerVariant.UnknownFields.REFUSED);

        assertThat(status(body)).isEqualTo(422);
    }

    @Test
    void the_api_document_alone_has_no_vendor_endpoints() throws Exception {
        with(ServerVariant.Dialect.TUTORIAL_STRICT);

        assertThat(client.get("campaigns").status())
                .as("it can only be posted to")
                .isEqualTo(405);
        for (var path : List.of("contact_labels", "jobs", "jobs/1")) {
            assertThat(client.get(path).status()).as(path).isEqualTo(404);
        }
    }

    @Test
    void a_limit_over_fifty_is_accepted_or_refused() throws Exception {
        assertThat(client.get("contacts?limit=51").data()).hasSize(51);

        with(ServerVariant.LargeLimit.REFUSED);

        assertThat(client.get("contacts?limit=50").data()).hasSize(50);
        assertThat(client.get("contacts?limit=51").text()).contains("422", "limit must be at most 50");
    }

    @Test
    void a_limit_over_five_hundred_can_be_refused() throws Exception {
        with(ServerVariant.LargeLimit.REFUSED_OVER_500);

        assertThat(client.get("contacts?limit=500").data()).hasSize(500);
        assertThat(client.get("contacts?limit=501").text()).contains("422", "limit must be at most 500");
    }

    @Test
    void a_page_can_be_smaller_than_asked_without_a_word() throws Exception {
        with(ServerVariant.PageCap.ROWS_100);
        assertThat(client.get("contacts?limit=1000").data()).hasSize(100);
        assertThat(client.get("contacts?limit=20").data()).hasSize(20);

        with(ServerVariant.PageCap.ROWS_7, ServerVariant.ZeroLimit.ALL);
        assertThat(client.get("contacts?limit=0").data()).hasSize(7);
        assertThat(client.get("contact_labels?limit=50").data()).hasSize(7);
        assertThat(client.get("contacts?limit=50").total()).isEqualTo(3_200);
    }

    @Test
    void a_total_is_present_or_absent_or_zero_or_of_the_page() throws Exception {
        with(ServerVariant.Total.ABSENT);
        assertThat(client.get("contacts").json().propertyNames()).containsExactly("data");

        with(ServerVariant.Total.ZERO);
        assertThat(client.get("contacts?limit=20").json().path("total").asInt()).isZero();

        with(ServerVariant.Total.OF_PAGE);
        assertThat(client.get("contacts?limit=20").total()).isEqualTo(20);
        assertThat(client.get("contacts?limit=20&offset=3190").total()).isEqualTo(10);
        assertThat(client.get("phones").total()).isEqualTo(2);
    }

    @Test
    void a_total_can_jump_below_and_above_the_truth() throws Exception {
        with(ServerVariant.Total.JUMPING);

        var totals = new TreeSet<Integer>();
        for (int offset = 0; offset < 3_200; offset += 200) {
            totals.add(client.get("contacts?limit=200&offset=" + offset).total());
        }

        assertThat(client.get("contacts?limit=200").total()).isEqualTo(3_200);
        assertThat(totals).containsExactly(1_600, 3_200, 6_401);
    }

    @Test
    void an_order_is_honoured_or_ignored_or_refused() throws Exception {
        var oldest = client.get("contacts?order_by=created_time:asc&limit=1").column("id");
        var newest = client.get("contacts?limit=1").column("id");
        assertThat(oldest).isNotEqualTo(newest);

        with(ServerVariant.Order.IGNORED);
        for (var order : List.of("created_time:asc", "name:asc", "nonsense")) {
            assertThat(client.get("contacts?limit=1&order_by=" + order).column("id"))
                    .isEqualTo(newest);
        }

        with(ServerVariant.Order.REFUSED);
        for (var list : List.of("contacts", "contact_labels", "campaigns", "phones", "jobs")) {
            assertThat(client.get(list + "?order_by=created_time:asc").text())
                    .contains("422", "order_by is not known here");
            assertThat(client.get(list).status()).isEqualTo(200);
        }
    }

    @Test
    void an_offset_is_honoured_or_ignored() throws Exception {
        var first = client.get("contacts?limit=5").column("id");
        assertThat(client.get("contacts?limit=5&offset=5").column("id")).doesNotContainAnyElementsOf(first);

        with(ServerVariant.Offset.IGNORED);

        assertThat(client.get("contacts?limit=5&offset=5").column("id")).isEqualTo(first);
        assertThat(client.get("contacts?limit=5&offset=5000").column("id")).isEqualTo(first);
    }

    private ObjectNode body(String label) {
        var body = client.campaign("Campaign for " + label)
                .without("all_contact_label_ids")
                .without("exclude_any_contact_label_ids");
        client.labels(body, "any_contact_label_ids", label);
        return body;
    }

    private int status(ObjectNode body) throws Exception {
        return client.post("campaigns", body).status();
    }

    private int reach(ObjectNode body) throws Exception {
        var answer = client.post("campaigns", body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json().path("target_contact_count").asInt();
    }
}
