package dev.muster.sandbox.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.sandbox.http.RunningSandbox;
import dev.muster.sandbox.world.ServerVariant;
import java.util.ArrayList;
import java.util.HashSet;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ContactsEndpointTest extends RunningSandbox {
    @Test
    void all_pages_together_are_everybody_once() throws Exception {
        var ids = new ArrayList<String>();
        for (int offset = 0; offset < 3_200; offset += 500) {
            ids.addAll(client.get("contacts?limit=500&offset=" + offset).column("id"));
        }

        assertThat(ids).hasSize(3_200).doesNotHaveDuplicates();
    }

    @Test
    void a_page_has_ten_rows_unless_asked_otherwise_and_the_newest_first() throws Exception {
        var page = client.get("contacts");

        assertThat(page.data()).hasSize(10);
        assertThat(page.total()).isEqualTo(3_200);
        assertThat(page.column("created_time")).isSortedAccordingTo((one, other) -> other.compareTo(one));
        assertThat(client.get("contacts?offset=3195").data()).hasSize(5);
        assertThat(client.get("contacts?offset=4000").data()).isEmpty();
    }

    @Test
    void a_limit_of_zero_is_an_empty_page_or_everybody() throws Exception {
        assertThat(client.get("contacts?limit=0").data()).isEmpty();

        with(ServerVariant.ZeroLimit.ALL);
        assertThat(client.get("contacts?limit=0").data()).hasSize(3_200);

        with(ServerVariant.Dialect.OPENAPI);
        assertThat(client.get("contacts?limit=0").data()).hasSize(3_200);
    }

    @Test
    void a_keyword_finds_names_and_numbers() throws Exception {
        assertThat(client.get("contacts?keyword=zora&limit=100").column("name"))
                .isNotEmpty()
                .allMatch(name -> name.startsWith("Zora"));
        assertThat(client.get("contacts?keyword=%2B447700900&limit=1000").column("phone"))
                .hasSizeGreaterThan(100)
                .allMatch(number -> number.startsWith("+447700900"));
    }

    @Test
    void label_filters_count_like_a_campaign() throws Exception {
        var filters = "any_contact_label_ids=" + sandbox.labelId("premium_customers") + "&all_contact_label_ids="
                + sandbox.labelId("whatsapp_opt_in") + "&exclude_any_contact_label_ids=" + sandbox.labelId("DNC") + ","
                + sandbox.labelId("unsubscribed") + "," + sandbox.labelId("duplicate");
        var preview = client.get("contacts?whatsapp_phone_only=true&limit=5000&" + filters);

        created("Holiday Sale");

        assertThat(preview.column("id"))
                .containsExactlyInAnyOrderElementsOf(sandbox.ledger().contacts().keySet());
    }

    @Test
    void a_made_up_label_matches_nobody() throws Exception {
        assertThat(client.get("contacts?any_contact_label_ids=00000000-0000-4000-8000-000000000000")
                        .total())
                .isZero();
    }

    @Test
    void filters_that_the_api_document_does_not_know_are_ignored_by_it() throws Exception {
        with(ServerVariant.Dialect.TUTORIAL_STRICT);

        var answer = client.get("contacts?any_contact_label_ids=00000000-0000-4000-8000-000000000000");

        assertThat(answer.total()).isEqualTo(3_200);
        assertThat(answer.data().get(0).propertyNames()).containsExactly("name", "phone", "id");
    }

    @Test
    void exclusions_by_id_and_by_name_take_people_away() throws Exception {
        var staff = sandbox.contactIds("staff_test");
        var filter = "contacts?any_contact_label_ids=" + sandbox.labelId("staff_test");

        assertThat(client.get(filter).total()).isEqualTo(6);
        assertThat(client.get(filter + "&exclude_contact_ids=" + staff.get(0) + "," + staff.get(1))
                        .total())
                .isEqualTo(4);
        assertThat(client.get(filter + "&exclude_labels=DNC,staff_test").total())
                .isZero();
        assertThat(client.get(filter + "&addition_contact_ids="
                                + sandbox.contactIds("DNC").get(0))
                        .total())
                .isEqualTo(7);
    }

    @Test
    void rows_without_a_whatsapp_number_can_be_left_out() throws Exception {
        assertThat(client.get("contacts?whatsapp_phone_only=true").total()).isEqualTo(3_146);
        assertThat(client.get("contacts?phone_only=true").total()).isEqualTo(3_200);
    }

    @Test
    void one_number_can_stand_on_two_rows() throws Exception {
        var duplicate = client.get("contacts?all_contact_label_ids=" + sandbox.labelId("duplicate") + "&limit=1")
                .data()
                .get(0);
        var number = duplicate.path("whatsapp_phone").asString();

        var both = client.get("contacts?whatsapp_phone=" + number.replace("+", "%2B"));

        assertThat(both.total()).isEqualTo(2);
        assertThat(new HashSet<>(both.column("whatsapp_phone"))).containsExactly(number);
    }
}
