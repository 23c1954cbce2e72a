package dev.muster.seax;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.muster.model.Audience;
import dev.muster.model.Contact;
import dev.muster.model.ContactId;
import dev.muster.model.Label;
import dev.muster.model.LabelId;
import dev.muster.model.Phone;
import dev.muster.model.RemoteCampaign;
import dev.muster.model.RemoteId;
import dev.muster.model.Template;
import dev.muster.testing.FakeWorkspace;
import dev.muster.testing.RecordingSender;
import dev.muster.testing.Samples;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A SeaX with the vendor's read endpoints, over HTTP on this machine, that serves a {@link FakeWorkspace}. A test may script
 * other answers for a path.
 */
final class SeaxServer implements AutoCloseable {
    static final ApiKey KEY = ApiKey.of("fake-key-for-tests/0000+1=");
    /** An answer that never comes: the connection is closed. */
    static final Response HANG_UP = new Response(0, "", Map.of());

    private static final JsonMapper JSON = JsonMapper.shared();

    static {
        // the JDK's server sends head and body apart, and would wait 40 ms between them
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer http;
    private final FakeWorkspace world;
    private final RecordingSender sends = new RecordingSender();
    private final List<Call> calls = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, Deque<Response>> scripted = new HashMap<>();
    private final Map<String, Function<Call, Response>> replaced = new HashMap<>();
    private int pageCap = Integer.MAX_VALUE;

    /** What was asked. */
    record Call(
            String method,
            String path,
            Map<String, String> query,
            @Nullable String key,
            String body) {
        String param(String name, String otherwise) {
            return query.getOrDefault(name, otherwise);
        }
    }

    /** What is answered; status 0 hangs up. */
    record Response(int status, String body, Map<String, String> headers) {
        static Response of(int status, String body) {
            return new Response(status, body, Map.of());
        }
    }

    SeaxServer(FakeWorkspace world) {
        this.world = world;
        try {
            http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        http.createContext("/", this::handle);
        http.start();
    }

    SeaxEndpoint endpoint() {
        return new SeaxEndpoint(
                "http://127.0.0.1:" + http.getAddress().getPort() + "/seax-api/api/v1", Samples.WORKSPACE_ID, KEY);
    }

    /** The workspace behind this server, with pauses that take no time. */
    SeaxWorkspace workspace() {
        return SeaxConnector.workspace(endpoint(), name -> null, duration -> {}, new Random(1));
    }

    SeaxWorkspace workspace(ReadLimits limits) {
        var random = new Random(1);
        var settings = new ReadSettings(OptionalInt.empty(), limits.maxRows(), ReadProgress.UNSEEN, Optional.empty());
        return new SeaxWorkspace(
                new SeaxReader(endpoint(), limits, new ReadRetryPolicy(duration -> {}, random)), random, settings);
    }

    FakeWorkspace world() {
        return world;
    }

    SeaxServer pageCap(int rows) {
        pageCap = rows;
        return this;
    }

    /** The next calls of a path get these answers. */
    SeaxServer script(String path, Response... responses) {
        scripted.computeIfAbsent(path, p -> new ArrayDeque<>()).addAll(List.of(responses));
        return this;
    }

    /** Every call of a path gets this answer. */
    SeaxServer replace(String path, Function<Call, Response> answer) {
        replaced.put(path, answer);
        return this;
    }

    SeaxServer replace(String path, int status, String body) {
        return replace(path, call -> Response.of(status, body));
    }

    List<Call> calls() {
        return List.copyOf(calls);
    }

    List<Call> calls(String path) {
        return calls().stream().filter(call -> call.path().equals(path)).toList();
    }

    List<String> posted() {
        return calls().stream()
                .filter(call -> call.method().equals("POST"))
                .map(Call::body)
                .toList();
    }

    @Override
    public void close() {
        http.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var call = call(exchange);
            calls.add(call);
            var response = respond(call);
            if (response.status() != 0) {
                send(exchange, response);
            }
        }
    }

    private static Call call(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath().replaceFirst(".*/workspace/[^/]+/", "");
        var key = exchange.getRequestHeaders().getFirst("X-API-Key");
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        return new Call(exchange.getRequestMethod(), path, query(exchange), key, body);
    }

    private static Map<String, String> query(HttpExchange exchange) {
        var query = new TreeMap<String, String>();
        Optional.ofNullable(exchange.getRequestURI().getRawQuery()).stream()
                .flatMap(raw -> Stream.of(raw.split("&", -1)))
                .map(pair -> pair.split("=", 2))
                .forEach(pair -> query.put(decode(pair[0]), decode(pair[1])));
        return query;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static void send(HttpExchange exchange, Response response) throws IOException {
        var body = response.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        response.headers()
                .forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
        exchange.sendResponseHeaders(response.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    private Response respond(Call call) {
        var next = scripted.getOrDefault(call.path(), new ArrayDeque<>()).poll();
        if (next != null) {
            return next;
        }
        Function<Call, Response> usual = c -> c.method().equals("POST") ? accept(c.body()) : read(c);
        return replaced.getOrDefault(call.path(), usual).apply(call);
    }

    private Response accept(String body) {
        return Response.of(200, ((dev.muster.apply.PostResponse.Received) sends.post(body)).body());
    }

    private Response read(Call call) {
        return switch (call.path()) {
            case "phones" -> list(call, phones(call));
            case "contact_labels" ->
                list(call, world.labels().stream().map(SeaxServer::row).toList());
            case "contacts" -> list(call, contacts(call));
            case "campaigns" -> list(call, campaigns(call));
            case "jobs" -> list(call, List.of());
            default -> call.path().startsWith("whatsapp_business_platform_templates/") ? templates(call) : one(call);
        };
    }

    /** A sender that is not there is not found; one without templates has an empty list. */
    private Response templates(Call call) {
        var number = call.path().replaceFirst(".*/", "");
        return world.phones().stream()
                .filter(phone -> phone.number().equals(number))
                .findFirst()
                .map(phone -> list(
                        call,
                        world.templates(phone).stream().map(SeaxServer::row).toList()))
                .orElseGet(() -> Response.of(404, "{\"detail\":\"Not found\"}"));
    }

    private Response one(Call call) {
        var id = call.path().replaceFirst(".*/", "");
        Optional<ObjectNode> row = call.path().startsWith("jobs/")
                ? world.job(id).map(status -> object().put("job_id", id).put("status", status))
                : world.campaign(new RemoteId(id)).map(SeaxServer::row);
        return row.map(found -> Response.of(200, found.toString()))
                .orElseGet(() -> Response.of(404, "{\"detail\":\"Not found\"}"));
    }

    private List<ObjectNode> phones(Call call) {
        boolean enabled = Boolean.parseBoolean(call.param("enabled", "true"));
        return world.phones().stream()
                .filter(phone -> phone.enabled() == enabled)
                .map(SeaxServer::row)
                .toList();
    }

    private List<ObjectNode> campaigns(Call call) {
        return call.param("stage", "INSTANCE").equals("DRAFT")
                ? List.of()
                : world.campaigns(Instant.EPOCH).stream().map(SeaxServer::row).toList();
    }

    private List<ObjectNode> contacts(Call call) {
        var audience = new Audience<>(
                labels(call, "any_contact_label_ids"),
                labels(call, "all_contact_label_ids"),
                labels(call, "exclude_any_contact_label_ids"),
                excluded(call));
        boolean whatsappOnly = Boolean.parseBoolean(call.param("whatsapp_phone_only", "false"));
        return world.contacts().stream()
                .filter(contact -> !audience.hasPositiveSelector() || FakeWorkspace.isMeant(contact, audience))
                .filter(contact -> !whatsappOnly || contact.whatsapp().isPresent())
                .map(SeaxServer::row)
                .toList();
    }

    private static List<LabelId> labels(Call call, String field) {
        return ids(call, field).map(LabelId::new).toList();
    }

    private static List<ContactId> excluded(Call call) {
        return ids(call, "exclude_contact_ids").map(ContactId::new).toList();
    }

    private static Stream<String> ids(Call call, String field) {
        return Stream.of(call.param(field, "").split(",", -1)).filter(id -> !id.isEmpty());
    }

    private Response list(Call call, List<ObjectNode> rows) {
        int offset = Math.min(rows.size(), Integer.parseInt(call.param("offset", "0")));
        int limit = Math.min(pageCap, Integer.parseInt(call.param("limit", "10")));
        return Response.of(200, listOf(rows.size(), rows.subList(offset, Math.min(rows.size(), offset + limit))));
    }

    static String listOf(int total, List<ObjectNode> rows) {
        return listOf(OptionalInt.of(total), rows);
    }

    static String listOf(OptionalInt total, List<ObjectNode> rows) {
        var body = object();
        body.putArray("data").addAll(rows);
        total.ifPresent(count -> body.put("total", count));
        return JSON.writeValueAsString(body);
    }

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static ObjectNode row(Phone phone) {
        var row =
                object().put("id", phone.id().value()).put("name", phone.name()).put("phone", phone.number());
        phone.whatsapp().ifPresent(can -> row.putObject("phone_capability").put("whatsapp_business_platform", can));
        return row.put("enabled", phone.enabled());
    }

    private static ObjectNode row(Label label) {
        return object().put("id", label.id().value())
                .put("name", label.name().value())
                .put("is_system", label.system())
                .put("total_count", label.count().orElse(0));
    }

    private static ObjectNode row(Contact contact) {
        var row = object().put("id", contact.id().value())
                .put("name", contact.name())
                .put("phone", contact.phone().orElse(null))
                .put("whatsapp_phone", contact.whatsapp().orElse(null));
        var fields = row.putObject("contact_field_data");
        contact.fields().forEach(fields::put);
        var labels = row.putArray("contact_labels");
        contact.labels().stream()
                .sorted(Comparator.naturalOrder())
                .forEach(id -> labels.addObject().put("id", id.value()));
        return row;
    }

    static ObjectNode row(Template template) {
        var row = object().put("id", template.id())
                .put("name", template.name())
                .put("parameter_format", template.positional() ? "POSITIONAL" : "NAMED")
                .put("language", template.language())
                .put("status", template.status())
                .put("category", template.category());
        var components = row.putArray("components");
        components.addObject().put("type", "HEADER").put("text", "not this");
        template.body()
                .ifPresent(body -> components.addObject().put("type", "BODY").put("text", body));
        return row;
    }

    static ObjectNode row(RemoteCampaign campaign) {
        var row = object().put("id", campaign.id().value())
                .put("name", campaign.name())
                .put("type", campaign.type())
                .put("status", campaign.status());
        campaign.createdAt()
                .ifPresent(at -> row.put("created_time", at.toString()).put("start_time", at.toString()));
        return row;
    }
}
