package dev.muster.seax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.diagnostic.EnvironmentException;
import dev.muster.model.Audience;
import dev.muster.model.Contact;
import dev.muster.model.Phone;
import dev.muster.model.RemoteCampaign;
import dev.muster.model.RemoteId;
import dev.muster.resolve.Capabilities;
import dev.muster.seax.SeaxServer.Response;
import dev.muster.testing.FakeWorkspace;
import dev.muster.testing.Samples;
import dev.muster.testing.Worlds;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SeaxWorkspaceTest {
    private static final String TEMPLATES = "whatsapp_business_platform_templates/+15550100100";
    private static final String OTHER_TEMPLATES = "whatsapp_business_platform_templates/+15550100101";

    private SeaxServer server = new SeaxServer(Worlds.small());
    private SeaxWorkspace workspace = server.workspace();

    @AfterEach
    void close() {
        workspace.close();
        server.close();
    }

    @ParameterizedTest
    @CsvSource({"0, 1000", "1, 1000", "99, 1000", "100, 1000", "101, 1000", "1050, 1000", "300, 50", "251, 50", "7, 1"})
    void reads_every_contact_whatever_the_page_size(int people, int cap) {
        serve(Worlds.crowd(people)).pageCap(cap);
        assertThat(workspace.contacts()).hasSize(people).doesNotHaveDuplicates();
    }

    /** A page of one row is where the pages overlap, and so seems to be the end. */
    @ParameterizedTest
    @CsvSource({"60, -1", "60, 0", "99, -1", "99, 0", "99, -2"})
    void a_page_of_one_row_in_the_middle_is_no_end(int place, int total) {
        serve(Worlds.crowd(0));
        readOnce();
        server.replace("contacts", call -> {
            boolean isShort = Integer.parseInt(call.param("offset", "0")) == place;
            int cap = isShort ? 1 : 100;
            int given = rows(call, 600, cap);
            return page(
                    call, total == -1 ? OptionalInt.empty() : OptionalInt.of(total == -2 ? given : total), 600, cap);
        });
        assertThat(workspace.contacts()).hasSize(600);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 600})
    void places_without_rows_in_the_middle_are_told_unless_a_page_reaches_over_them(int total) {
        serve(Worlds.crowd(0));
        readOnce();
        serveWithout(99, 99, total);
        assertThat(workspace.contacts()).hasSize(600);

        serveWithout(200, 299, total);
        assertUnusable(workspace::contacts, "where it had some");
        assertThat(server.calls("contacts")).hasSizeLessThan(250);
    }

    private void serveWithout(int first, int last, int total) {
        server.replace("contacts", call -> {
            int offset = Integer.parseInt(call.param("offset", "0"));
            boolean isHole = offset >= first && offset <= last;
            return page(call, total < 0 ? OptionalInt.empty() : OptionalInt.of(total), 600, isHole ? 0 : 100);
        });
    }

    @Test
    void a_total_that_is_too_small_drops_nobody() {
        server.replace("contacts", call -> page(call, OptionalInt.of(595), 600, 100));
        assertThat(workspace.contacts()).hasSize(600);
    }

    @Test
    void a_list_that_goes_on_far_beyond_its_total_is_given_up() {
        server.replace("contacts", call -> page(call, OptionalInt.of(600), Integer.MAX_VALUE, 1_000));
        assertUnusable(workspace::contacts, "rows where it promises 600");
    }

    @Test
    void campaigns_back_to_an_instant_are_no_shorter_list() {
        var months = IntStream.range(0, 31)
                .mapToObj(i ->
                        campaign("c" + i, Instant.parse("2026-11-30T00:00:00Z").minusSeconds(86_400L * i)))
                .toList();
        server.pageCap(1);
        server.replace(
                "campaigns",
                call -> call.param("stage", "").equals("DRAFT") ? list(List.of()) : slice(call, months, 1));
        assertThat(workspace.campaigns(Instant.parse("2026-11-29T00:00:00Z"))).hasSize(2);
    }

    @Test
    void a_full_last_page_is_not_believed_to_be_the_last() {
        serve(Worlds.crowd(200));
        readOnce();
        server.replace("contacts", call -> page(call, OptionalInt.empty(), 200, 100));
        assertThat(workspace.contacts()).hasSize(200);
        assertThat(server.calls("contacts"))
                .extracting(call -> call.param("offset", ""))
                .contains("199", "200");
    }

    @Test
    void a_total_that_promises_more_than_there_is_says_how_many_are_missing() {
        serve(Worlds.crowd(150)).replace("contacts", call -> page(call, 150, 100));
        assertThat(workspace.contacts(row -> {}).missing()).isEqualTo(50);
        assertThat(workspace.contacts()).hasSize(100);
    }

    @ParameterizedTest
    @CsvSource({"-1, 1000", "0, 1000", "0, 30", "-1, 30", "7, 30", "-2, 30", "-2, 1"})
    void a_total_that_is_absent_constant_or_of_the_page_ends_no_list(int total, int cap) {
        serve(Worlds.crowd(0));
        readOnce();
        server.replace("contacts", call -> {
            var given = rows(call, 100, cap);
            return page(
                    call, total == -1 ? OptionalInt.empty() : OptionalInt.of(total == -2 ? given : total), 100, cap);
        });
        assertThat(workspace.contacts()).hasSize(100);
    }

    @Test
    void a_list_that_changed_once_is_read_again_from_the_start() {
        var tries = new AtomicInteger();
        serve(Worlds.crowd(0));
        readOnce();
        server.replace("contacts", call -> page(call, 250, tries.incrementAndGet() == 2 ? 249 : 250));
        assertThat(workspace.contacts()).hasSize(250);
    }

    @Test
    void repeated_ids_are_never_taken_for_more_people() {
        var row = "{\"id\":\"c1\",\"name\":\"\"}";
        server.replace("contacts", 200, "{\"data\":[" + row + "," + row + "],\"total\":2}");
        assertThat(workspace.contacts()).hasSize(1);
    }

    @Test
    void pages_without_end_come_to_an_end() {
        var limits = new ReadLimits(ReadLimits.DEFAULT.connect(), ReadLimits.DEFAULT.overall(), 1 << 20, 1000);
        try (var small = server.workspace(limits)) {
            server.replace("contacts", call -> page(call, OptionalInt.empty(), Integer.MAX_VALUE, 100));
            assertUnusable(small::contacts, "its setting `max_contacts` allows 1,000");
            server.replace("contacts", call -> page(call, 1001, 1001));
            assertUnusable(small::contacts, "The workspace has 1,001 contacts or more");
        }
    }

    @Test
    void pages_too_small_for_their_list_are_not_asked_for_one_by_one() {
        readOnce();
        server.replace("contacts", call -> page(call, 1_000_000, 1));
        assertUnusable(workspace::contacts, "it gives 1 rows at once, of 1000000");
    }

    @Test
    void a_list_with_holes_is_not_a_shorter_list() {
        server.replace("contacts", 200, "{\"data\":[],\"total\":5}");
        assertUnusable(workspace::contacts, "GET /contacts cannot be used: it promises 5 rows and gives none");
    }

    @Test
    void a_body_too_long_too_deep_or_no_json_is_refused_without_a_crash() {
        server.replace("phones", 200, "{\"data\":" + "[".repeat(100_000));
        assertUnusable(workspace::phones, "GET /phones cannot be used: it is not JSON");
        server.replace("phones", 200, "<html>");
        assertUnusable(workspace::phones, "it is not JSON");
        server.replace("phones", 200, " ".repeat(ReadLimits.DEFAULT.maxBody() + 1));
        assertUnusable(workspace::phones, "it is too long");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    []                                                     | it is not an object where one belongs
                    {"data":{},"total":1}                                  | the field data is not a list
                    {"data":["Ann"],"total":1}                             | it is not an object where one belongs
                    {"data":[{"name":"Ann"}],"total":1}                    | the field id is missing
                    {"data":[{"id":17}],"total":1}                         | the field id is not a text
                    {"data":[{"id":" "}],"total":1}                        | the field id is missing
                    {"data":[{"id":"1","name":{}}],"total":1}              | the field name is not a text
                    {"data":[{"id":"1","whatsapp_phone":15550100001}],"total":1} | the field whatsapp_phone is not a text
                    {"data":[{"id":"1","contact_labels":"DNC"}],"total":1} | the field contact_labels is not a list
                    {"data":[{"id":"1","contact_labels":[{}]}],"total":1}  | the field id is missing
                    """)
    void a_wrong_type_names_the_endpoint_and_the_field_and_never_the_value(String body, String finding) {
        readOnce();
        server.replace("contacts", 200, body);
        assertThatThrownBy(workspace::contacts)
                .isInstanceOf(EnvironmentException.class)
                .hasMessage("SeaX's answer to GET /contacts cannot be used: " + finding + ".")
                .hasMessageNotContainingAny("Ann", "5550100001", "DNC");
    }

    @Test
    void unknown_fields_and_nulls_do_no_harm() {
        readOnce();
        server.replace("contacts", 200, """
                {"data":[{"id":"1","name":null,"phone":"","note":{"deep":[1]},"whatsapp_phone":null,"contact_labels":null}],"total":1,"x":1}""");
        assertThat(workspace.contacts()).singleElement().satisfies(contact -> {
            assertThat(contact.name()).isEmpty();
            assertThat(contact.whatsapp()).isEmpty();
            assertThat(contact.labels()).isEmpty();
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    "phone":"+15550100001"                              | +15550100001
                    "phone":"15550100001"                               | +15550100001
                    "phone":"+15550100001","whatsapp_phone":null        |
                    "phone":"+15550100001","whatsapp_phone":""          |
                    "phone":"+15550100001","whatsapp_phone":"15550100002" | +15550100002
                    "phone":"0100"                                      | 0100
                    """)
    void the_whatsapp_number_is_the_phone_only_where_rows_know_no_other(
            String fields, @org.jspecify.annotations.Nullable String number) {
        server.replace("contacts", 200, "{\"data\":[{\"id\":\"1\"," + fields + "}],\"total\":1}");
        assertThat(workspace.contacts()).extracting(Contact::whatsapp).containsExactly(Optional.ofNullable(number));
    }

    @Test
    void labels_of_a_contact_may_be_ids_or_objects() {
        server.replace(
                "contacts", 200, "{\"data\":[{\"id\":\"1\",\"contact_labels\":[\"l1\",{\"id\":\"l2\"}]}],\"total\":1}");
        assertThat(workspace.contacts().get(0).labels())
                .extracting(Object::toString)
                .containsExactlyInAnyOrder("l1", "l2");
    }

    @Test
    void disabled_senders_are_listed_too_and_the_tutorials_rows_are_understood() {
        assertThat(workspace.phones()).extracting(Phone::name, Phone::enabled).contains(tuple("Old Line", false));
        server.replace(
                "phones",
                200,
                "{\"data\":[{\"id\":\"p1\",\"name\":\"Sales Line\",\"phone\":\"+15550100100\"}],\"total\":1}");
        assertThat(workspace.phones()).singleElement().satisfies(phone -> {
            assertThat(phone.enabled()).isTrue();
            assertThat(phone.whatsapp()).isEmpty();
        });
    }

    @Test
    void a_labels_count_has_two_names() {
        server.replace("contact_labels", 200, """
                {"data":[{"id":"1","name":"a","total_count":3},{"id":"2","name":"b","contact_count":4},{"id":"3","name":"c"}],"total":3}""");
        assertThat(workspace.labels())
                .extracting(label -> label.count().orElse(-1))
                .containsExactly(3, 4, -1);
    }

    @Test
    void the_whole_api_is_found_by_asking_once() {
        assertThat(workspace.capabilities()).isEqualTo(FakeWorkspace.FULL);
        int calls = server.calls().size();
        workspace.capabilities();
        assertThat(server.calls()).hasSize(calls).allMatch(call -> call.method().equals("GET"));
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 405, 410})
    void the_tutorial_dialect_has_none_of_it(int refusal) {
        Stream.of("contact_labels", "campaigns", "jobs", TEMPLATES, OTHER_TEMPLATES)
                .forEach(path -> server.replace(path, refusal, "{\"detail\":\"no\"}"));
        server.replace("contacts", 200, "{\"data\":[{\"id\":\"1\",\"phone\":\"+15550100001\"}],\"total\":1}");
        assertThat(workspace.capabilities()).isEqualTo(FakeWorkspace.TUTORIAL);
        assertThat(workspace.contacts()).hasSize(1);
        assertThat(server.calls("contacts")).noneMatch(call -> call.query().containsKey("order_by"));
    }

    @ParameterizedTest
    @CsvSource({"400, campaigns", "422, campaigns", "400, contact_labels", "422, jobs", "400, contacts", "422, phones"})
    void a_list_that_is_refused_is_not_taken_for_one_that_does_not_exist(int refusal, String list) {
        server.replace(list, refusal, "{\"detail\":\"no\"}");
        assertUnusable(workspace::capabilities, "SeaX refused GET /" + list + " (" + refusal + ": no). ");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 404, 422})
    void a_filter_that_is_refused_is_no_filter(int refusal) {
        server.replace(
                "contacts",
                call -> call.query().containsKey("any_contact_label_ids")
                        ? Response.of(refusal, "{\"detail\":\"no\"}")
                        : Response.of(200, "{\"data\":[{\"id\":\"1\",\"contact_labels\":[]}],\"total\":1}"));
        assertThat(workspace.capabilities().filters()).isFalse();
    }

    @Test
    void a_filter_that_is_ignored_is_found_out() {
        var everybody = "{\"data\":[{\"id\":\"1\",\"contact_labels\":[]}],\"total\":1}";
        server.replace("contacts", 200, everybody);
        assertThat(workspace.capabilities()).isEqualTo(new Capabilities(true, true, false, true, true, true));
    }

    @Test
    void an_answer_that_is_no_list_is_not_taken_for_none() {
        server.replace("jobs", 200, "{\"jobs\":[]}");
        assertUnusable(workspace::capabilities, "GET /jobs cannot be used: the field data is not a list");
    }

    @Test
    void one_sender_without_templates_says_nothing_about_the_api() {
        server.replace(OTHER_TEMPLATES, 404, "{\"detail\":\"Not found\"}");
        assertThat(workspace.capabilities().templates()).isTrue();
    }

    @Test
    void fields_of_contacts_are_read_as_text_and_odd_ones_left_out() {
        server.replace("contacts", 200, """
                {"data":[{"id":"1","contact_labels":[],"contact_field_data":\
                {"city":"Apia","since":2019,"gold":true,"blank":" ","none":null,"list":[1]}},\
                {"id":"2","contact_labels":[],"contact_field_data":null},{"id":"3","contact_labels":[]}],"total":3}""");
        assertThat(workspace.contacts())
                .extracting(Contact::fields)
                .containsExactly(
                        Map.of("city", "Apia", "since", "2019", "gold", "true", "blank", " "), Map.of(), Map.of());
    }

    @Test
    void the_text_of_a_template_is_its_body() {
        assertThat(workspace.templates(sender(workspace)))
                .filteredOn(template -> template.name().equals("welcome"))
                .singleElement()
                .satisfies(template -> {
                    assertThat(template.body()).contains("Hello {{name}}");
                    assertThat(template.text()).isEqualTo("Hello {name}");
                    assertThat(template.isApproved()).isTrue();
                });
    }

    @ParameterizedTest
    @CsvSource({"0, 1000", "1, 1000", "100, 1000", "101, 1000", "250, 100", "250, 30", "250, 1000"})
    void templates_are_read_to_the_end_whatever_the_page_size(int templates, int cap) {
        serve(withTemplates(templates)).pageCap(cap);
        assertThat(workspace.templates(sender(workspace))).hasSize(templates);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 99, 100, 101, 250})
    void templates_may_come_without_pages_and_without_a_total(int templates) {
        serve(withTemplates(templates));
        var sender = sender(workspace);
        var rows =
                server.world().templates(sender).stream().map(SeaxServer::row).toList();
        server.replace(TEMPLATES, call -> Response.of(200, "{\"data\":" + rows + "}"));
        assertThat(workspace.templates(sender)).hasSize(templates);
        server.replace(TEMPLATES, call -> Response.of(200, SeaxServer.listOf(templates, rows)));
        assertThat(workspace.templates(sender)).hasSize(templates);
    }

    @Test
    void a_list_of_templates_that_does_not_add_up_is_not_used() {
        var sender = sender(workspace);
        var rows =
                server.world().templates(sender).stream().map(SeaxServer::row).toList();
        server.replace(TEMPLATES, call -> Response.of(200, SeaxServer.listOf(9, rows)));
        assertUnusable(() -> workspace.templates(sender), "it gives the same rows at every place");
        server.replace(TEMPLATES, 200, "{\"data\":{},\"total\":1}");
        assertUnusable(() -> workspace.templates(sender), "the field data is not a list");
    }

    @Test
    void a_sender_that_seax_does_not_know_has_no_templates_and_a_failing_server_no_answer() {
        var sender = sender(workspace);
        server.replace(TEMPLATES, 404, "{\"detail\":\"Phone not found\"}");
        assertThat(workspace.templates(sender)).isEmpty();
        server.replace(TEMPLATES, 404, "<html>no route</html>");
        assertThatThrownBy(() -> workspace.templates(sender)).isInstanceOf(EnvironmentException.class);
        server.replace(TEMPLATES, 500, "{}");
        assertThatThrownBy(() -> workspace.templates(sender)).isInstanceOf(EnvironmentException.class);
    }

    private static FakeWorkspace withTemplates(int count) {
        var world = new FakeWorkspace().phone("Sales Line", "+15550100100");
        IntStream.range(0, count)
                .forEach(number -> world.template("+15550100100", "t" + number, "APPROVED", "Text " + number));
        return world;
    }

    private static Phone sender(SeaxWorkspace workspace) {
        return workspace.phones().stream()
                .filter(phone -> phone.number().equals("+15550100100"))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403})
    void a_refused_key_is_said_so_and_never_shown(int status) {
        server.replace(
                "contact_labels",
                status,
                "{\"error\":\"Unauthorized\",\"message\":\"Invalid API Key " + SeaxServer.KEY.reveal() + "\"}");
        assertThatThrownBy(workspace::capabilities)
                .isInstanceOf(EnvironmentException.class)
                .hasMessageStartingWith("SeaX refused the API key (" + status + ": Invalid API Key [API key])");
    }

    @Test
    void a_redirect_says_that_the_base_url_is_wrong() {
        server.replace("phones", call -> new Response(307, "", java.util.Map.of("Location", "http://localhost:1/")));
        assertUnusable(
                workspace::phones,
                "The base URL of the workspace is wrong: " + server.endpoint().baseUrl());
        assertThat(server.calls()).hasSize(1);
    }

    @Test
    void a_failing_server_is_asked_three_times() {
        server.replace("phones", 503, "{\"detail\":\"maintenance\"}");
        assertUnusable(workspace::phones, "SeaX could not answer GET /phones (503: maintenance)");
        assertThat(server.calls()).hasSize(3);
    }

    @Test
    void a_connection_that_breaks_once_is_forgiven() {
        server.script("phones", SeaxServer.HANG_UP, Response.of(500, ""));
        assertThat(workspace.phones()).hasSize(3);
    }

    @Test
    void a_server_that_is_not_there_is_named() {
        server.close();
        assertUnusable(
                workspace::phones,
                "SeaX does not answer GET /phones at " + server.endpoint().baseUrl() + ": the connection was refused.");
    }

    @Test
    void the_count_is_asked_with_the_filters_of_the_campaign() {
        var audience = new Audience<>(
                List.of(Samples.label(1), Samples.label(2)),
                List.of(Samples.label(2)),
                List.of(Samples.label(3)),
                List.of(Samples.contact(4)));
        workspace.count(audience);
        assertThat(server.calls().get(0).query())
                .containsEntry("any_contact_label_ids", Samples.label(1) + "," + Samples.label(2))
                .containsEntry("all_contact_label_ids", Samples.label(2).value())
                .containsEntry("exclude_any_contact_label_ids", Samples.label(3).value())
                .containsEntry("exclude_contact_ids", Samples.contact(4).value())
                .containsEntry("whatsapp_phone_only", "true");
        assertThat(server.calls().get(0).key()).isEqualTo(SeaxServer.KEY.reveal());
    }

    @Test
    void nobody_is_counted_without_a_positive_selector() {
        var everyone =
                new Audience<>(List.<dev.muster.model.LabelId>of(), List.of(), List.of(Samples.label(3)), List.of());
        assertThatIllegalArgumentException().isThrownBy(() -> workspace.count(everyone));
        assertThat(server.calls()).isEmpty();
    }

    @Test
    void campaigns_of_both_stages_are_found_once() {
        var draft = campaign("draft_1", Instant.parse("2026-11-30T00:00:00Z"));
        server.replace(
                "campaigns", call -> call.param("stage", "").equals("DRAFT") ? list(List.of(draft)) : list(List.of()));
        assertThat(workspace.campaigns(Instant.EPOCH))
                .extracting(RemoteCampaign::id)
                .containsExactly(draft.id());

        server.replace("campaigns", call -> list(List.of(draft)));
        assertThat(workspace.campaigns(Instant.EPOCH)).hasSize(1);
    }

    @Test
    void campaigns_are_read_no_further_back_than_asked() {
        var now = Instant.parse("2026-11-30T00:00:00Z");
        var all = IntStream.range(0, 350)
                .mapToObj(i -> campaign("c" + i, now.minusSeconds(60L * i)))
                .toList();
        server.replace("campaigns", call -> slice(call, all));
        assertThat(workspace.campaigns(now.minusSeconds(60 * 120))).hasSize(121);
        assertThat(server.calls("campaigns"))
                .extracting(call -> call.param("offset", ""))
                .doesNotContain("200", "300");
    }

    @Test
    void campaigns_that_are_not_in_order_are_read_to_the_end() {
        var now = Instant.parse("2026-11-30T00:00:00Z");
        var all = IntStream.range(0, 150)
                .mapToObj(i -> campaign("c" + i, now.minusSeconds(60L * (150 - i))))
                .toList();
        server.replace("campaigns", call -> slice(call, all));
        assertThat(workspace.campaigns(now.minusSeconds(90)))
                .extracting(c -> c.id().value())
                .containsExactly("c149");
    }

    @Test
    void a_campaign_made_while_reading_is_not_missed() {
        var now = Instant.parse("2026-11-30T00:00:00Z");
        var late = campaign("late", now);
        var calls = new AtomicInteger();
        server.replace("campaigns", call -> list(calls.incrementAndGet() == 1 ? List.of() : List.of(late)));
        assertThat(workspace.campaigns(Instant.EPOCH))
                .extracting(RemoteCampaign::id)
                .containsExactly(late.id());
    }

    @Test
    void times_may_have_an_offset_a_z_or_nothing_which_is_utc() {
        for (var text : List.of(
                "2025-11-07T14:19:51.837644", "2025-11-07T14:19:51.837644Z", "2025-11-07T15:19:51.837644+01:00")) {
            server.replace("campaigns/c1", 200, "{\"id\":\"c1\",\"created_time\":\"" + text + "\"}");
            assertThat(workspace.campaign(new RemoteId("c1")).flatMap(RemoteCampaign::createdAt))
                    .contains(Instant.parse("2025-11-07T14:19:51.837644Z"));
        }
        server.replace("campaigns/c1", 200, "{\"id\":\"c1\",\"created_time\":\"yesterday\"}");
        assertUnusable(() -> workspace.campaign(new RemoteId("c1")), "the field created_time is not a time");
    }

    @Test
    void a_campaign_keeps_the_words_and_numbers_that_seax_uses() {
        server.replace("campaigns/c1", 200, """
                {"id":"c1","name":"Sale","type":"T","status":"HALF_SENT","phones":[{"id":"p1"}],"job_id":"j1","target_contact_count":850,
                 "statistics":{"delivered":820,"click_through_rate":0.5,"note":"x"}}""");
        assertThat(workspace.campaign(new RemoteId("c1"))).hasValueSatisfying(campaign -> {
            assertThat(campaign.status()).isEqualTo("HALF_SENT");
            assertThat(campaign.statistics()).containsOnly(java.util.Map.entry("delivered", 820L));
            assertThat(campaign.targetCount()).hasValue(850);
            assertThat(campaign.jobId()).contains("j1");
        });
    }

    @Test
    void only_seax_can_say_that_a_campaign_does_not_exist() {
        assertThat(workspace.campaign(new RemoteId("no/such campaign"))).isEmpty();
        assertThat(server.calls().get(0).path()).isEqualTo("campaigns/no/such campaign");
        server.replace("campaigns/c1", 404, "<html>gateway</html>");
        assertUnusable(() -> workspace.campaign(new RemoteId("c1")), "SeaX refused GET /campaigns/c1 (404)");
    }

    @Test
    void a_job_is_read_by_its_id() {
        assertThat(workspace.job("job_1")).contains("finished");
    }

    private SeaxServer serve(FakeWorkspace world) {
        close();
        server = new SeaxServer(world);
        workspace = server.workspace();
        return server;
    }

    /** What the questions about the API showed is used up. */
    private void readOnce() {
        workspace.contacts();
    }

    private static void assertUnusable(org.assertj.core.api.ThrowableAssert.ThrowingCallable read, String finding) {
        assertThatThrownBy(read)
                .isInstanceOf(EnvironmentException.class)
                .hasMessageContaining(finding)
                .hasMessageNotContaining(SeaxServer.KEY.reveal());
    }

    private static org.assertj.core.groups.Tuple tuple(Object... values) {
        return org.assertj.core.groups.Tuple.tuple(values);
    }

    /** Contacts numbered on and on up to {@code last}, whatever the total says. */
    private static Response page(SeaxServer.Call call, int total, int last) {
        return page(call, OptionalInt.of(total), last, Integer.MAX_VALUE);
    }

    private static Response page(SeaxServer.Call call, OptionalInt total, int last, int cap) {
        int offset = Integer.parseInt(call.param("offset", "0"));
        var rows = IntStream.range(offset, offset + rows(call, last, cap))
                .mapToObj(i -> SeaxServer.object().put("id", "contact-" + i))
                .toList();
        return Response.of(200, SeaxServer.listOf(total, rows));
    }

    private static int rows(SeaxServer.Call call, int last, int cap) {
        int limit = Math.min(cap, Integer.parseInt(call.param("limit", "10")));
        return Math.max(0, Math.min(limit, last - Integer.parseInt(call.param("offset", "0"))));
    }

    private static RemoteCampaign campaign(String id, Instant createdAt) {
        return new FakeWorkspace()
                .campaign(id, "Sale", createdAt)
                .campaigns(Instant.EPOCH)
                .get(0);
    }

    private static Response list(List<RemoteCampaign> campaigns) {
        return Response.of(200, SeaxServer.listOf(campaigns.size(), rows(campaigns)));
    }

    private static Response slice(SeaxServer.Call call, List<RemoteCampaign> campaigns) {
        return slice(call, campaigns, Integer.MAX_VALUE);
    }

    private static Response slice(SeaxServer.Call call, List<RemoteCampaign> campaigns, int cap) {
        int offset = Math.min(campaigns.size(), Integer.parseInt(call.param("offset", "0")));
        int limit = Math.min(cap, Integer.parseInt(call.param("limit", "10")));
        var rows = campaigns.subList(offset, Math.min(campaigns.size(), offset + limit));
        return Response.of(200, SeaxServer.listOf(campaigns.size(), rows(rows)));
    }

    private static List<ObjectNode> rows(List<RemoteCampaign> campaigns) {
        return campaigns.stream().map(SeaxServer::row).toList();
    }
}
