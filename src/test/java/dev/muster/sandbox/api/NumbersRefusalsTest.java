package dev.muster.sandbox.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.sandbox.RecordedExchanges;
import dev.muster.sandbox.http.RunningSandbox;
import dev.muster.sandbox.world.SandboxJson;
import dev.muster.sandbox.world.ServerVariant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.approvaltests.Approvals;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a campaign by numbers is refused for: nobody is messaged, and the answer is one of those that the documents show. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class NumbersRefusalsTest extends RunningSandbox {
    private static final String ADA = "+15550110001";
    private static final String BEN = "+15550110002";

    private final RecordedExchanges story = new RecordedExchanges();

    @Test
    void are_written_as_the_vendors_page_shows() throws Exception {
        story.tell(
                "a wrong key",
                client.send(client.bare("general_campaigns/wabp")
                        .header("X-API-Key", "wrong-key")
                        .header("Content-Type", "application/json")
                        .POST(java.net.http.HttpRequest.BodyPublishers.ofString("{}"))
                        .build()));
        story.tell("no JSON", client.post("general_campaigns/wabp", "{\"name\":"));
        tellAll();

        Approvals.verify(story);
        assertNobodyWasMessaged();
    }

    @Test
    void are_written_as_the_openapi_document_describes() throws Exception {
        with(ServerVariant.Dialect.OPENAPI);
        tellAll();

        Approvals.verify(story);
        assertNobodyWasMessaged();
    }

    private void tellAll() throws Exception {
        tell("no sender", body -> body.remove("sender_whatsapp_number"));
        tell("a sender that is no number", body -> body.put("sender_whatsapp_number", "15550100100"));
        tell("an unknown sender", body -> body.put("sender_whatsapp_number", "+15550100199"));
        tell("a disabled sender", body -> body.put("sender_whatsapp_number", "+15550100102"));
        tell("another type", body -> body.put("type", "sms"));
        tell("no message", body -> body.remove("highly_structured_message"));
        tell("no template", body -> message(body).remove("template"));
        tell("a template that is no text", body -> message(body).put("template", 7));
        tell("no destinations", body -> message(body).remove("destinations"));
        tell("empty destinations", body -> message(body).putArray("destinations"));
        tell("a destination without number", body -> person(body, 1).remove("destination"));
        tell("a number without plus", body -> person(body, 1).put("destination", "15550110002"));
        tell("a language that SeaX does not know", body -> message(body).put("language_code", "en-US"));
        tell("a language that the template does not have", body -> message(body).put("language_code", "de"));
        tell("an unknown template", body -> message(body).put("template", "none"));
        tell("a paused template", body -> message(body).put("template", "weekend_sale"));
        tell("a disabled template", body -> message(body).put("template", "clearance"));
        tell(
                "a pending template",
                body -> message(body).put("template", "sale_teaser").put("language_code", "en"));
        tell(
                "parameters of the old way",
                body -> message(body).putArray("parameters").add("Ada"));
        tell("components that are no list", body -> person(body, 1).put("components", "Ada"));
        tell("a value too few", body -> parameters(body, 1).remove(1));
        tell("a line break in a value", body -> value(body, 1).put("text", "Ben\nBaker"));
    }

    private void assertNobodyWasMessaged() throws Exception {
        assertThat(sandbox.ledger().messages()).isZero();
        assertThat(sandbox.ledgerByNumbers()).isEmpty();
        assertThat(client.get("campaigns").total()).isZero();
    }

    private void tell(String title, Consumer<ObjectNode> change) throws Exception {
        var body = client.byNumbers("Preview", ADA, BEN);
        change.accept(body);
        story.tell(title, client.sendByNumbers(body));
    }

    /** What a type or a language without being told is, differs between the documents. */
    @ParameterizedTest
    @CsvSource({
        "TUTORIAL_PLUS,type,400",
        "OPENAPI,type,200",
        "TUTORIAL_PLUS,language_code,400",
        "OPENAPI,language_code,200"
    })
    void miss_a_type_or_a_language_as_the_dialect_does(ServerVariant.Dialect dialect, String field, int status)
            throws Exception {
        with(dialect);
        var body = client.byNumbers("Preview", ADA);
        message(body).put("template", "newsletter").put("language_code", "en");
        person(body, 0).remove("components");
        (field.equals("type") ? body : message(body)).remove(field);

        assertThat(client.sendByNumbers(body).status()).isEqualTo(status);
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                fault(
                        132012,
                        "one value too many",
                        parts -> body(parts).add(name(parts).deepCopy().put("parameter_name", "since"))),
                fault(132000, "a value too few", parts -> body(parts).remove(0)),
                fault(132000, "no body", parts -> parts.remove(1)),
                fault(
                        132012,
                        "a name that the template does not have",
                        parts -> name(parts).put("parameter_name", "nam")),
                fault(132012, "a name twice", parts -> second(parts).put("parameter_name", "name")),
                fault(132012, "a value without its name", parts -> name(parts).remove("parameter_name")),
                fault(132012, "a value of another kind", parts -> name(parts).put("type", "currency")),
                fault(
                        132012,
                        "a text where a picture belongs",
                        parts -> parameter(parts, 0).put("type", "text")),
                fault(
                        132012,
                        "a video where a picture belongs",
                        parts -> parameter(parts, 0).put("type", "video")),
                fault(132012, "no header", parts -> parts.remove(0)),
                fault(
                        131008,
                        "a picture without its address",
                        parts -> ((ObjectNode) parameter(parts, 0).path("image")).remove("link")),
                fault(131008, "a value without text", parts -> name(parts).remove("text")),
                fault(100, "an empty value", parts -> name(parts).put("text", "")),
                fault(100, "a blank value", parts -> name(parts).put("text", "  ")),
                fault(132018, "a line break", parts -> name(parts).put("text", "Ada\nLovelace")),
                fault(132018, "a carriage return", parts -> name(parts).put("text", "Ada\rLovelace")),
                fault(132018, "a tab", parts -> name(parts).put("text", "Ada\tLovelace")),
                fault(132018, "five blanks", parts -> name(parts).put("text", "Ada     Lovelace")),
                fault(132005, "a text too long", parts -> name(parts).put("text", "x".repeat(980))),
                fault(131008, "no link", parts -> parts.remove(2)),
                fault(132012, "a link with a name", parts -> parameter(parts, 2).put("type", "payload")),
                fault(
                        100,
                        "a link with a parameter name",
                        parts -> parameter(parts, 2).put("parameter_name", "x")),
                fault(132018, "a blank in a link", parts -> parameter(parts, 2).put("text", "C 1")),
                fault(
                        132018,
                        "letters that no address has",
                        parts -> parameter(parts, 2).put("text", "Ñ")),
                fault(132005, "a link too long", parts -> parameter(parts, 2).put("text", "x".repeat(1_980))),
                fault(100, "an empty link", parts -> parameter(parts, 2).put("text", "")),
                fault(131008, "no coupon", parts -> parts.remove(3)),
                fault(
                        132018,
                        "a coupon with a blank",
                        parts -> parameter(parts, 3).put("coupon_code", "SAVE 20")),
                fault(132018, "a coupon too long", parts -> parameter(parts, 3).put("coupon_code", "A".repeat(21))),
                fault(
                        132012,
                        "a text for a coupon",
                        parts -> parameter(parts, 3).put("type", "text")),
                fault(100, "two buttons at one place", parts -> button(parts, 3).put("index", 0)),
                fault(132012, "the kinds exchanged", parts -> button(parts, 2).put("sub_type", "copy_code")),
                fault(
                        131008,
                        "a button without its place",
                        parts -> button(parts, 2).remove("index")),
                fault(
                        132018,
                        "a button that is not there",
                        parts -> button(parts, 3).put("index", 9)),
                fault(132018, "a text for a quick reply", NumbersRefusalsTest::addReply),
                fault(
                        100,
                        "the footer",
                        parts -> parts.addObject().put("type", "footer").put("text", "Example Store")),
                fault(
                        100,
                        "a component that WhatsApp does not know",
                        parts -> parts.addObject().put("type", "BODY")),
                fault(100, "two bodies", parts -> parts.add(parts.get(1).deepCopy())),
                fault(100, "a misspelt key", parts -> ((ObjectNode) parts.get(1)).put("parameter", 1)),
                fault(
                        100,
                        "the vendor's own sub_type of a phone",
                        parts -> parts.addObject()
                                .put("type", "button")
                                .put("sub_type", "phone_number")
                                .put("index", 2)));
    }

    private static Arguments fault(int code, String what, Consumer<ArrayNode> change) {
        return Arguments.of(what, code, change);
    }

    @ParameterizedTest
    @MethodSource("faults")
    void name_metas_code_for_what_does_not_fit(String what, int code, Consumer<ArrayNode> change) throws Exception {
        var body = client.byNumbers("Preview", ADA, BEN);
        change.accept((ArrayNode) person(body, 1).path("components"));

        var answer = client.sendByNumbers(body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().propertyNames()).containsExactly("error", "message", "details");
        assertThat(answer.json().path("details").path("error_code").asInt())
                .as(answer.text())
                .isEqualTo(code);
        assertThat(sandbox.ledger().messages()).isZero();
    }

    @ParameterizedTest
    @MethodSource("faults")
    void or_let_the_one_person_fail_in_the_log(String what, int code, Consumer<ArrayNode> change) throws Exception {
        with(ServerVariant.BadValues.FAIL_IN_LOG);
        var body = client.byNumbers("Preview", ADA, BEN);
        change.accept((ArrayNode) person(body, 1).path("components"));

        var sent = client.sendByNumbers(body);
        sandbox.advance(java.time.Duration.ofMinutes(1));

        assertThat(sent.json().path("total_destinations").asInt()).isEqualTo(2);
        var rows = client.get("campaigns/" + sent.json().path("id").asString("") + "/logs")
                .data();
        assertThat(rows.get(1).path("message_status").asString("")).isEqualTo("failed");
        assertThat(rows.get(1).path("error_code").asInt()).isEqualTo(code);
    }

    /** A pointer to what is replaced, and the JSON that replaces it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/highly_structured_message|[]",
                "/highly_structured_message|null",
                "/highly_structured_message|\"vip_preview\"",
                "/highly_structured_message/destinations|{}",
                "/highly_structured_message/destinations|{\"destination\":\"+15550110001\"}",
                "/highly_structured_message/destinations|[null]",
                "/highly_structured_message/destinations|[[]]",
                "/highly_structured_message/destinations|[\"+15550110001\"]",
                "/highly_structured_message/destinations/0/destination|15550110001",
                "/highly_structured_message/destinations/0/destination|\" +15550110001\"",
                "/highly_structured_message/destinations/0/destination|\"+1 555 011 0001\"",
                "/highly_structured_message/destinations/0/destination|\"+٤٤٧٧٠٠٩٠٠١٢٣\"",
                "/highly_structured_message/destinations/0/destination|\"+15550110001\\n\"",
                "/highly_structured_message/destinations/0/components|[null]",
                "/highly_structured_message/destinations/0/components|{\"type\":\"body\"}",
                "/highly_structured_message/destinations/0/components|[[]]",
                "/highly_structured_message/destinations/0/components|[{}]",
                "/highly_structured_message/destinations/0/components/1/type|7",
                "/highly_structured_message/destinations/0/components/1/parameters|{\"a\":{\"type\":\"text\"}}",
                "/highly_structured_message/destinations/0/components/1/parameters|[null,null]",
                "/highly_structured_message/destinations/0/components/1/parameters/0/text|7",
                "/highly_structured_message/destinations/0/components/1/parameters/0/text|null",
                "/highly_structured_message/destinations/0/components/1/parameters/0/parameter_name|null",
                "/highly_structured_message/destinations/0/components/1/parameters/0/parameter_name|\"\"",
                "/highly_structured_message/destinations/0/components/0/parameters/0/image|\"https://example.com/a.jpg\"",
                "/highly_structured_message/destinations/0/components/2/index|-1",
                "/highly_structured_message/destinations/0/components/2/index|0.5",
                "/highly_structured_message/destinations/0/components/2/sub_type|null",
                "/sender_whatsapp_number|15550100100",
                "/sender_whatsapp_number|\"\"",
                "/type|\"WHATSAPP\"",
                "/name|7"
            })
    void take_whatever_a_body_has_in_the_wrong_place(String pointer, String json) throws Exception {
        var body = client.byNumbers("Preview", ADA);
        int cut = pointer.lastIndexOf('/');
        var key = pointer.substring(cut + 1);
        var value = SandboxJson.MAPPER.readTree(json);
        var parent = body.at(pointer.substring(0, cut));
        if (parent instanceof ArrayNode array) {
            array.set(Integer.parseInt(key), value);
        } else {
            ((ObjectNode) parent).set(key, value);
        }

        var answer = client.sendByNumbers(body);

        assertThat(answer.status()).as(answer.text()).isIn(400, 422);
        assertThat(answer.json().has("status_code")).isFalse();
        assertThat(sandbox.ledger().messages()).isZero();
    }

    /** A place may be a number or a text, as Meta's own pages write it either way; an unknown field is ignored. */
    @Test
    void but_not_what_the_documents_allow() throws Exception {
        var body = client.byNumbers("Preview", ADA).put("schedule", "tomorrow").put("deliverer_id", "x");
        button((ArrayNode) person(body, 0).path("components"), 2).put("index", "0");
        button((ArrayNode) person(body, 0).path("components"), 2).put("sub_type", "URL");
        message(body).putNull("components");

        assertThat(client.sendByNumbers(body).status()).isEqualTo(200);
    }

    @Test
    void or_are_answered_although_everybody_else_was_messaged() throws Exception {
        with(ServerVariant.BadValues.OTHERS_SENT);
        var body = client.byNumbers("Preview", ADA, BEN);
        value(body, 1).put("text", "");

        assertThat(client.sendByNumbers(body).status()).isEqualTo(400);

        assertThat(sandbox.ledger().people()).containsOnlyKeys(ADA);
    }

    @ParameterizedTest
    @CsvSource({
        "order_update,en_US,body:Ada|A-1|5 USD;url 1:A-1,200",
        "order_update,es_MX,body:Ada|A-1|5 USD;url 1:A-1,200",
        "order_update,en_US,body:Ada|A-1;url 1:A-1,400",
        "order_update,en_US,body:Ada|A-1|5 USD|x;url 1:A-1,400",
        "order_update,en_US,body:Ada|A-1|5 USD;url 0:A-1,400",
        "order_update,en_US,body:name=Ada|A-1|5 USD;url 1:A-1,400",
        "order_receipt,en_US,document;body:first_name=Ada|amount=5,200",
        "order_receipt,en_US,image;body:first_name=Ada|amount=5,400",
        "winter_coupon,en_US,header:first_name=Ada;body:amount=5|until=Friday;copy_code 0:GIFT5,200",
        "winter_coupon,en_US,body:amount=5|until=Friday;copy_code 0:GIFT5,400",
        "winter_coupon,en_US,header:first_name=Adaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa;body:amount=5|until=x;copy_code 0:G,400",
        "winter_video,en_US,video,200",
        "winter_video,en_US,video;url 0:film,400",
        "winter_video,en_US,'',400",
        "thank_you,en_US,'',200",
        "thank_you,en_US,body:name=Ada,400",
        "season_greeting,en_US,'',200",
        "birthday,en_US,'',200",
        "winter_carousel,en_US,'',400",
        "store_opening,en_US,'',400",
        "newsletter,en,'',200"
    })
    void judge_each_kind_of_template(String template, String language, String values, int status) throws Exception {
        var body = client.byNumbers("Preview", ADA);
        message(body).put("template", template).put("language_code", language);
        person(body, 0).set("components", components(values));

        var answer = client.sendByNumbers(body);

        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    }

    /** {@code header:first_name=Ada;body:Ada|A-1;url 1:A-1}. */
    private static ArrayNode components(String written) {
        var components = SandboxJson.array();
        for (var part : written.isEmpty() ? List.<String>of() : List.of(written.split(";", -1))) {
            var words = part.split(":", 2);
            var kind = words[0].split(" ", -1);
            switch (kind[0]) {
                case "image", "video", "document" -> addMedia(components, kind[0]);
                case "url", "copy_code" -> addButton(components, kind[0], Integer.parseInt(kind[1]), words[1]);
                default -> addTexts(components, kind[0], words[1].split("\\|", -1));
            }
        }
        return components;
    }

    private static void addMedia(ArrayNode components, String kind) {
        var header = components
                .addObject()
                .put("type", "header")
                .putArray("parameters")
                .addObject();
        header.put("type", kind).putObject(kind).put("link", "https://cdn.example.com/file");
    }

    private static void addButton(ArrayNode components, String kind, int place, String value) {
        var type = kind.equals("url") ? "text" : "coupon_code";
        components
                .addObject()
                .put("type", "button")
                .put("sub_type", kind)
                .put("index", place)
                .putArray("parameters")
                .addObject()
                .put("type", type)
                .put(type, value);
    }

    private static void addTexts(ArrayNode components, String part, String... values) {
        var parameters = components.addObject().put("type", part).putArray("parameters");
        for (var value : values) {
            var named = value.split("=", 2);
            var parameter = parameters.addObject().put("type", "text").put("text", named[named.length - 1]);
            if (named.length > 1) {
                parameter.put("parameter_name", named[0]);
            }
        }
    }

    private static void addReply(ArrayNode parts) {
        var reply = parts.addObject()
                .put("type", "button")
                .put("sub_type", "quick_reply")
                .put("index", 2);
        reply.putArray("parameters").addObject().put("type", "text").put("text", "Stop");
    }

    private static ObjectNode message(ObjectNode body) {
        return (ObjectNode) body.path("highly_structured_message");
    }

    private static ObjectNode person(ObjectNode body, int place) {
        return (ObjectNode) message(body).path("destinations").get(place);
    }

    private static ArrayNode parameters(ObjectNode body, int place) {
        return (ArrayNode) person(body, place).path("components").get(1).path("parameters");
    }

    private static ObjectNode value(ObjectNode body, int place) {
        return (ObjectNode) parameters(body, place).get(0);
    }

    private static ObjectNode button(ArrayNode parts, int part) {
        return (ObjectNode) parts.get(part);
    }

    private static ObjectNode parameter(ArrayNode parts, int part) {
        return (ObjectNode) parts.get(part).path("parameters").get(0);
    }

    private static ArrayNode body(ArrayNode parts) {
        return (ArrayNode) parts.get(1).path("parameters");
    }

    private static ObjectNode name(ArrayNode parts) {
        return (ObjectNode) body(parts).get(0);
    }

    private static ObjectNode second(ArrayNode parts) {
        return (ObjectNode) body(parts).get(1);
    }
}
