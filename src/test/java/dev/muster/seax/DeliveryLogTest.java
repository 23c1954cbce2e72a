package dev.muster.seax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.diagnostic.EnvironmentException;
import dev.muster.model.ContactId;
import dev.muster.model.RemoteId;
import dev.muster.outcome.Delivery;
import dev.muster.outcome.DeliveryStatus;
import dev.muster.outcome.SeenIds;
import dev.muster.testing.Worlds;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/** A log that grows, shifts, breaks off or lies: every row once, or a failure that says so. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DeliveryLogTest {
    private static final RemoteId CAMPAIGN = new RemoteId("c1");
    private static final String PATH = "campaigns/c1/logs";

    private final SeaxServer server = new SeaxServer(Worlds.small());
    private final SeaxWorkspace workspace = server.workspace();
    private final List<Delivery> read = new ArrayList<>();

    @AfterEach
    void close() {
        workspace.close();
        server.close();
    }

    private List<String> ids() {
        return read.stream().map(Delivery::id).toList();
    }

    private void read(int from, SeenIds known) {
        workspace.each(CAMPAIGN, from, known, read::add);
    }

    private void read() {
        read(0, new SeenIds());
    }

    private static List<String> named(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> "log_" + i).toList();
    }

    private static ObjectNode row(String id) {
        return SeaxServer.object()
                .put("id", id)
                .put("contact_id", "contact_" + id)
                .put("contact_name", "Ada")
                .put("contact_phone", "+15550100100")
                .put("message_status", "delivered")
                .put("sent_time", "2026-12-01T15:00:01Z");
    }

    private static String page(SeaxServer.Call call, List<String> ids, int total, int cap) {
        int offset = Math.min(ids.size(), Integer.parseInt(call.param("offset", "0")));
        int limit = Math.min(cap, Integer.parseInt(call.param("limit", "10")));
        var rows = ids.subList(offset, Math.min(ids.size(), offset + limit));
        return SeaxServer.listOf(total, rows.stream().map(DeliveryLogTest::row).toList());
    }

    private void serve(List<String> ids, int cap) {
        server.replace(PATH, call -> SeaxServer.Response.of(200, page(call, ids, ids.size(), cap)));
    }

    /** One row and nothing else. */
    private Delivery only(UnaryOperator<ObjectNode> change) {
        var row = change.apply(row("log_0"));
        server.replace(PATH, 200, SeaxServer.listOf(1, List.of(row)));
        read();
        return read.get(0);
    }

    @ParameterizedTest
    @CsvSource({"0, 1000", "1, 1000", "99, 1000", "100, 1000", "101, 1000", "300, 50", "251, 50", "7, 1"})
    void every_row_once_whatever_the_page_size(int rows, int cap) {
        serve(named(0, rows), cap);
        read();
        assertThat(ids()).containsExactlyElementsOf(named(0, rows));
    }

    @Test
    void goes_on_where_an_interrupted_reading_ended() {
        serve(named(0, 250), 100);
        var known = new SeenIds();
        named(0, 200).forEach(known::add);

        read(200, known);

        assertThat(ids()).containsExactlyElementsOf(named(200, 250));
        assertThat(server.calls(PATH))
                .extracting(call -> call.param("offset", ""))
                .containsExactly("199", "249");
    }

    /** What shifted before the place is found by a second reading from the start. */
    @Test
    void rows_that_shifted_while_nobody_looked_are_not_lost() {
        var ids = new ArrayList<>(List.of("new_1", "new_2"));
        ids.addAll(named(0, 250));
        serve(ids, 100);
        var known = new SeenIds();
        named(0, 200).forEach(known::add);

        read(200, known);

        assertThat(ids()).hasSize(52).contains("new_1", "new_2", "log_249").doesNotHaveDuplicates();
    }

    @Test
    void a_log_that_grows_while_it_is_read_is_read_to_its_new_end() {
        server.replace(PATH, call -> {
            int now = 150 + server.calls(PATH).size() * 50;
            var ids = named(0, Math.min(now, 320));
            return SeaxServer.Response.of(200, page(call, ids, ids.size(), 100));
        });
        read();
        assertThat(ids()).containsExactlyElementsOf(named(0, 320));
    }

    @Test
    void new_rows_at_the_front_repeat_others_and_all_come_once() {
        server.replace(PATH, call -> {
            var ids = new ArrayList<>(named(0, 150));
            if (!server.calls(PATH).isEmpty() && server.calls(PATH).size() > 1) {
                ids.addAll(0, named(900, 930));
            }
            return SeaxServer.Response.of(200, page(call, ids, ids.size(), 100));
        });
        read();
        assertThat(ids()).hasSize(180).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_log_that_grows_faster_than_it_is_read_is_whole_as_of_its_last_reading(boolean atTheFront) {
        server.replace(PATH, call -> {
            var ids = new ArrayList<>(named(0, 150));
            ids.addAll(
                    atTheFront ? 0 : 150,
                    named(900, 900 + 2 * server.calls(PATH).size()));
            return SeaxServer.Response.of(200, page(call, ids, ids.size() + 1, 100));
        });
        read();
        assertThat(ids()).contains("log_0", "log_149", "log_900").doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 50})
    void a_total_that_no_reading_reaches_is_told_after_the_rows_that_there_were(int missing) {
        server.replace(PATH, call -> SeaxServer.Response.of(200, page(call, named(0, 120), 120 + missing, 100)));
        assertThatThrownBy(this::read)
                .isInstanceOf(EnvironmentException.class)
                .hasMessageContaining("GET /campaigns/c1/logs")
                .hasMessageContaining("of the " + (120 + missing) + " rows that it promises it gave 120 in 3 readings");
        assertThat(ids()).containsExactlyElementsOf(named(0, 120));
    }

    @Test
    void a_log_without_end_is_given_up() {
        var ids = new int[1];
        server.replace(PATH, call -> {
            var rows = IntStream.range(0, 100)
                    .mapToObj(i -> row("log_" + ids[0]++))
                    .toList();
            return SeaxServer.Response.of(200, SeaxServer.listOf(1000, rows));
        });
        var impatient = server.workspace(
                new ReadLimits(java.time.Duration.ofSeconds(10), java.time.Duration.ofMinutes(1), 1 << 20, 1000));
        try (impatient) {
            assertThatThrownBy(() -> impatient.each(CAMPAIGN, 0, new SeenIds(), read::add))
                    .hasMessageContaining("no page of it has a row that was read before");
        }
    }

    @Test
    void a_row_at_a_time_of_a_long_log_is_given_up() {
        server.replace(PATH, call -> SeaxServer.Response.of(200, page(call, named(0, 3), 900_000, 1)));
        assertThatThrownBy(this::read).hasMessageContaining("1 rows at once, of 900000");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {                                                             | it is not JSON
            []                                                            | not an object
            {"data": {}, "total": 1}                                      | the field data is not a list
            {"data": [7], "total": 1}                                     | not an object
            {"data": [{}], "total": 1}                                    | the field id is missing
            {"data": [{"id": "a", "sent_time": "soon"}], "total": 1}      | the field sent_time is not a time
            {"data": [{"id": "a", "contact_phone": 7}], "total": 1}       | the field contact_phone is not a text
            {"campaign_logs": [], "campaign": {}}                         | not an object
            """)
    void a_page_that_is_none_is_told_by_its_field_and_never_by_its_value(String body, String why) {
        server.replace(PATH, 200, body);
        assertThatThrownBy(this::read)
                .isInstanceOf(EnvironmentException.class)
                .hasMessageContaining("GET /campaigns/c1/logs")
                .hasMessageContaining(why)
                .hasMessageNotContaining("soon");
    }

    @Test
    void a_campaign_that_vanished_is_told() {
        server.replace(PATH, 404, "{\"error\":\"Not Found\",\"message\":\"Campaign not found\",\"status_code\":404}");
        assertThatThrownBy(this::read)
                .isInstanceOf(EnvironmentException.class)
                .hasMessageContaining("404")
                .hasMessageContaining("Campaign not found");
    }

    @Test
    void a_status_that_nobody_knows_is_kept_as_it_is() {
        var row = only(change -> change.put("message_status", "Teleported"));
        assertThat(row.status()).isEqualTo("Teleported");
        assertThat(row.fate()).isEqualTo(DeliveryStatus.UNKNOWN);
    }

    @Test
    void a_message_that_was_read_is_delivered_with_a_time_of_reading() {
        var row = only(change -> change.put("read_time", "2026-12-01T15:02:00Z"));
        assertThat(row.status()).isEqualTo("delivered");
        assertThat(row.fate()).isEqualTo(DeliveryStatus.READ);
        assertThat(row.contact()).contains(new ContactId("contact_log_0"));
    }

    /** The envelope and the rows of the vendor's OpenAPI document. */
    @Test
    void reads_the_other_dialect() {
        server.replace(PATH, 200, """
                {"campaign": {"id": "c1"}, "campaign_logs": {"total": 1, "data": [{"id": "log_1",
                 "sending_time": "2026-12-01T15:00:01", "to_number": "+15550100100", "message": {"status": "failed",
                 "whatsapp_message_status": "sent", "event_error_code": "131026", "event_error_message": "no",
                 "external_id": "wamid.x", "conversation": {"contact_id": "k1"}}}]}}
                """);
        read();
        var row = read.get(0);
        assertThat(row.fate()).isEqualTo(DeliveryStatus.FAILED);
        assertThat(row.code()).hasValue(131026);
        assertThat(row.number()).isEqualTo("+15550100100");
        assertThat(row.contact()).contains(new ContactId("k1"));
        assertThat(row.sentAt()).contains(java.time.Instant.parse("2026-12-01T15:00:01Z"));
        assertThat(workspace.logged(CAMPAIGN)).isEqualTo(1);
    }
}
