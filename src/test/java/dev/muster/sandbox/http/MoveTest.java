package dev.muster.sandbox.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.sandbox.api.Operation;
import dev.muster.sandbox.world.ControlException;
import dev.muster.sandbox.world.Move;
import dev.muster.sandbox.world.SandboxOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Contacts are removed, added and relabelled on purpose: at once, or between two pages. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class MoveTest extends RunningSandbox {
    private static final String PAGE = "contacts?order_by=created_time:asc&limit=1000&offset=";

    private List<String> everybody() throws Exception {
        var ids = new ArrayList<String>();
        for (int offset = 0; offset < 4_000; offset += 1_000) {
            ids.addAll(client.get(PAGE + offset).column("id"));
        }
        return ids;
    }

    @Test
    void one_removed_and_one_added_between_two_pages_hide_a_row_and_leave_the_total_as_it_was() throws Exception {
        var before = everybody();
        client.control(
                "POST", "faults", "{\"operation\":\"contacts\",\"fault\":\"contacts_move\",\"remove\":[10],\"add\":1}");

        var read = everybody();

        assertThat(read).hasSize(3_200).doesNotHaveDuplicates();
        assertThat(read).doesNotContain(before.get(1_000)).contains(before.get(10));
        assertThat(client.get(PAGE + 0).total()).isEqualTo(3_200);
        assertThat(everybody()).contains(before.get(1_000)).doesNotContain(before.get(10));
    }

    @Test
    void a_move_waits_for_as_many_pages_as_it_is_told_to() throws Exception {
        sandbox.fault(Operation.CONTACTS, Fault.contactsMove(new Move(List.of(), 5, List.of(), List.of())), 2, 1);

        var totals = new ArrayList<Integer>();
        for (int page = 0; page < 4; page++) {
            totals.add(client.get(PAGE + 1_000 * page).total());
        }

        assertThat(totals).containsExactly(3_200, 3_200, 3_200, 3_205);
    }

    @Test
    void the_newest_is_whoever_was_added_last_and_can_be_told_by_place() throws Exception {
        var last = client.get(PAGE + 3_199).column("id").get(0);

        client.control("POST", "moves", "{\"add\":2,\"label\":\"DNC\",\"to\":[-1],\"unlabel\":\"vip\",\"from\":[0]}");

        assertThat(sandbox.contactIds("DNC")).contains(last);
        var added = client.get("contacts?limit=2");
        assertThat(added.column("id")).doesNotContain(last);
        assertThat(client.get(PAGE + 3_200).column("id"))
                .containsExactly(added.column("id").get(1), added.column("id").get(0));
        assertThat(added.data())
                .allSatisfy(row -> assertThat(row.path("contact_labels")).isNotEmpty());
    }

    @Test
    void newcomers_have_labels_as_frequent_as_the_others_and_numbers_of_their_own() throws Exception {
        sandbox.move(new Move(List.of(), 3_200, List.of(), List.of()));

        for (var label : List.of("premium_customers", "whatsapp_opt_in", "newsletter")) {
            var carriers = sandbox.contactIds(label);
            var before = carriers.stream()
                    .filter(everybody().subList(0, 3_200)::contains)
                    .count();
            assertThat(carriers.size() - before).as(label).isBetween(before * 8 / 10, before * 14 / 10);
        }
        assertThat(sandbox.contactIds("DNC").size()).isBetween(60, 150);
        assertThat(client.get("contacts?limit=3200").column("phone")).doesNotHaveDuplicates();
    }

    @Test
    void whoever_is_removed_is_in_no_list_and_in_no_label_and_gets_nothing() throws Exception {
        var gone = sandbox.contactIds("vip").get(0);

        assertThat(client.control("DELETE", "contacts/" + gone, "").status()).isEqualTo(200);

        assertThat(sandbox.contactIds("vip")).hasSize(182).doesNotContain(gone);
        assertThat(everybody()).hasSize(3_199).doesNotContain(gone);
        assertThat(client.get("contact_labels?keyword=vip")
                        .data()
                        .get(0)
                        .path("total_count")
                        .asInt())
                .isEqualTo(182);
        created("Sale");
        assertThat(sandbox.ledger().contacts()).doesNotContainKey(gone);
        assertThat(client.control("DELETE", "contacts/" + gone, "").text()).contains("422", "no contact has the id");
    }

    @Test
    void what_was_sent_to_somebody_is_in_the_ledger_after_they_were_removed() throws Exception {
        created("Sale");
        var ledger = sandbox.ledger();

        sandbox.removeContact(ledger.contacts().keySet().iterator().next());

        assertThat(sandbox.ledger()).isEqualTo(ledger);
    }

    @Test
    void a_number_of_somebody_who_was_removed_can_be_imported_anew() throws Exception {
        var newest = client.get("contacts?limit=1").data().get(0);
        sandbox.removeContact(newest.path("id").asString());

        client.upload(
                "import_contacts", "name,phone\nAnew," + newest.path("phone").asString() + "\n");

        assertThat(client.get("contacts?limit=1").column("name")).containsExactly("Anew");
        assertThat(client.get("contacts").total()).isEqualTo(3_200);
    }

    @Test
    void a_restart_finds_the_same_people() throws Exception {
        sandbox.move(new Move(IntStream.range(0, 50).boxed().toList(), 7_000, List.of(), List.of()));
        sandbox.move(new Move(List.of(), 0, List.of(new Move.Labelling("staff_test", List.of(9_999, -1))), List.of()));
        sandbox.advance(Duration.ofMinutes(1));
        var page = client.get("contacts?limit=12000").text();
        assertThat(sandbox.contactIds("staff_test")).hasSize(8);

        try (var again = Sandbox.start(folder, CLOCK, SandboxOptions.standard())) {
            assertThat(new SandboxClient(again).get("contacts?limit=12000").text())
                    .isEqualTo(page);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"remove\":[3200]}|no contact is at place 3200 of 3200",
                "{\"remove\":[-3201]}|no contact is at place -3201 of 3200",
                "{\"remove\":[0],\"label\":\"none\",\"to\":[1]}|no label is called none",
                "{\"remove\":3}|remove must be a list of whole numbers",
                "{\"remove\":[1.5]}|remove must be a list of whole numbers",
                "{\"add\":-1}|add must be a whole number from 0 to 10000",
                "{\"add\":10001}|add must be a whole number from 0 to 10000",
                "{\"label\":\"DNC\"}|Required field is missing",
                "{\"to\":[1]}|Required field is missing",
                "{\"added\":1}|unknown field added"
            })
    void a_move_that_is_impossible_changes_nothing(String move, String why) throws Exception {
        var before = client.get("contacts?limit=3200").text();

        assertThat(client.control("POST", "moves", move).text()).contains(why);

        assertThat(client.get("contacts?limit=3200").text()).isEqualTo(before);
        assertThatThrownBy(() -> sandbox.removeContact("nobody")).isInstanceOf(ControlException.class);
    }
}
