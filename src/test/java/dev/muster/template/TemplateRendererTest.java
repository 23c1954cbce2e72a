package dev.muster.template;

import static dev.muster.testing.TemplateMessages.buttons;
import static dev.muster.testing.TemplateMessages.counted;
import static dev.muster.testing.TemplateMessages.document;
import static dev.muster.testing.TemplateMessages.header;
import static dev.muster.testing.TemplateMessages.media;
import static dev.muster.testing.TemplateMessages.named;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.model.Template;
import dev.muster.model.TemplateMessage;
import dev.muster.model.TemplateMessage.MediaKind;
import dev.muster.model.text.HostName;
import dev.muster.template.ValueFault.Kind;
import dev.muster.testing.TemplateMessages;
import dev.muster.testing.Templates;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateRendererTest {
    private static final TemplateMessage MESSAGE = TemplateMessages.of("vip");

    @Test
    void fills_every_part_for_one_person() {
        var template = Templates.named("vip", "Hi {{name}}, {{discount}}% off.")
                .header("For {{city}}")
                .footer("Not interested? Tap Stop.")
                .buttons(
                        Templates.CALL, Templates.link("https://shop.example/v/", true), Templates.CODE, Templates.STOP)
                .listed();
        var message = buttons(
                named(header(MESSAGE, "{city|you}"), "name", "{first_name}", "discount", "20"),
                Map.of(2, "{id}", 3, "SAVE20"));
        var rendered = render(message, template, Map.of("first_name", "Ada", "id", "c7"));

        assertThat(rendered.isSendable()).isTrue();
        var shown = rendered.shown();
        assertThat(shown.header()).contains("For you");
        assertThat(shown.body()).isEqualTo("Hi Ada, 20% off.");
        assertThat(shown.footer()).contains("Not interested? Tap Stop.");
        assertThat(shown.buttons())
                .extracting(button -> button.value().orElse("-"))
                .containsExactly("-", "https://shop.example/v/c7", "SAVE20", "-");
        assertThat(rendered.fallbacks()).containsExactly(new Rendered.Fallback(Slot.header("city"), "city"));
        assertThat(rendered.components()).hasToString("""
                [{"type":"header","parameters":[{"type":"text","parameter_name":"city","text":"you"}]},\
                {"type":"body","parameters":[{"type":"text","parameter_name":"name","text":"Ada"},\
                {"type":"text","parameter_name":"discount","text":"20"}]},\
                {"type":"button","sub_type":"url","index":1,"parameters":[{"type":"text","text":"c7"}]},\
                {"type":"button","sub_type":"copy_code","index":2,"parameters":\
                [{"type":"coupon_code","coupon_code":"SAVE20"}]}]""");
    }

    @Test
    void counted_slots_have_no_names_on_the_wire() {
        var template = Templates.counted("vip", "{{2}} before {{1}}")
                .header("For {{1}}")
                .listed();
        var rendered = render(counted(header(MESSAGE, "all"), "a", "b"), template, Map.of());
        assertThat(rendered.shown().body()).isEqualTo("b before a");
        assertThat(rendered.components()).hasToString("""
                [{"type":"header","parameters":[{"type":"text","text":"all"}]},\
                {"type":"body","parameters":[{"type":"text","text":"a"},{"type":"text","text":"b"}]}]""");
    }

    @Test
    void a_document_has_its_name() {
        var template =
                Templates.named("vip", "Your bill.").header(MediaKind.DOCUMENT).listed();
        var message = document(MESSAGE, "https://cdn.example.com/{id}.pdf", "Bill {id}.pdf");
        var rendered = render(message, template, Map.of("id", "7"));
        assertThat(rendered.components()).hasToString("""
                [{"type":"header","parameters":[{"type":"document","document":\
                {"link":"https://cdn.example.com/7.pdf","filename":"Bill 7.pdf"}}]}]""");
        assertThat(rendered.shown().media())
                .contains(new Shown.Media(
                        MediaKind.DOCUMENT, "https://cdn.example.com/7.pdf", Optional.of("Bill 7.pdf")));
    }

    @ParameterizedTest
    @CsvSource({"IMAGE, image", "VIDEO, video"})
    void a_picture_or_video_is_an_address(MediaKind kind, String word) {
        var template = Templates.named("vip", "Look.").header(kind).listed();
        var rendered = render(media(MESSAGE, kind, "https://cdn.example.com/a"), template, Map.of());
        assertThat(rendered.components())
                .hasToString(
                        "[{\"type\":\"header\",\"parameters\":[{\"type\":\"%s\",\"%s\":{\"link\":\"https://cdn.example.com/a\"}}]}]"
                                .formatted(word, word));
    }

    @Test
    void a_template_without_slots_has_no_components() {
        var rendered =
                render(MESSAGE, Templates.named("vip", "Doors open at nine.").listed(), Map.of());
        assertThat(rendered.components()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            quoteCharacter = '"',
            value = {
                "- | MISSING",
                "\"\" | MISSING",
                "\" \" | MISSING",
                "\"\\u00a0\\u2003\" | MISSING",
                "\"\\n\" | MISSING",
                "Ada | -",
                "\" Ada \" | -",
                "\"a    b\" | -",
                "\"a     b\" | SPACES",
                "\"a  \\u00a0\\u2003 b\" | SPACES",
                "\"a\\nb\" | LINE_BREAK_OR_TAB",
                "\"a\\r\\nb\" | LINE_BREAK_OR_TAB",
                "\"a\\tb\" | LINE_BREAK_OR_TAB",
                "\"a\\u2028b\" | LINE_BREAK_OR_TAB",
                "\"a\\u0085b\" | LINE_BREAK_OR_TAB",
                "\"a\\u202eb\" | CONTROL_OR_BIDI",
                "\"a\\u200bb\" | CONTROL_OR_BIDI",
                "\"a\\u0000b\" | CONTROL_OR_BIDI",
                "\"a\\ud800b\" | CONTROL_OR_BIDI",
                "\"\\u3164\" | CONTROL_OR_BIDI",
                "\"\\ud83d\\udc69\\u200d\\ud83d\\udc67\" | -",
                "\"\\u0645\\u06cc\\u200c\\u062e\" | -",
                "\"\\ud83c\\udf89\" | -",
                "{name} | -",
            })
    void a_value_is_taken_as_it_is_or_is_a_fault(String value, Kind fault) {
        var template = Templates.named("vip", "Hi {{name}}!").listed();
        var written = value == null ? null : unescaped(value);
        var fields = written == null ? Map.<String, String>of() : Map.of("name", written);
        var rendered = render(named(MESSAGE, "name", "{name}"), template, fields);
        assertThat(rendered.faults()).extracting(ValueFault::kind).isEqualTo(listOf(fault));
        if (fault == null) {
            assertThat(rendered.shown().body()).isEqualTo("Hi " + written + "!");
        } else {
            assertThatThrownBy(rendered::components).isInstanceOf(IllegalStateException.class);
        }
    }

    private static List<Kind> listOf(Kind fault) {
        return Optional.ofNullable(fault).stream().toList();
    }

    private static String unescaped(String value) {
        var text = new StringBuilder();
        for (int i = 0; i < value.length(); i++) {
            if (value.startsWith("\\u", i)) {
                text.append((char) Integer.parseInt(value.substring(i + 2, i + 6), 16));
                i += 5;
            } else if (value.startsWith("\\", i)) {
                text.append(value.substring(i, i + 2).translateEscapes());
                i++;
            } else {
                text.append(value.charAt(i));
            }
        }
        return text.toString();
    }

    @Test
    void several_things_can_be_wrong_at_once_each_is_told_once() {
        var template = Templates.named("vip", "{{a}} and {{b}}").listed();
        var rendered = render(named(MESSAGE, "a", "{x}", "b", "{y} {z}"), template, Map.of("x", "1\n2\n\t     \u202e"));
        assertThat(rendered.faults())
                .containsExactlyInAnyOrder(
                        new ValueFault(Kind.LINE_BREAK_OR_TAB, Slot.body("a")),
                        new ValueFault(Kind.SPACES, Slot.body("a")),
                        new ValueFault(Kind.CONTROL_OR_BIDI, Slot.body("a")),
                        new ValueFault(Kind.MISSING, Slot.body("b")));
    }

    @Test
    void an_empty_fallback_is_a_fault_only_where_nothing_else_is_in_the_slot() {
        var template = Templates.named("vip", "Hi{{a}}").listed();
        assertThat(render(named(MESSAGE, "a", "{x|}"), template, Map.of()).faults())
                .containsExactly(new ValueFault(Kind.EMPTY, Slot.body("a")));
        assertThat(render(named(MESSAGE, "a", " you{x|}"), template, Map.of()).isSendable())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"1024, 0", "1025, 1"})
    void a_body_has_1024_characters_at_most(int length, int faults) {
        var template = Templates.named("vip", "Hi {{a}}").listed();
        var rendered = render(named(MESSAGE, "a", "{x}"), template, Map.of("x", "x".repeat(length - 3)));
        assertThat(rendered.faults()).hasSize(faults);
        assertThat(rendered.units()).isEqualTo(length);
        var emoji = render(named(MESSAGE, "a", "{x}"), template, Map.of("x", "\uD83C\uDF89".repeat(511)));
        assertThat(emoji.faults()).containsExactly(new ValueFault(Kind.TOO_LONG_BODY, Slot.body("a")));
        assertThat(emoji.codePoints()).isEqualTo(514);
    }

    @ParameterizedTest
    @CsvSource({"60, 0", "61, 1"})
    void a_header_has_60_characters_at_most(int length, int faults) {
        var template = Templates.named("vip", "Hi").header("For {{a}}").listed();
        var rendered = render(header(MESSAGE, "{x}"), template, Map.of("x", "x".repeat(length - 4)));
        assertThat(rendered.faults()).hasSize(faults);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "https://shop.example/v/ | c7 | -",
                "https://shop.example/v/ | a%20b?x=1&y=2#z | -",
                "https://shop.example/v/ | a b | URL_UNSAFE",
                "https://shop.example/v/ | a%2 | URL_UNSAFE",
                "https://shop.example/v/ | a%zz | URL_UNSAFE",
                "https://shop.example/v/ | é | URL_UNSAFE",
                "https://shop.example/v/ | a\"b | URL_UNSAFE",
                "https://shop.example/v/ | a\\b | URL_UNSAFE",
                "https://shop.example/v/ | {x} | URL_UNSAFE",
                "https://shop.example/v/ | https://shop.example/v/7 | URL_WHOLE",
                "https://shop.example/v/ | HTTP://evil.example | URL_WHOLE",
                "https://shop.example/r?to= | https://shop.example/v/7 | -",
                "https://shop.example | /c7 | -",
                "https://shop.example | ?c7 | -",
                "https://shop.example | .evil.example | URL_HOST",
                "https://shop.example | @evil.example | URL_HOST",
                "https://shop.example | :80 | URL_HOST",
            })
    void what_ends_a_web_address_is_ready_for_it(String fixed, String value, Kind fault) {
        var template = Templates.named("vip", "Hi")
                .buttons(Templates.link(fixed, true))
                .listed();
        var rendered = render(buttons(MESSAGE, Map.of(1, "{x}")), template, Map.of("x", value));
        assertThat(rendered.faults()).extracting(ValueFault::kind).isEqualTo(listOf(fault));
    }

    @Test
    void a_web_address_has_2000_characters_at_most() {
        var template = Templates.named("vip", "Hi")
                .buttons(Templates.link("https://shop.example/", true))
                .listed();
        var message = buttons(MESSAGE, Map.of(1, "{x}"));
        assertThat(render(message, template, Map.of("x", "x".repeat(1979))).isSendable())
                .isTrue();
        assertThat(render(message, template, Map.of("x", "x".repeat(1980))).faults())
                .containsExactly(new ValueFault(Kind.URL_TOO_LONG, Slot.button(false, 1)));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "SAVE20, -",
                "a, -",
                "12345678901234567890, -",
                "123456789012345678901, COUPON_FORM",
                "SAVE-20, COUPON_FORM",
                "SAVE 20, COUPON_FORM",
                "ÄÖ, COUPON_FORM",
                "１２, COUPON_FORM"
            })
    void a_code_is_letters_and_digits(String value, Kind fault) {
        var template = Templates.named("vip", "Hi").buttons(Templates.CODE).listed();
        var rendered = render(buttons(MESSAGE, Map.of(1, "{x}")), template, Map.of("x", value));
        assertThat(rendered.faults()).extracting(ValueFault::kind).isEqualTo(listOf(fault));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "https://cdn.example.com/a.jpg, -",
                "https://cdn.example.com/a.JPEG?x=1.gif, -",
                "https://cdn.example.com/a, -",
                "https://cdn.example.com/v1.2/a, -",
                "https://cdn.example.com, -",
                "https://cdn.example.com/a.gif, MEDIA_KIND",
                "https://cdn.example.com/a.webp, MEDIA_KIND",
                "https://cdn.example.com/a.mp4, MEDIA_KIND",
                "https://cdn.example.com/a.pdf, MEDIA_KIND",
                "http://cdn.example.com/a.jpg, MEDIA_ADDRESS",
                "ftp://cdn.example.com/a.jpg, MEDIA_ADDRESS",
                "cdn.example.com/a.jpg, MEDIA_ADDRESS",
                "https://u:p@cdn.example.com/a.jpg, MEDIA_ADDRESS",
                "https://localhost/a.jpg, MEDIA_ADDRESS",
                "https://127.0.0.1/a.jpg, MEDIA_ADDRESS",
                "https://[::1]/a.jpg, MEDIA_ADDRESS",
                "https://intranet/a.jpg, MEDIA_ADDRESS",
                "https://files.local/a.jpg, MEDIA_ADDRESS",
                "https://cdn.example.com/a b.jpg, MEDIA_ADDRESS",
                "https:///a.jpg, MEDIA_ADDRESS",
                "https://, MEDIA_ADDRESS",
                "data:image/png;base64, MEDIA_ADDRESS",
                "12345, MEDIA_ADDRESS",
            })
    void a_picture_is_where_whatsapp_can_fetch_it(String value, Kind fault) {
        var template = Templates.named("vip", "Hi").header(MediaKind.IMAGE).listed();
        var rendered = render(media(MESSAGE, MediaKind.IMAGE, "{x}"), template, Map.of("x", value));
        assertThat(rendered.faults()).extracting(ValueFault::kind).isEqualTo(listOf(fault));
    }

    @ParameterizedTest
    @ValueSource(strings = {"MISSING", "a\tb", "https://x.example/\u202e", "c d"})
    void nothing_of_a_person_is_in_a_debug_text(String value) {
        var template = Templates.named("vip", "Hi {{a}}")
                .header("{{h}}")
                .buttons(Templates.link("https://shop.example/", true), Templates.CODE)
                .listed();
        var message = buttons(named(header(MESSAGE, "{x}"), "a", "{x}"), Map.of(1, "{x}", 2, "{x}"));
        var rendered = render(message, template, Map.of("x", value + "canary"));
        var debug =
                rendered + "" + rendered.shown() + rendered.shown().buttons() + rendered.values() + rendered.faults();
        assertThat(debug).doesNotContain("canary");
        assertThat(rendered.masked().body()).doesNotContain("canary");
    }

    @Test
    void what_is_personal_is_masked_and_what_the_author_wrote_is_not() {
        var template = Templates.named("vip", "Hi {{a}}, {{b}}").listed();
        var message = named(MESSAGE, "a", "dear {first} {last|Guest}", "b", "{day:date}");
        var rendered = render(message, template, Map.of("first", "Ada Lo", "day", "2026-12-31"));
        assertThat(rendered.shown().body()).isEqualTo("Hi dear Ada Lo Guest, December 31, 2026");
        assertThat(rendered.masked().body()).isEqualTo("Hi dear A… … Guest, D… 3… 2…");
    }

    @Test
    void hosts_that_somebodys_values_add_are_told_apart() {
        var template = Templates.named("vip", "Hi {{a}}, see shop.example.")
                .buttons(Templates.link("https://shop.example/v/", true))
                .listed();
        var message = buttons(named(MESSAGE, "a", "{x|all at team.example}"), Map.of(1, "{id}"));
        var renderer = new TemplateRenderer(message, template);
        assertThat(renderer.hosts())
                .extracting(HostName::ascii)
                .containsExactlyInAnyOrder("shop.example", "team.example");
        assertThat(added(renderer, "Ada")).isEmpty();
        assertThat(added(renderer, "evil.com")).containsExactly("evil.com");
        assertThat(added(renderer, "Ada http://evil.com/a")).containsExactly("evil.com");
        assertThat(added(renderer, "shop.example")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"{{a}}.com, evil", "go to shop.{{a}}, com", "{{a}}{{a}}.com, evil", "*{{a}}*.com, evil"})
    void a_value_that_completes_a_link_adds_it(String body, String value) {
        var renderer = new TemplateRenderer(
                named(MESSAGE, "a", "{x}"), Templates.named("vip", body).listed());
        assertThat(added(renderer, value)).isNotEmpty();
    }

    @Test
    void a_value_of_several_fields_completes_a_link_too() {
        var renderer = new TemplateRenderer(
                named(MESSAGE, "a", "{x}.{y}"),
                Templates.named("vip", "Hi {{a}}").listed());
        var rendered = renderer.render(fields(Map.of("x", "evil", "y", "com")));
        assertThat(rendered.addedHosts()).isNotEmpty();
    }

    private static List<String> added(TemplateRenderer renderer, String value) {
        return renderer.render(fields(Map.of("x", value, "id", "7"))).addedHosts().stream()
                .map(HostName::ascii)
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en_US | 2026-12-01 | December 1, 2026",
                "en_GB | 2026-12-01T23:30:00Z | 1 December 2026",
                "de | 2026-12-01 10:00 | 1. Dezember 2026",
                "es_MX | 2026-12-01T10:00:00.123+01:00 | 1 de diciembre de 2026",
                "pt_BR | 2026-12-01T10:00:00+0100 | 1 de dezembro de 2026",
                "fr | 2026-12-01 10:00:00.663264+00:00 | 1 décembre 2026",
                "zh_CN | 2026-12-01 | 2026年12月1日",
                "ja | 2026-12-01 | 2026年12月1日",
                "id | 2026-12-01 | 1 Desember 2026",
                "tr | 2026-12-01 | 1 Aralık 2026",
            })
    void a_date_is_written_for_the_language_of_the_template(String language, String value, String written) {
        assertThat(new FieldFormat(language).date(value)).contains(written);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "today",
                "01.12.2026",
                "12/01/2026",
                "2026-13-01",
                "2026-02-30",
                "2026-12-1",
                "20261201",
                "2026-12-01T",
                "2026-12-01T25:00",
                "2026-12-01T10",
                "2026-12-01T10:00 ",
                "2026-12-01x10:00",
                "2026-12-01T10:00+1",
                "2026-12-01T10:00:00.",
                "٢٠٢٦-12-01",
                "2026-12-01T10:00:00Z Z",
                "1764547200"
            })
    void what_is_no_date_is_none(String value) {
        var template = Templates.named("vip", "Hi {{a}}").listed();
        assertThat(new FieldFormat("en").date(value + (value.endsWith(" ") ? "x" : "")))
                .isEmpty();
        var faults = render(named(MESSAGE, "a", "{x:date}"), template, Map.of("x", value + "x"))
                .faults();
        assertThat(faults).containsExactly(new ValueFault(Kind.BAD_DATE, Slot.body("a")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en_US | 1234567.50 | 1,234,567.50",
                "de | 1234.5 | 1.234,5",
                "fr | 1234 | 1\u202f234",
                "en | -12 | -12",
                "he | -1234.5 | -1,234.5",
                "ar | 1234.5 | 1,234.5",
                "fa | 999 | 999",
                "hi | 0.10 | 0.10",
                "en | 12345678901234567890123 | 12,345,678,901,234,567,890,123",
            })
    void a_number_is_written_for_the_language_of_the_template(String language, String value, String written) {
        assertThat(new FieldFormat(language).number(value)).contains(written);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "-", "1,5", "1.", ".5", "+1", "1e5", "007", "0x1", "1 000", "NaN", "١", "1.2.3", "--1", "€5"
            })
    void what_is_no_number_is_none(String value) {
        assertThat(new FieldFormat("en").number(value)).isEmpty();
    }

    @Test
    void every_language_of_seax_writes_dates_and_numbers_that_whatsapp_takes() {
        for (var language : LANGUAGES) {
            var template = Templates.named("vip", "Hi {{a}}").in(language).listed();
            var rendered = render(
                    named(MESSAGE, "a", "{d:date} {n:number}"),
                    template,
                    Map.of("d", "2026-12-01", "n", "-1234567.89"));
            assertThat(rendered.faults()).as(language).isEmpty();
        }
    }

    private static final String[] LANGUAGES = """
            af ar az bg bn ca cs da de el en en_GB en_US es es_AR es_ES es_MX et fa fi fil fr ga gu ha he hi hr hu id it ja
            ka kk kn ko ky_KG lo lt lv mk ml mr ms nb nl pa pl pt_BR pt_PT ro ru rw_RW sk sl sq sr sv sw ta te th tr uk ur
            uz vi zh_CN zh_HK zh_TW zu""".split("\\s+");

    private static Rendered render(TemplateMessage message, Template template, Map<String, String> fields) {
        return new TemplateRenderer(message, template).render(fields(fields));
    }

    private static Function<String, Optional<String>> fields(Map<String, String> fields) {
        return name -> Optional.ofNullable(fields.get(name));
    }
}
