package dev.muster.sandbox.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.sandbox.RecordedExchanges;
import dev.muster.sandbox.http.RunningSandbox;
import dev.muster.sandbox.world.SandboxJson;
import dev.muster.sandbox.world.ServerVariant;
import java.net.http.HttpRequest.BodyPublishers;
import org.approvaltests.Approvals;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** Every refusal with its body: nothing that is refused has an effect. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RefusalsTest extends RunningSandbox {
    private final RecordedExchanges story = new RecordedExchanges();

    @Test
    void are_written_as_the_api_document_shows() throws Exception {
        tellKeysAndPaths();
        tellCampaigns();
        tellParameters();
        tellImports();
        tellMessages();

        Approvals.verify(story);
        assertThat(sandbox.ledger().messages()).isZero();
        assertThat(client.get("campaigns").total()).isZero();
        assertThat(client.get("contacts").total()).isEqualTo(3_200);
    }

    private void tellKeysAndPaths() throws Exception {
        story.tell("no key", client.send(client.bare("phones").build()));
        story.tell(
                "a wrong key",
                client.send(
                        client.bare("phones").header("X-API-Key", "wrong-key").build()));
        story.tell("a path that does not exist", client.get("nothing"));
        story.tell(
                "a method that does not exist",
                client.send(client.request("campaigns")
                        .PUT(BodyPublishers.ofString("{}"))
                        .build()));
        story.tell("a campaign that does not exist", client.get("campaigns/campaign_1"));
        story.tell("a job that does not exist", client.get("jobs/job_1"));
        story.tell("templates of a sender that does not exist", client.get("whatsapp_business_platform_templates/+1"));
    }

    private void tellCampaigns() throws Exception {
        story.tell("no JSON", client.post("campaigns", "{\"name\":"));
        tell("no message", campaign().without("message"));
        tell("an empty name", campaign().put("name", ""));
        tell("no senders", set(campaign(), "phone_ids", "[]"));
        tell("senders that are a text", set(campaign(), "phone_ids", "\"+15550100100\""));
        tell("a flag that is a text", set(campaign(), "is_schedule", "\"false\""));
        tell("another type", campaign().put("type", "SMS"));
        tell("an unknown sender", set(campaign(), "phone_ids", "[\"nobody\"]"));
        tell("a disabled sender", set(campaign(), "phone_ids", "[\"20000000-0000-4000-8000-000000000003\"]"));
        tell("a text that is no template", campaign().put("message", "Buy now"));
        tell("a template that is not approved", campaign().put("message", "Something big is coming. Stay tuned."));
        tell("no label to include", campaign().without("any_contact_label_ids").without("all_contact_label_ids"));
        tell(
                "an unknown label",
                set(campaign(), "any_contact_label_ids", "[\"10000000-0000-4000-8000-00000000dead\"]"));
        tell("an unknown label to exclude", set(campaign(), "exclude_any_contact_label_ids", "[\"nothing\"]"));
        tell("the name of a label", set(campaign(), "attach_contact_label_ids", "[\"vip\"]"));
        tell("a schedule without start", campaign().put("is_schedule", true));
        tell("a start that is no time", campaign().put("start_time", "tomorrow"));
        tell(
                "an end before the start",
                campaign().put("start_time", "2026-12-01T10:00:00Z").put("end_time", "2026-12-01T09:00:00Z"));
        tell(
                "a start beyond seven days",
                campaign().put("is_schedule", true).put("start_time", "2026-12-24T10:00:00Z"));
    }

    private void tellParameters() throws Exception {
        story.tell("a limit that is no number", client.get("phones?limit=many"));
        story.tell("an offset below zero", client.get("contacts?offset=-1"));
        story.tell("a flag that is neither", client.get("phones?enabled=perhaps"));
        story.tell("an unknown order", client.get("contacts?order_by=shoe_size:asc"));
        story.tell("a label that exists", client.post("contact_labels", "{\"name\":\"vip\"}"));
        story.tell("a label without name", client.post("contact_labels", "{}"));
    }

    private void tellImports() throws Exception {
        story.tell("an unknown strategy", client.upload("import_contacts?duplicate_strategy=merge", "name,phone\n"));
        story.tell("an unknown country", client.upload("import_contacts?phone_country=ZZ", "name,phone\n"));
        story.tell("no file", client.post("import_contacts", "{}"));
        story.tell("no column of numbers", client.upload("import_contacts", "name\nAda\n"));
    }

    private void tellMessages() throws Exception {
        var body = SandboxJson.object().put("phone_number", "+15550100100").put("to_phone_number", "+15550100190");
        story.tell("a message without text", client.post("send_whatsapp_message", body));
        body.put("message", "Hello");
        story.tell(
                "from a sender that cannot",
                client.post("send_whatsapp_message", body.deepCopy().put("phone_number", "+15550100102")));
        story.tell(
                "to what is no number",
                client.post("send_whatsapp_message", body.deepCopy().put("to_phone_number", "Ada")));
    }

    @Test
    void are_written_as_the_vendors_document_describes() throws Exception {
        with(ServerVariant.Dialect.OPENAPI);
        story.tell(
                "a wrong key",
                client.send(
                        client.bare("phones").header("X-API-Key", "wrong-key").build()));
        story.tell("a body of the API document", client.post("campaigns", client.campaign("Sale")));
        story.tell(
                "an unknown mode",
                client.post("campaigns", client.openApiCampaign("Sale").put("mode", "PAPER")));
        var unknown = client.openApiCampaign("Sale");
        unknown.withObject("service_provider_campaign_data").put("service_account_template_name", "sale_teaser");
        story.tell("a template that is not approved", client.post("campaigns", unknown));
        story.tell("a limit that is no number", client.get("phones?limit=many"));
        story.tell("a campaign that does not exist", client.get("campaigns/1"));
        story.tell("a label that exists", client.post("contact_labels", "{\"name\":\"vip\"}"));
        story.tell(
                "a strategy of the API document",
                client.upload("import_contacts?duplicate_strategy=skip", "name,phone\n"));
        story.tell("a path of the API document", client.post("send_whatsapp_message", "{}"));
        story.tell(
                "a message without conversation",
                client.post(
                        "send_message/wabp_template_message",
                        "{\"conversation_id\":\"1\",\"template_name\":\"flash_sale\",\"template_language\":\"en\"}"));

        Approvals.verify(story);
        assertThat(sandbox.ledger().messages()).isZero();
    }

    private ObjectNode campaign() {
        return client.campaign("Sale");
    }

    private static ObjectNode set(ObjectNode body, String field, String json) {
        return body.set(field, SandboxJson.MAPPER.readTree(json));
    }

    private void tell(String title, ObjectNode body) throws Exception {
        story.tell(title, client.post("campaigns", body));
    }
}
