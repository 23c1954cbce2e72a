package dev.muster.sandbox.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.sandbox.http.Sandbox;
import dev.muster.sandbox.http.SandboxClient;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Workspaces of which nobody is kept: each row is made from its position. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LargeWorldTest {
    private static final Instant CLOCK = Instant.parse("2026-11-30T09:00:00Z");
    private static final int MANY = 1_000_000;

    @TempDir
    Path folder;

    private final SandboxWorld world = DefaultWorld.at(CLOCK, MANY);

    private Sandbox start() {
        return Sandbox.start(folder, new InitialState(CLOCK, MANY), SandboxOptions.standard(), 0);
    }

    @Test
    void a_row_is_found_by_its_id_and_by_its_number() {
        for (int position : List.of(0, 3_199, 3_200, 3_201, 65_536, 500_000, MANY - 1)) {
            var row = world.contact(position);
            assertThat(world.position(row.id())).contains(position);
            assertThat(world.holders(row.phone().orElseThrow()).get(position)).isTrue();
        }
        assertThat(world.position("00000000-0000-4000-8000-000000000000")).isEmpty();
        assertThat(world.position("nobody")).isEmpty();
    }

    @Test
    void no_two_rows_have_one_id_or_one_number() {
        var ids = new HashSet<String>();
        var numbers = new HashSet<String>();
        IntStream.range(3_200, 100_000).mapToObj(world::contact).forEach(row -> {
            ids.add(row.id());
            numbers.add(row.phone().orElseThrow());
        });

        assertThat(ids)
                .hasSize(100_000 - 3_200)
                .allMatch(id -> id.matches("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab].*"));
        assertThat(numbers)
                .hasSize(100_000 - 3_200)
                .allMatch(number -> number.matches("\\+1555[2-9]\\d{6}|\\+9152\\d{8}"));
    }

    @ParameterizedTest
    @ValueSource(ints = {8_000_000 - 3, 8_000_000 + 3, 20_000_000 - 1})
    void the_last_of_twenty_million_has_a_number_of_its_own(int position) {
        var people = new MadeUpPeople(3_200, 20_000_000, CLOCK, CLOCK);
        var row = people.row(position);

        assertThat(people.position(row.id())).contains(position);
        assertThat(people.holder(row.phone().orElseThrow())).contains(position);
    }

    @Test
    void labels_are_as_frequent_as_among_the_first_customers() {
        var first = DefaultWorld.at(CLOCK);
        for (var label : List.of("premium_customers", "new_subscribers", "whatsapp_opt_in", "newsletter", "DNC")) {
            double share = share(world, label);
            assertThat(share).as(label).isBetween(share(first, label) * 0.7, share(first, label) * 1.5);
        }
        assertThat(world.members(world.labelNamed("staff_test").orElseThrow().id())
                        .cardinality())
                .isEqualTo(6);
    }

    private static double share(SandboxWorld world, String label) {
        var members = world.members(world.labelNamed(label).orElseThrow().id());
        return members.cardinality() / (double) world.contacts().size();
    }

    @Test
    void everybody_came_before_now_and_in_the_order_of_positions() {
        assertThat(world.isChronological()).isTrue();
        var moments = IntStream.range(3_190, 4_000)
                .mapToObj(world::contact)
                .map(ContactRow::created)
                .toList();
        assertThat(moments).isSorted();
        assertThat(world.contact(MANY - 1).created()).isBefore(CLOCK).isAfter(moments.get(0));
    }

    @Test
    void deep_pages_join_on_in_both_directions() throws Exception {
        try (var sandbox = start()) {
            var client = new SandboxClient(sandbox);
            var oldest = client.get("contacts?order_by=created_time:asc&limit=3&offset=999997")
                    .column("id");
            var newest = new ArrayList<>(client.get("contacts?limit=3").column("id"));
            java.util.Collections.reverse(newest);

            assertThat(oldest).isEqualTo(newest);
            assertThat(client.get("contacts?limit=1000&offset=999999").data()).hasSize(1);
            assertThat(client.get("contacts?limit=1000&offset=1000000").data()).isEmpty();
            assertThat(client.get("contacts?limit=1000&offset=1000000").total()).isEqualTo(MANY);
        }
    }

    @Test
    void a_made_up_contact_can_be_changed_labelled_and_removed() throws Exception {
        try (var sandbox = start()) {
            var client = new SandboxClient(sandbox);
            var page = client.get("contacts?order_by=created_time:asc&limit=3&offset=700000");
            var number = page.column("phone").get(1);
            sandbox.removeContact(page.column("id").get(0));
            sandbox.attachLabel(page.column("id").get(2), "staff_test");
            client.upload("import_contacts?duplicate_strategy=update", "name,phone\nAnother Name," + number + "\n");

            var after = client.get("contacts?order_by=created_time:asc&limit=2&offset=700000");
            assertThat(after.column("id")).isEqualTo(page.column("id").subList(1, 3));
            assertThat(after.column("name").get(0)).isEqualTo("Another Name");
            assertThat(sandbox.contactIds("staff_test"))
                    .hasSize(7)
                    .contains(page.column("id").get(2));
            assertThat(client.get("contacts?whatsapp_phone=%2B" + number.substring(1))
                            .total())
                    .isLessThanOrEqualTo(1);
        }
    }

    @Test
    void the_ledger_counts_a_campaign_to_hundreds_of_thousands() throws Exception {
        try (var sandbox = start()) {
            var client = new SandboxClient(sandbox);
            int target = client.post("campaigns", client.campaign("Sale"))
                    .json()
                    .path("target_contact_count")
                    .asInt();

            var totals = sandbox.ledgerTotals();

            assertThat(target).isGreaterThan(400_000);
            assertThat(totals.messages()).isEqualTo(target);
            assertThat(totals.contactsMessaged()).isEqualTo(target);
            assertThat(totals.mostPerPersonAndName()).isEqualTo(1);
            var route = client.control("GET", "ledger", "").json();
            assertThat(route.path("messages").asInt()).isEqualTo(target);
            assertThat(route.has("people")).isFalse();
        }
    }
}
