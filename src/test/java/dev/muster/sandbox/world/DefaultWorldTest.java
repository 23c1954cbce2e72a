package dev.muster.sandbox.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.approvaltests.Approvals;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DefaultWorldTest {
    private static final Instant CLOCK = Instant.parse("2026-11-30T09:00:00Z");

    private final SandboxWorld world = DefaultWorld.at(CLOCK);

    @Test
    void holds_the_same_people_on_every_machine() {
        assertThat(DefaultWorld.at(CLOCK).contacts()).isEqualTo(world.contacts());
        assertThat(world.contacts()).hasSize(3_200);
    }

    @Test
    void comes_in_any_size_and_a_smaller_one_is_a_part_of_it() {
        assertThat(DefaultWorld.at(CLOCK, 10).contacts())
                .isEqualTo(world.contacts().subList(0, 10));

        var large = DefaultWorld.at(CLOCK, 20_000);
        assertThat(large.contacts().subList(0, 3_200)).isEqualTo(world.contacts());
        assertThat(large.contacts()).hasSize(20_000);
        assertThat(large.contacts().subList(3_200, 20_000))
                .extracting(ContactRow::phone)
                .doesNotHaveDuplicates();
    }

    @Test
    void has_counts_and_overlaps_like_a_real_workspace() {
        Approvals.verify(summary());
    }

    @Test
    void has_numbers_that_are_reserved_for_fiction_or_cannot_exist() {
        assertThat(world.contacts())
                .allSatisfy(contact -> assertThat(contact.phone().orElseThrow())
                        .matches("\\+1555011\\d{4}|\\+447700900\\d{3}|\\+1(212|305|312)55501\\d{2}"
                                + "|\\+9155501\\d{5}|\\+4917139200\\d{2}"));
    }

    @Test
    void gives_staff_no_opt_in_and_no_second_row() {
        var staff = rows("staff_test");
        assertThat(staff.cardinality()).isEqualTo(6);
        assertThat(staff.intersects(rows("whatsapp_opt_in"))).isFalse();
        assertThat(people(staff)).hasSize(6);
    }

    @Test
    void reaches_nobody_twice_with_opt_in_and_the_usual_exclusions() {
        for (var label : List.of("premium_customers", "new_subscribers", "vip", "newsletter", "recent_buyers")) {
            var audience = audience(label);
            assertThat(people(audience)).as(label).doesNotHaveDuplicates();
        }
    }

    @Test
    void would_reach_people_twice_without_them() {
        assertThat(new HashSet<>(people(rows("newsletter"))))
                .hasSizeLessThan(rows("newsletter").cardinality());
        var marked = rows("premium_customers");
        marked.or(rows("new_subscribers"));
        assertThat(new HashSet<>(people(marked))).hasSizeLessThan(people(marked).size());
    }

    @Test
    void has_fields_that_are_there_missing_or_blank() {
        for (var field : List.of("language", "customer_id", "order_number", "order_date", "amount")) {
            var values = values(field);
            assertThat(values).as(field).hasSizeBetween(1_700, 3_150);
            assertThat(values.stream().anyMatch(String::isBlank)).as(field).isEqualTo(!field.equals("order_number"));
        }
        assertThat(values("customer_id")).allMatch(value -> value.isBlank() || value.matches("C-1\\d{5}"));
        assertThat(values("order_date")).allMatch(value -> value.isBlank() || value.matches("2026-\\d\\d-\\d\\d"));
        assertThat(values("amount")).allMatch(value -> value.isBlank() || value.matches("\\d+\\.\\d\\d"));
    }

    @Test
    void has_texts_that_no_message_can_carry() {
        var greetings = values("greeting");
        assertThat(greetings).hasSizeGreaterThan(100);
        assertThat(greetings).anyMatch(value -> value.contains("\n"));
        assertThat(greetings).anyMatch(value -> value.length() > 1_024);
        assertThat(greetings).anyMatch(String::isBlank);
        assertThat(values("campaign_code")).anyMatch(value -> value.contains(" "));
    }

    @Test
    void knows_nothing_of_whoever_was_typed_in_twice_but_the_number() {
        assertThat(world.contacts().stream().filter(contact -> contact.name().indexOf('.') == 1))
                .hasSize(31)
                .allMatch(contact -> contact.fields().isEmpty());
    }

    private List<String> values(String field) {
        return world.contacts().stream()
                .flatMap(contact -> Optional.ofNullable(contact.fields().get(field)).stream())
                .toList();
    }

    private BitSet audience(String label) {
        var audience = rows(label);
        audience.and(rows("whatsapp_opt_in"));
        Stream.of("DNC", "unsubscribed", "duplicate").forEach(name -> audience.andNot(rows(name)));
        return audience;
    }

    private BitSet rows(String label) {
        return world.members(world.labelNamed(label).orElseThrow().id());
    }

    private List<String> people(BitSet rows) {
        return rows.stream()
                .mapToObj(world::contact)
                .flatMap(contact -> contact.person().stream())
                .toList();
    }

    private String summary() {
        var lines = new ArrayList<String>();
        lines.add("rows " + world.contacts().size());
        lines.add("rows with a WhatsApp number " + people(world.everybody()).size());
        lines.add("people " + new HashSet<>(people(world.everybody())).size());
        lines.add("");
        world.labels()
                .forEach(label -> lines.add(rows(label.name()).cardinality() + " " + label.name()
                        + (label.system() ? " (system)" : "") + " " + label.id()));
        lines.add("");
        lines.addAll(funnel());
        lines.add("");
        lines.addAll(firstPeople());
        return String.join("\n", lines) + "\n";
    }

    private List<String> funnel() {
        var rows = rows("premium_customers");
        rows.or(rows("new_subscribers"));
        var lines = new ArrayList<>(List.of("premium or new " + rows.cardinality()));
        rows.and(rows("whatsapp_opt_in"));
        lines.add("of these with opt-in " + rows.cardinality());
        for (var label :
                List.of("recent_buyers", "DNC", "unsubscribed", "duplicate", "invalid number", "unreachable")) {
            var excluded = rows(label);
            excluded.and(rows);
            lines.add("  of these " + label + " " + excluded.cardinality());
        }
        Stream.of("recent_buyers", "DNC", "unsubscribed", "duplicate").forEach(label -> rows.andNot(rows(label)));
        lines.add("without buyers, DNC, unsubscribed, duplicates " + rows.cardinality());
        lines.add("vip " + audience("vip").cardinality());
        lines.add("newsletter " + audience("newsletter").cardinality());
        return lines;
    }

    private List<String> firstPeople() {
        return world.contacts().stream()
                .limit(12)
                .map(contact -> contact.name() + ", " + contact.phone().orElse("no phone")
                        + (contact.whatsapp().isPresent() ? "" : ", no WhatsApp") + ", " + contact.fields() + ", "
                        + labels(contact))
                .toList();
    }

    private String labels(ContactRow contact) {
        int position = world.position(contact.id()).orElseThrow();
        return world.labels().stream()
                .filter(label -> world.has(position, label.id()))
                .map(LabelRow::name)
                .collect(Collectors.joining(", ", "[", "]"));
    }
}
