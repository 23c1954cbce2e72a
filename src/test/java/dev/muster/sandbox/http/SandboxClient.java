package dev.muster.sandbox.http;

import dev.muster.sandbox.world.SandboxJson;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A client that knows nothing but HTTP: it never repeats a request and follows no redirect. */
public final class SandboxClient {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Sandbox sandbox;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    /** What came back. */
    public record Answer(int status, Map<String, List<String>> headers, String text) {
        public JsonNode json() {
            return SandboxJson.MAPPER.readTree(text);
        }

        public int total() {
            return json().path("total").asInt();
        }

        public List<JsonNode> data() {
            return List.copyOf(json().path("data").values());
        }

        public List<String> column(String field) {
            return data().stream().map(row -> row.path(field).asString("")).toList();
        }

        /** As a reader approves it: the status, then the body with line breaks. */
        public String readable() {
            return status + "\n"
                    + SandboxJson.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(json());
        }
    }

    public SandboxClient(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    public Answer get(String path) throws IOException, InterruptedException {
        return send(request(path).GET().build());
    }

    public Answer post(String path, JsonNode body) throws IOException, InterruptedException {
        return post(path, body.toString());
    }

    public Answer post(String path, String body) throws IOException, InterruptedException {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    /** Sends a file as a form does. */
    public Answer upload(String path, String csv) throws IOException, InterruptedException {
        var body = "--cut\r\nContent-Disposition: form-data; name=\"file\"; filename=\"people.csv\"\r\n"
                + "Content-Type: text/csv\r\n\r\n" + csv + "\r\n--cut--\r\n";
        return send(request(path)
                .header("Content-Type", "multipart/form-data; boundary=cut")
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    public Answer control(String method, String path, String body) throws IOException, InterruptedException {
        var uri = URI.create(sandbox.controlUrl() + "/" + path);
        var request = HttpRequest.newBuilder(uri).timeout(PATIENCE).method(method, BodyPublishers.ofString(body));
        return send((body.isEmpty() ? request : request.header("Content-Type", "application/json")).build());
    }

    public HttpRequest.Builder request(String path) {
        return bare(path).header("X-API-Key", sandbox.apiKey());
    }

    public HttpRequest.Builder bare(String path) {
        var uri = URI.create(sandbox.baseUrl() + "/workspace/" + sandbox.workspaceId() + "/" + path);
        return HttpRequest.newBuilder(uri).timeout(PATIENCE);
    }

    public Answer send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
        return new Answer(response.statusCode(), response.headers().map(), response.body());
    }

    /** The body of a campaign that is good: premium customers who opted in, without those who must not be messaged. */
    public ObjectNode campaign(String name) {
        var body = SandboxJson.object()
                .put("name", name)
                .put("type", "WHATSAPP_BUSINESS_PLATFORM_MESSAGE")
                .put(
                        "message",
                        "🎉 Holiday Sale! Get 30% off all items. Use code HOLIDAY30. Shop now: https://example.com/sale");
        body.putArray("phone_ids").add("20000000-0000-4000-8000-000000000001");
        labels(body, "any_contact_label_ids", "premium_customers");
        labels(body, "all_contact_label_ids", "whatsapp_opt_in");
        labels(body, "exclude_any_contact_label_ids", "DNC", "unsubscribed", "duplicate");
        return body.put("is_schedule", false).put("enable_link_shortening", true);
    }

    /** The same as the vendor's document wants it. */
    public ObjectNode openApiCampaign(String name) {
        var body = campaign(name).put("mode", "WEB").put("stage", "INSTANCE").put("message_service_id", "MG0");
        body.putObject("service_provider_campaign_data")
                .put("service_account_id", "account-1")
                .put("service_account_template_name", "holiday_sale");
        return body;
    }

    /** The body of a campaign by numbers that is good: everybody gets what fills the default world's {@code vip_preview}. */
    public ObjectNode byNumbers(String name, String... numbers) {
        var body = SandboxJson.object()
                .put("sender_whatsapp_number", "+15550100100")
                .put("name", name)
                .put("type", "whatsapp");
        var message = body.putObject("highly_structured_message")
                .put("template", "vip_preview")
                .put("language_code", "en_US");
        var destinations = message.putArray("destinations");
        for (var number : numbers) {
            destinations.addObject().put("destination", number).set("components", preview("Ada", "C-1"));
        }
        return body;
    }

    /** What fills {@code vip_preview}. */
    public ArrayNode preview(String person, String suffix) {
        return (ArrayNode) SandboxJson.MAPPER.readTree("""
                [{"type":"header","parameters":[{"type":"image","image":{"link":"https://cdn.example.com/winter.jpg"}}]},
                 {"type":"body","parameters":[{"type":"text","parameter_name":"name","text":"%s"},
                                              {"type":"text","parameter_name":"discount","text":"20"}]},
                 {"type":"button","sub_type":"url","index":0,"parameters":[{"type":"text","text":"%s"}]},
                 {"type":"button","sub_type":"copy_code","index":1,
                  "parameters":[{"type":"coupon_code","coupon_code":"SAVE20"}]}]""".formatted(person, suffix));
    }

    public Answer sendByNumbers(JsonNode body) throws IOException, InterruptedException {
        return post("general_campaigns/wabp", body);
    }

    public void labels(ObjectNode body, String field, String... names) {
        var ids = body.putArray(field);
        for (var name : names) {
            ids.add(sandbox.labelId(name));
        }
    }
}
