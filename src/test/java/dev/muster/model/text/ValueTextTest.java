package dev.muster.model.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.model.text.ValueText.Field;
import dev.muster.model.text.ValueText.Format;
import dev.muster.model.text.ValueText.Literal;
import dev.muster.model.text.ValueText.Piece;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ValueTextTest {
    @Test
    void has_text_and_fields_in_their_order() {
        assertThat(ValueText.parse("Hi {first_name|there}, since {member since:date} at {größe}!")
                        .pieces())
                .containsExactly(
                        new Literal("Hi "),
                        new Field("first_name", Format.TEXT, Optional.of("there")),
                        new Literal(", since "),
                        new Field("member since", Format.DATE, Optional.empty()),
                        new Literal(" at "),
                        new Field("größe", Format.TEXT, Optional.empty()),
                        new Literal("!"));
    }

    @Test
    void a_field_may_have_a_format_and_a_fallback() {
        assertThat(ValueText.parse("{total:number|0}").pieces())
                .containsExactly(new Field("total", Format.NUMBER, Optional.of("0")));
    }

    @Test
    void a_fallback_is_taken_as_it_is_written() {
        assertThat(fallback("{a|}")).isEmpty();
        assertThat(fallback("{a| and: more, with 日本語}")).isEqualTo(" and: more, with 日本語");
        assertThat(fallback("{a|10:30}")).isEqualTo("10:30");
    }

    @Test
    void fields_have_names_of_every_script_with_blanks_and_signs() {
        assertThat(ValueText.parse("{客户编号}{order no.}{a-b}{Ж}{e\u0301}{👋}").fields())
                .containsExactlyInAnyOrder("客户编号", "order no.", "a-b", "Ж", "e\u0301", "👋");
    }

    @Test
    void doubled_braces_are_braces_where_no_word_is_between_them() {
        assertThat(ValueText.parse("{{ }} :-}} {{{a}").pieces())
                .containsExactly(new Literal("{ } :-} {"), new Field("a", Format.TEXT, Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{{name}}", "Hi {{ first_name }}!", "{{1}}", "{{{name}}}", "{{客户}}", "{{a|b}}", "x{{a:date}}"})
    void who_writes_the_field_of_another_tool_is_told(String text) {
        assertThatThrownBy(() -> ValueText.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("people would read {")
                .hasMessageEndingWith("}: write a field with one pair of braces");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "{name        # a { without its }: write {{ for a brace",
                "name}        # a } without its {: write }} for a brace",
                "{}           # {} is no field: write {field}, {field|fallback}, {field:date} or {field:number}",
                "{|there}     # {|there} is no field: write {field}, {field|fallback}, {field:date} or {field:number}",
                "{:date}      # {:date} is no field: write {field}, {field|fallback}, {field:date} or {field:number}",
                "{a:b:date}   # {a:b:date} is no field: write {field}, {field|fallback}, {field:date} or {field:number}",
                "{a:Date}     # \"Date\" is no format: write date or number",
                "{a:}         # \"\" is no format: write date or number",
                "{ a }        # { a } has blanks around the field: write it without them, such as {first_name|there}",
                "{a |b}       # {a |b} has blanks around the field: write it without them, such as {first_name|there}",
                "{a|b|c}      # {a|b|c} has two fallbacks: write one",
                "{a{b}        # {a{b} has a { inside: a field and its fallback have no braces",
                "{a|{b}       # {a|{b} has a { inside: a field and its fallback have no braces",
                "{1}          # {1} is a slot of the template: write the field that fills it, such as {first_name}",
                "{PHONE}      # {PHONE} cannot be filled in: a message shows no number and no label of a contact",
                "{whatsapp|x} # {whatsapp|x} cannot be filled in: a message shows no number and no label of a contact",
                "{labels}     # {labels} cannot be filled in: a message shows no number and no label of a contact"
            })
    void says_what_is_wrong(String text, String message) {
        assertThatThrownBy(() -> ValueText.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void says_it_on_one_short_line_however_long_the_text_is() {
        assertThatThrownBy(() -> ValueText.parse("{" + "👋|".repeat(100_000) + "}"))
                .hasMessageMatching("\\{(👋\\|){20}…} has two fallbacks: write one");
        assertThatThrownBy(() -> ValueText.parse("{{" + "a".repeat(100_000) + "}}"))
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(120));
    }

    @Test
    void what_somebody_without_a_value_reads_needs_every_fallback() {
        assertThat(ValueText.parse("Dear {title|}{name|friend}").fallback()).contains("Dear friend");
        assertThat(ValueText.parse("Dear {title|}{name}").fallback()).isEmpty();
        assertThat(ValueText.parse("Dear {title|}{name}").literals()).isEqualTo("Dear ");
    }

    static Stream<Long> seeds() {
        return LongStream.rangeClosed(1, 400).boxed();
    }

    /** Nothing that is taken is lost or added, and nothing ends in another exception. */
    @ParameterizedTest
    @MethodSource("seeds")
    void what_is_read_can_be_written_again(long seed) {
        var random = new Random(seed);
        var signs = List.of("{", "}", "|", ":", "a", "name", " ", "1", "date", "é", "👋", "{{", "}}", "\u202e");
        var text = random.ints(random.nextInt(12), 0, signs.size())
                .mapToObj(signs::get)
                .collect(Collectors.joining());
        try {
            var value = ValueText.parse(text);
            var again = value.pieces().stream().map(ValueTextTest::written).collect(Collectors.joining());

            assertThat(again).as("seed %d: %s", seed, text).isEqualTo(text);
        } catch (IllegalArgumentException refused) {
            assertThat(refused.getMessage()).as("seed %d: %s", seed, text).isNotBlank();
        }
    }

    private static String written(Piece piece) {
        if (piece instanceof Field field) {
            var format = field.format() == Format.TEXT ? "" : ":" + (field.format() == Format.DATE ? "date" : "number");
            return "{" + field.name() + format
                    + field.fallback().map(text -> "|" + text).orElse("") + "}";
        }
        return ((Literal) piece).text().replace("{", "{{").replace("}", "}}");
    }

    private static String fallback(String text) {
        return ((Field) ValueText.parse(text).pieces().get(0)).fallback().orElseThrow();
    }
}
