package dev.muster.definition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.diagnostic.Diagnostic;
import dev.muster.diagnostic.Place;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** YAML that was written to harm: every outcome is a finding, never an exception, never a value in disguise. */
@Tag("slow")
@DisplayNameGeneration(ReplaceUnderscores.class)
class YamlHostileTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "!!javax.script.ScriptEngineManager [!!java.net.URLClassLoader [[!!java.net.URL ['https://example.com/']]]]",
                "!!java.io.File [/etc/passwd]",
                "!<tag:yaml.org,2002:java.lang.Runtime> {}",
                "!!int 5",
                "!!binary aGVsbG8=",
                "!!set {a, b}",
                "!local value"
            })
    void instantiates_nothing_for_a_tag(String value) {
        assertThat(rules("kind: message\nkey: hello\ntext: " + value)).contains("yaml/tag");
    }

    @Test
    void multiplies_nothing_by_aliases() {
        var laughs = IntStream.rangeClosed(1, 9)
                .mapToObj(i -> "l" + i + ": &l" + i + " [" + ("*l" + (i - 1) + ", ").repeat(9) + "]")
                .collect(Collectors.joining("\n", "l0: &l0 [lol]\n", "\n"));

        assertThat(rules(laughs)).containsExactly("yaml/anchor");
        assertThat(rules("kind: &k [*k]")).containsExactly("yaml/anchor");
        assertThat(rules("kind: message\nkey: &a hello\ntext: *a")).containsExactly("yaml/anchor");
        assertThat(rules("a: *nobody")).containsExactly("yaml/anchor");
    }

    @Test
    void refuses_a_large_file_before_parsing_it() {
        assertThat(rules("text: " + "x".repeat(4_000_000))).containsExactly("yaml/too-large");
    }

    @ParameterizedTest
    @ValueSource(ints = {13, 100, 20_000})
    void refuses_deep_nesting(int depth) {
        assertThat(rules("a: " + "[".repeat(depth) + "]".repeat(depth))).containsExactly("yaml/too-deep");
        assertThat(rules("a: " + "{a: ".repeat(depth) + "}".repeat(depth))).containsExactly("yaml/too-deep");
    }

    @Test
    void makes_no_number_of_a_hundred_thousand_digits() {
        assertThat(rules(campaign("generation: " + "9".repeat(100_000)))).containsExactly("value/type");
    }

    @ParameterizedTest
    @CsvSource({
        "no,              text",
        "on,              text",
        "12:30:00,        text",
        "1_000,           text",
        "2025-13-45,      text",
        "'',              nothing",
        "._,              text",
        "=,               text",
        "true,            true or false",
        "~,               nothing",
        "+15550100100,    a number",
        "0123,            a number",
        "0o17,            a number",
        "1e3,             a number",
        ".nan,            a number"
    })
    void takes_a_plain_value_for_what_editors_take_it(String written, String noun) {
        assertThat(new Node.Scalar(written, true, Place.NOWHERE, Written.NOWHERE).noun())
                .isEqualTo(noun);
        assertThat(new Node.Scalar(written, false, Place.NOWHERE, Written.NOWHERE).noun())
                .isEqualTo("text");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\0", "\\e[2J", "\\x9b", "\\u202e", "\\u2066", "\\u200b", "\\ufeff", "\\ud800", "\\u2028"})
    void refuses_characters_that_deceive_wherever_they_are_escaped(String escape) {
        assertThat(rules(campaign("owner: \"a" + escape + "b\""))).containsExactly("value/control-character");
        assertThat(rules("kind: message\nkey: hello\ntext: \"a" + escape + "b\""))
                .containsExactly("message/control-character");
        assertThat(rules(campaign("acknowledge: {\"a" + escape + "b\": reason}")))
                .containsExactly("value/control-character");
    }

    @Test
    void lets_messages_have_line_breaks_and_every_text_joined_emoji() {
        assertThat(rules("kind: message\nkey: hello\ntext: \"a\\n\\U0001F469\\u200D\\U0001F33E \\u2764\\uFE0F\""))
                .isEmpty();
        assertThat(rules(campaign("owner: \"\\U0001F469\\u200D\\U0001F33E\""))).isEmpty();
        assertThat(rules(campaign("owner: \"\\u200D\\U0001F33E\""))).containsExactly("value/control-character");
    }

    @Test
    void reports_raw_control_characters_with_their_place_and_reads_on() {
        var findings = read("kind: message\nkey: he\u202ello\ntext: a\u0007b\u009bc\n# \ufeff\nnote: x\n");

        assertThat(findings)
                .extracting(finding -> finding.id() + " " + finding.place().line() + ":"
                        + finding.place().column())
                .containsExactly(
                        "yaml/control-character 2:8",
                        "yaml/control-character 3:8",
                        "yaml/control-character 3:10",
                        "yaml/control-character 4:3",
                        "key/unknown 5:1");
    }

    @Test
    void keeps_both_places_of_a_duplicate_key_however_it_is_written() {
        assertThat(rules("kind: message\nkey: hello\n\"text\": a\n'text': b\n")).containsExactly("key/duplicate");
        assertThat(rules(campaign("acknowledge:\n  \u00e9/a: one\n  e\u0301/a: two")))
                .contains("key/duplicate");
        assertThat(rules("kind: message\nkey: hello\n? text\n: a\n? text\n: b\n"))
                .containsExactly("key/duplicate");
    }

    @Test
    void counts_columns_as_editors_do_also_behind_emoji() {
        var finding = read("kind: message\nkey: hello\nplaceholders: {\"🎉\": [x]}\ntext: a\n")
                .get(0);

        assertThat(finding.place().column()).isEqualTo(22);
    }

    static Stream<Long> seeds() {
        return IntStream.range(0, 40).mapToObj(i -> 20_261_130L + i);
    }

    /** Each seed breaks a good definition in five hundred ways: cut, doubled, swapped, with syntax thrown in. */
    @ParameterizedTest
    @MethodSource("seeds")
    void survives_any_damage_with_findings_only(long seed) {
        var random = new Random(seed);
        var good = campaign("owner: crm\nsenders: [Sales Line]\nattach_labels:\n  - spring\n");
        for (int i = 0; i < 500; i++) {
            var damaged = damaged(good, random);
            for (var finding : read(damaged)) {
                assertThat(finding.place().line())
                        .as("seed %d: %s", seed, damaged)
                        .isPositive();
            }
        }
    }

    private static String damaged(String yaml, Random random) {
        var pieces = List.of(
                "{",
                "}",
                "[",
                "]",
                ": ",
                "- ",
                "&a ",
                "*a",
                "!!x ",
                "\t",
                "\"",
                "'",
                "|",
                ">",
                "#",
                "---\n",
                "? ",
                "<<",
                "\u0000",
                "\u202e",
                "%YAML 9\n",
                "\\ud800",
                "\r",
                "\n",
                "@",
                "`",
                "…",
                "🎉");
        var text = new StringBuilder(yaml);
        for (int hits = 1 + random.nextInt(4); hits > 0; hits--) {
            int at = random.nextInt(text.length());
            switch (random.nextInt(3)) {
                case 0 -> text.insert(at, pieces.get(random.nextInt(pieces.size())));
                case 1 -> text.delete(at, Math.min(text.length() - 1, at + random.nextInt(12)));
                default -> text.insert(at, text.substring(at, Math.min(text.length(), at + random.nextInt(40))));
            }
        }
        return text.toString();
    }

    private static String campaign(String more) {
        return "kind: campaign\nkey: spring\nname: Spring\naudience: {all: [opt_in]}\nmessage: hello\n"
                + "schedule: immediately\n" + more + "\n";
    }

    private static List<String> rules(String yaml) {
        return read(yaml).stream().map(Diagnostic::id).toList();
    }

    private static List<Diagnostic> read(String yaml) {
        return new DefinitionReader().read(new SourceFile("hostile.yaml", yaml)).diagnostics();
    }
}
