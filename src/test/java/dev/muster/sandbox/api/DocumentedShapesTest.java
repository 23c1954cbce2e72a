package dev.muster.sandbox.api;

import dev.muster.sandbox.RecordedExchanges;
import dev.muster.sandbox.http.RunningSandbox;
import dev.muster.sandbox.world.SandboxJson;
import dev.muster.sandbox.world.ServerVariant;
import java.time.Duration;
import org.approvaltests.Approvals;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** Every endpoint against the document that describes it: the approved files are read beside the documents. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DocumentedShapesTest extends RunningSandbox {
    private final RecordedExchanges story = new RecordedExchanges();

    @Test
    void answers_as_the_api_document_shows() throws Exception {
        with(ServerVariant.Dialect.TUTORIAL_STRICT);

        tellTheEightSections();

        Approvals.verify(story);
    }

    private void tellTheEightSections() throws Exception {
        story.tell("1 phones", client.get("phones?offset=0&limit=10"));
        story.tell("1 phones that are not enabled", client.get("phones?enabled=false"));
        story.tell("2 contacts", client.get("contacts?offset=0&limit=2"));
        var campaign = client.campaign("WhatsApp Holiday Sale 2026");
        client.labels(campaign, "attach_contact_label_ids", "holiday_2026_received");
        var created = client.post("campaigns", campaign);
        story.tell("3 create a campaign", created);
        story.tell("3 create a scheduled campaign", client.post("campaigns", scheduled()));
        sandbox.advance(Duration.ofMinutes(15));
        var path = "campaigns/" + created.json().path("id").asString();
        story.tell("4 the campaign when it is finished", client.get(path));
        story.tell("5 its logs", client.get(path + "/logs?offset=0&limit=1&message_statuses=delivered"));
        story.tell("5 its failures", client.get(path + "/logs?offset=0&limit=1&message_statuses=failed"));
        story.tell("6 import contacts", client.upload("import_contacts?duplicate_strategy=mark&phone_country=US", CSV));
        story.tell("8 a single message", client.post("send_message/wabp_template_message", message()));
    }

    private static final String CSV = "name,phone\nAda Test,(555) 010-0190\nNo Number,\n";

    private ObjectNode scheduled() {
        return client.campaign("Weekend Flash Sale")
                .put("message", "⚡ Flash sale: 48 hours only, 40% off everything. https://example.com/flash")
                .put("start_time", "2026-12-01T08:00:00+00:00")
                .put("end_time", "2026-12-01T20:00:00+00:00")
                .put("is_schedule", true);
    }

    private static ObjectNode message() {
        var body = SandboxJson.object()
                .put("phone_number", "+15550100100")
                .put("to_phone_number", "+15550100190")
                .put("message", "Thank you for your recent inquiry!");
        body.putArray("media_urls").add("https://example.com/product-catalog.pdf");
        return body;
    }

    @Test
    void adds_the_vendors_read_endpoints() throws Exception {
        var created = client.post("campaigns", client.campaign("Holiday Sale"));
        client.post("campaigns", scheduled());
        story.tell("phones", client.get("phones?limit=1"));
        story.tell("contacts", client.get("contacts?limit=2&order_by=created_time:asc"));
        story.tell("labels", client.get("contact_labels?limit=3"));
        story.tell("a new label", client.post("contact_labels", "{\"name\":\"fence\"}"));
        story.tell("campaigns", client.get("campaigns"));
        story.tell("jobs", client.get("jobs"));
        sandbox.advance(Duration.ofMinutes(1));
        story.tell("a job", client.get("jobs/" + created.json().path("job_id").asString()));
        story.tell("templates", client.get("whatsapp_business_platform_templates/+15550100100"));

        Approvals.verify(story);
    }

    @Test
    void answers_as_the_vendors_document_describes() throws Exception {
        with(ServerVariant.Dialect.OPENAPI);
        var created = client.post("campaigns", client.openApiCampaign("Holiday Sale"));
        story.tell("create a campaign", created);
        sandbox.advance(Duration.ofMinutes(1));
        var path = "campaigns/" + created.json().path("id").asString();
        story.tell("the campaign under way", client.get(path));
        story.tell("its logs", client.get(path + "/logs?limit=1&whatsapp_message_statuses=failed"));
        story.tell("import contacts", client.upload("import_contacts?duplicate_strategy=merge", CSV));
        sandbox.advance(Duration.ofSeconds(1));
        story.tell("jobs at work", client.get("jobs?job_statuses=started"));
        sandbox.advance(Duration.ofSeconds(1));
        story.tell("jobs of one type", client.get("jobs?job_types=import_contacts&job_statuses=finished"));

        Approvals.verify(story);
    }
}
