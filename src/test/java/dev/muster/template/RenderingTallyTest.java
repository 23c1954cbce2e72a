package dev.muster.template;

import static dev.muster.testing.TemplateMessages.buttons;
import static dev.muster.testing.TemplateMessages.named;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.diagnostic.Diagnostic;
import dev.muster.diagnostic.Place;
import dev.muster.diagnostic.Severity;
import dev.muster.model.TemplateMessage;
import dev.muster.testing.TemplateMessages;
import dev.muster.testing.Templates;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RenderingTallyTest {
    private static final Templates VIP = Templates.named("vip", "Hi {{name}}")
            .buttons(Templates.CODE, Templates.link("https://shop.example/v/", true), Templates.STOP);
    private static final TemplateMessage MESSAGE =
            buttons(named(TemplateMessages.of("vip"), "name", "{first|there}"), Map.of(1, "{code}", 2, "{id}"));

    private final RenderingTally tally =
            new RenderingTally(host -> !host.ascii().equals("shop.example"));
    private final TemplateRenderer renderer = new TemplateRenderer(MESSAGE, VIP.listed());
    private long order;

    @Test
    void counts_people_by_fault_and_slot_with_a_masked_example() {
        person("first", "Ada", "code", "A1", "id", "1");
        person("first", "Bob\tDylan", "code", "A2", "id", "2");
        person("first", "Cyd\tCharisse", "code", "A3", "id", "3");
        person("code", "A4");
        person("code", "no code!", "id", "a b");

        assertThat(tally.people()).isEqualTo(5);
        assertThat(tally.faulty()).isEqualTo(4);
        assertThat(tally.withoutValue()).isEqualTo(1);
        assertThat(tally.fallbacks()).containsExactly(Map.entry(new Rendered.Fallback(Slot.body("name"), "first"), 2));
        assertThat(said(false))
                .containsExactly(
                        "message.body.name: danger: 2 of 5 people have a line break or a tab for the body's `name`,"
                                + " such as \"B…<U+0009>D…\" [message/value-white-space]",
                        "message.buttons.2: danger: 1 of 5 people has nothing for the address of button 2 [message/value-missing]",
                        "message.buttons.2: danger: 1 of 5 people has a character that no web address has for the address of"
                                + " button 2, such as \"… …\" [message/value-in-address]",
                        "message.buttons.1: danger: 1 of 5 people has a code of other signs than letters and digits, or of more"
                                + " than 20 for the code of button 1, such as \"… c…\" [message/value-code]");
    }

    @Test
    void who_has_no_value_is_left_out_without_a_finding_where_the_message_says_so() {
        person("code", "A4");
        assertThat(said(true)).isEmpty();
        assertThat(tally.withoutValue()).isEqualTo(1);
    }

    @Test
    void a_danger_says_how_to_send_to_the_others() {
        person("code", "A4");
        assertThat(tally.findings(false, Map.of(), path -> Place.NOWHERE).get(0).help())
                .get()
                .asString()
                .endsWith("; to send it without these people, acknowledge message/value-missing with a reason");
    }

    @Test
    void a_danger_is_accepted_with_a_reason_and_a_warning_never() {
        person("first", "a\tb", "code", "SAVE1234567890123", "id", "1");
        person("first", "a", "code", "A-1", "id", "1");
        var reasons = Map.of("message/value-white-space", "two testers", "message/value-code", "known");
        assertThat(tally.findings(false, reasons, path -> Place.NOWHERE))
                .extracting(finding ->
                        finding.severity() + " " + finding.acknowledged().orElse("-"))
                .containsExactly("DANGER two testers", "DANGER known", "WARNING -");
    }

    @Test
    void codes_that_several_people_have_are_counted() {
        for (var code : List.of("A", "B", "A", "C", "A", "B")) {
            person("code", code, "id", "1");
        }
        assertThat(said(false))
                .singleElement()
                .asString()
                .contains("5 of 6 people have a code for the code of button 1 that somebody else has too");
    }

    @Test
    void a_code_for_all_is_no_repetition_and_a_long_one_is_a_warning() {
        var one = new TemplateRenderer(
                buttons(named(MESSAGE, "name", "{first|there}"), Map.of(1, "SAVE1234567890123", 2, "{id}")),
                VIP.listed());
        IntStream.range(0, 3).forEach(i -> tally.add(i, one.render(fields(Map.of("id", "1")))));
        var findings = tally.findings(false, Map.of(), path -> Place.NOWHERE);
        assertThat(findings).extracting(Diagnostic::severity).containsExactly(Severity.WARNING);
        assertThat(findings.get(0).message()).startsWith("3 of 3 people have a code of more than 15 characters");
    }

    @Test
    void very_many_codes_are_told_apart() {
        var repeated = new RepeatedCodes();
        IntStream.range(0, 200_000).forEach(i -> repeated.add("C" + i));
        assertThat(repeated.people()).isZero();
        IntStream.range(0, 1000).forEach(i -> repeated.add("C" + i * 7));
        assertThat(repeated.people()).isEqualTo(2000);
    }

    @Test
    void links_that_values_add_are_counted_with_a_masked_host() {
        person("first", "evil.com", "code", "A1", "id", "1");
        person("first", "see shop.example", "code", "A2", "id", "1");
        assertThat(tally.refusedLinks()).isEqualTo(new RenderingTally.RefusedLinks(1, "e….com"));
    }

    @Test
    void the_longest_rendering_is_known_in_both_counts() {
        person("first", "\uD83C\uDF89\uD83C\uDF89\uD83C\uDF89", "code", "A1", "id", "1");
        person("first", "Ada", "code", "A2", "id", "1");
        assertThat(tally.longest()).isEqualTo(new RenderingTally.Longest(9, 6));
    }

    @Test
    void the_same_people_give_the_same_samples_in_any_order() {
        var people = new ArrayList<>(IntStream.range(0, 500).boxed().toList());
        var orders = new ArrayList<String>();
        for (int seed = 0; seed < 5; seed++) {
            Collections.shuffle(people, new Random(seed));
            var one = new RenderingTally(host -> true);
            for (var person : people) {
                var fields =
                        new HashMap<>(Map.of("first", "Person" + (char) ('A' + person % 26), "code", "C" + person));
                if (person % 3 > 0) {
                    fields.put("id", person % 7 == 0 ? "a b" : "i" + person);
                }
                one.add(person * 0x9E3779B97F4A7C15L, renderer.render(fields(fields)));
            }
            assertThat(one.samples()).hasSize(5);
            orders.add(one.samples().stream().map(Shown::body).toList()
                    + said(one, false).toString());
        }
        assertThat(orders).containsOnly(orders.get(0));
        assertThat(orders.get(0)).doesNotContain("Person").contains("P…");
    }

    @Test
    void an_example_is_short_however_long_the_value_is() {
        person("first", "many words ".repeat(200), "code", "A1", "id", "1");
        assertThat(said(false))
                .containsExactly("message.body.name: danger: 1 of 1 people has a text of more than 1,024 characters for"
                        + " the body's `name`, such as \"" + "m… w… ".repeat(6) + "m… w…\" [message/value-too-long]");
    }

    @Test
    void a_joiner_of_an_emoji_is_not_written_out_in_an_example() {
        var family = "\uD83D\uDC69\u200D\uD83D\uDC67\u200D\uD83D\uDC66";
        assertThat(Masked.of(family + " a\u200db")).isEqualTo("\uD83D\uDC69… …<U+200D>…");
    }

    @Test
    void nobody_gives_no_findings() {
        assertThat(said(false)).isEmpty();
        assertThat(tally.samples()).isEmpty();
    }

    private void person(String... fields) {
        var values = new HashMap<String, String>();
        for (int i = 0; i < fields.length; i += 2) {
            values.put(fields[i], fields[i + 1]);
        }
        tally.add(order++, renderer.render(fields(values)));
    }

    private List<String> said(boolean leavesOut) {
        return said(tally, leavesOut);
    }

    private static List<String> said(RenderingTally tally, boolean leavesOut) {
        return tally.findings(leavesOut, Map.of(), Place::of).stream()
                .map(finding -> finding.place().file() + ": "
                        + finding.severity().label() + ": " + finding.message() + " [" + finding.id() + "]")
                .toList();
    }

    private static java.util.function.Function<String, Optional<String>> fields(Map<String, String> fields) {
        return name -> Optional.ofNullable(fields.get(name));
    }
}
