package dev.muster.seax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.model.Template;
import dev.muster.model.TemplateContent;
import dev.muster.model.TemplateContent.Button;
import dev.muster.model.TemplateContent.Header;
import dev.muster.model.TemplateContent.Kind;
import dev.muster.model.TemplateMessage.MediaKind;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Rows as SeaX and Meta write them, and rows that nobody should. */
class TemplateComponentsTest {
    @Test
    void a_template_with_everything_that_can_be_sent() {
        var template = read("NAMED", """
                [{"type": "HEADER", "format": "IMAGE", "example": {"header_handle": ["https://scontent.example/1.jpg?oe=65"]}},
                 {"type": "BODY", "text": "Hi {{name}}, {{discount}}% off. Yes, {{name}}!",
                  "example": {"body_text_named_params": [
                    {"param_name": "name", "example": "Ada"}, {"param_name": "discount", "example": "20"}]}},
                 {"type": "FOOTER", "text": "Not interested? Tap Stop promotions"},
                 {"type": "BUTTONS", "buttons": [
                    {"type": "PHONE_NUMBER", "text": "Call us", "phone_number": "+15550100100"},
                    {"type": "URL", "text": "Shop", "url": "https://shop.example/v/{{1}}", "example": ["https://shop.example/v/7"]},
                    {"type": "COPY_CODE", "example": ["SAVE20"]},
                    {"type": "QUICK_REPLY", "text": "Stop promotions"},
                    {"type": "URL", "text": "Terms", "url": "https://shop.example/terms"}]}]
                """);
        var content = content(template);
        assertThat(content.unusable()).isEmpty();
        assertThat(content.header()).contains(new Header.Media(MediaKind.IMAGE));
        assertThat(content.bodySlots()).containsExactly("name", "discount");
        assertThat(content.footer()).contains("Not interested? Tap Stop promotions");
        assertThat(content.buttons())
                .containsExactly(
                        new Button(Kind.PHONE_NUMBER, "Call us", Optional.empty(), false),
                        new Button(Kind.URL, "Shop", Optional.of("https://shop.example/v/"), true),
                        new Button(Kind.COPY_CODE, "", Optional.empty(), true),
                        new Button(Kind.QUICK_REPLY, "Stop promotions", Optional.empty(), false),
                        new Button(Kind.URL, "Terms", Optional.of("https://shop.example/terms"), false));
        assertThat(template.positional()).isFalse();
        assertThat(template.body()).contains("Hi {{name}}, {{discount}}% off. Yes, {{name}}!");
    }

    @Test
    void counted_slots_are_in_their_order_whatever_the_order_of_the_text() {
        var template = read("POSITIONAL", """
                [{"type": "HEADER", "format": "TEXT", "text": "For {{1}}", "example": {"header_text": ["Ada"]}},
                 {"type": "BODY", "text": "{{2}} before {{1}}, {{ 3 }} last", "example": {"body_text": [["a", "b", "c"]]}}]
                """);
        assertThat(content(template).unusable()).isEmpty();
        assertThat(content(template).bodySlots()).containsExactly("1", "2", "3");
        assertThat(content(template).header()).contains(new Header.Text("For {{1}}", Optional.of("1")));
    }

    @Test
    void a_template_without_slots_has_none() {
        var template = read("POSITIONAL", "[{\"type\": \"body\", \"text\": \"Doors open at nine.\"}]");
        assertThat(content(template).unusable()).isEmpty();
        assertThat(content(template).bodySlots()).isEmpty();
        assertThat(content(template).buttons()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\"components\": null,"})
    void what_seax_does_not_list_is_not_known(String components) {
        var template = template("{" + components + "\"id\": \"1\", \"name\": \"a\", \"language\": \"en\"}");
        assertThat(template.content()).isEmpty();
        assertThat(template.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "\"\""})
    void where_the_form_of_the_slots_is_not_said_the_text_shows_it(String format) {
        var form = format.isEmpty() ? "" : "\"parameter_format\": " + format + ",";
        assertThat(withBody(form, "Hi {{1}}").positional()).isTrue();
        assertThat(withBody(form, "Hi {{name}}").positional()).isFalse();
        assertThat(content(withBody(form, "Hi {{name}}")).unusable()).isEmpty();
        assertThat(content(withBody(form, "Hi {{name}} and {{1}}")).unusable()).isPresent();
    }

    private static Template withBody(String form, String text) {
        return template(
                "{%s\"id\": \"1\", \"components\": [{\"type\": \"BODY\", \"text\": \"%s\"}]}".formatted(form, text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0000',
            value = {
                "NAMED | [] | it shows no text",
                "NAMED | {} | its parts are no list",
                "NAMED | \"BODY\" | its parts are no list",
                "NAMED | [7, null, \"BODY\", {\"type\": \"BODY\", \"text\": \"a\"}] | it has a part without a type",
                "NAMED | [{\"type\": \"BODY\"}] | it shows no text",
                "NAMED | [{\"type\": \"BODY\", \"text\": 7}] | it shows no text",
                "NAMED | [{\"type\": \"BODY\", \"text\": \" \"}] | it shows no text",
                "NAMED | [{\"type\": \"BODY\", \"text\": \"a\"}, {\"type\": \"BODY\", \"text\": \"b\"}] | it has two parts of the type BODY",
                "NAMED | [{\"type\": \"BODY\", \"text\": \"a\"}, {\"type\": \"CAROUSEL\", \"cards\": []}] | it has a CAROUSEL, which is not known",
                "NAMED | [{\"type\": \"BODY\", \"text\": \"a\"}, {\"type\": \"LIMITED_TIME_OFFER\"}] | it has a LIMITED_TIME_OFFER, which is not known",
                "NAMED | [{\"type\": \"BODY\", \"text\": \"a\"}, {\"type\": 1}] | it has a part without a type",
                "NAMED | [{\"type\": \"BODY\", \"text\": \"Hi {{1}}\"}] | its text counts its slots where the template names them",
                "POSITIONAL | [{\"type\": \"BODY\", \"text\": \"Hi {{name}}\"}] | its text names its slots where the template counts them",
                "POSITIONAL | [{\"type\": \"BODY\", \"text\": \"{{1}} {{3}}\"}] | its text does not count its slots from 1 without a gap",
                "POSITIONAL | [{\"type\": \"BODY\", \"text\": \"{{0}} {{1}}\"}] | its text does not count its slots from 1 without a gap",
                "POSITIONAL | [{\"type\": \"BODY\", \"text\": \"{{01}}\"}] | its text does not count its slots from 1 without a gap",
                "POSITIONAL | [{\"type\": \"BODY\", \"text\": \"{{1}} {{name}}\"}] | its text does not count its slots from 1 without a gap",
                "OTHER | [{\"type\": \"BODY\", \"text\": \"a\"}] | its slots are of the form OTHER, which is not known",
                "NAMED | [{\"type\": \"BODY\", \"text\": \"Hi {{first name}}\"}] | its text has braces that are no slot",
                "NAMED | [{\"type\": \"BODY\", \"text\": \"Hi {{}}\"}] | its text has braces that are no slot",
                "NAMED | [{\"type\": \"BODY\", \"text\": \"Hi {{name}\"}] | its text has braces that are no slot",
                "NAMED | [{\"type\": \"BODY\", \"text\": \"Hi {{name\"}] | its text has braces that are no slot",
                "NAMED | [{\"type\": \"BODY\", \"text\": \"Hi {name}\"}] | its text has a word in single braces, which may be a slot or not",
                "POSITIONAL | [{\"type\": \"BODY\", \"text\": \"Hello 1, this is a test message.\", \"example\": {\"body_text\": [[\"Ada\"]]}}]"
                        + " | its text has other slots than its own example, so SeaX may not show them all",
                "POSITIONAL | [{\"type\": \"BODY\", \"text\": \"Hello {{1}}, 2\", \"example\": {\"body_text\": [\"Ada\", \"Tue\"]}}]"
                        + " | its text has other slots than its own example, so SeaX may not show them all",
                "NAMED | [{\"type\": \"BODY\", \"text\": \"Hello name\", \"example\": {\"body_text_named_params\": [{\"param_name\": \"name\"}]}}]"
                        + " | its text has other slots than its own example, so SeaX may not show them all",
                "NAMED | [{\"type\": \"BODY\", \"text\": \"Hi {{name}}\", \"example\": {\"body_text_named_params\": [{\"param_name\": \"day\"}]}}]"
                        + " | its text has other slots than its own example, so SeaX may not show them all",
                "NAMED | [{\"type\": \"BODY\", \"text\": \"a\"}, {\"type\": \"HEADER\", \"format\": \"TEXT\", \"text\": \"Hi\","
                        + " \"example\": {\"header_text\": [\"Ada\"]}}] | its header has other slots than its own example, so SeaX may not show them all",
                "NAMED | [{\"type\": \"BODY\", \"text\": \"a\"}, {\"type\": \"HEADER\", \"format\": \"TEXT\", \"text\": \"{{a}} {{b}}\"}] | its header has more than one slot",
                "NAMED | [{\"type\": \"BODY\", \"text\": \"a\"}, {\"type\": \"HEADER\", \"format\": \"TEXT\"}] | its header shows no text",
                "NAMED | [{\"type\": \"BODY\", \"text\": \"a\"}, {\"type\": \"HEADER\"}] | its header has no kind",
                "NAMED | [{\"type\": \"BODY\", \"text\": \"a\"}, {\"type\": \"HEADER\", \"format\": \"LOCATION\"}] | it has a header of the kind LOCATION, which Muster does not send",
                "NAMED | [{\"type\": \"BODY\", \"text\": \"a\"}, {\"type\": \"HEADER\", \"format\": \"GIF\"}] | it has a header of the kind GIF, which Muster does not send",
                "NAMED | [{\"type\": \"BODY\", \"text\": \"a\"}, {\"type\": \"FOOTER\"}] | its footer shows no text",
                "NAMED | [{\"type\": \"BODY\", \"text\": \"a\"}, {\"type\": \"FOOTER\", \"text\": \"{{x}}\"}] | its footer has a slot",
                "NAMED | [{\"type\": \"BODY\", \"text\": \"a\"}, {\"type\": \"BUTTONS\"}] | SeaX does not show its buttons",
                "NAMED | [{\"type\": \"BODY\", \"text\": \"a\"}, {\"type\": \"BUTTONS\", \"buttons\": []}] | SeaX does not show its buttons",
                "NAMED | [{\"type\": \"BODY\", \"text\": \"a\"}, {\"type\": \"BUTTONS\", \"buttons\": {}}] | SeaX does not show its buttons",
            })
    void one_that_is_not_clear_says_why_it_is_unusable(String format, String components, String reason) {
        assertThat(content(read(format, components)).unusable()).contains(reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0000',
            value = {
                "7 | it has a button without a type",
                "{\"text\": \"Buy\"} | it has a button without a type",
                "{\"type\": \"OTP\", \"otp_type\": \"COPY_CODE\"} | it has a button of the kind OTP, which Muster does not send",
                "{\"type\": \"FLOW\", \"text\": \"Book\"} | it has a button of the kind FLOW, which Muster does not send",
                "{\"type\": \"CATALOG\"} | it has a button of the kind CATALOG, which Muster does not send",
                "{\"type\": \"URL\", \"text\": \"Go\"} | it has a button without its web address",
                "{\"type\": \"URL\", \"url\": \"https://shop.example/{{1}}/now\"} | a button's web address has a slot that is not its end",
                "{\"type\": \"URL\", \"url\": \"https://shop.example/{{1}}{{2}}\"} | a button's web address has a slot that is not its end",
                "{\"type\": \"URL\", \"url\": \"https://{{1}}\"} | a button's web address has a slot that is not its end",
                "{\"type\": \"URL\", \"url\": \"https://shop.example/{1}\"} | a button's web address has a slot that is not its end",
                "{\"type\": \"URL\", \"url\": \"https://shop.example/%7B%7B1%7D%7D\"} | a button's web address has a slot that is not its end",
                "{\"type\": \"URL\", \"url\": \"https://shop.example/1\", \"example\": [\"https://shop.example/7\"]}"
                        + " | a button's web address has no slot and an example of one, so SeaX may not show it",
            })
    void a_button_that_is_not_clear_makes_the_template_unusable(String button, String reason) {
        var template = read(
                "NAMED",
                "[{\"type\": \"BODY\", \"text\": \"a\"}, {\"type\": \"BUTTONS\", \"buttons\": [" + button + "]}]");
        assertThat(content(template).unusable()).contains(reason);
        assertThat(content(template).buttons()).hasSize(1);
    }

    @Test
    void a_name_that_deceives_is_written_out() {
        var template = read("NAMED", "[{\"type\": \"BODY\", \"text\": \"a\"}, {\"type\": \"\u202eX\"}]");
        assertThat(content(template).unusable()).contains("it has a <U+202E>X, which is not known");
    }

    @Test
    void fields_that_are_no_texts_do_not_end_the_reading() {
        var template = template("{\"id\": \"1\", \"name\": 7, \"language\": [], \"status\": {}, \"category\": null,"
                + " \"parameter_format\": false, \"components\": [{\"type\": \"BODY\", \"text\": \"Hi\"}]}");
        assertThat(template.name()).isEmpty();
        assertThat(template.status()).isEmpty();
        assertThat(content(template).unusable()).isEmpty();
    }

    @Test
    void the_digest_changes_with_what_people_get_and_with_nothing_else() {
        var digest = digest("[{\"type\": \"BODY\", \"text\": \"Hi\"}, {\"type\": \"FOOTER\", \"text\": \"Bye\"}]");
        var others = List.of(
                "[{\"type\": \"BODY\", \"text\": \"Hi!\"}, {\"type\": \"FOOTER\", \"text\": \"Bye\"}]",
                "[{\"type\": \"BODY\", \"text\": \"Hi\"}]",
                "[{\"type\": \"BODY\", \"text\": \"Hi\"}, {\"type\": \"FOOTER\", \"text\": \"Bye\", \"new\": 1}]");
        assertThat(others).noneMatch(other -> digest(other).equals(digest));
        var same = List.of(
                "[{\"text\": \"Bye\", \"type\": \"FOOTER\"}, {\"text\": \"Hi\", \"type\": \"BODY\", \"format\": null}]",
                "[{\"type\": \"BODY\", \"text\": \"Hi\", \"example\": {\"a\": 1}}, {\"type\": \"FOOTER\", \"text\": \"Bye\"}]");
        assertThat(same).allMatch(other -> digest(other).equals(digest));
    }

    @Test
    void the_digest_knows_the_order_of_buttons() {
        var one = "[{\"type\": \"BUTTONS\", \"buttons\": [{\"type\": \"A\"}, {\"type\": \"B\"}]}]";
        var other = "[{\"type\": \"BUTTONS\", \"buttons\": [{\"type\": \"B\"}, {\"type\": \"A\"}]}]";
        assertThat(digest(one)).isNotEqualTo(digest(other));
    }

    private static Object digest(String components) {
        return content(read("NAMED", components)).digest();
    }

    private static TemplateContent content(Template template) {
        return template.content().orElseThrow();
    }

    private static Template read(String format, String components) {
        return template("{\"id\": \"1\", \"name\": \"a\", \"language\": \"en\", \"parameter_format\": \"" + format
                + "\", \"components\": " + components + "}");
    }

    private static Template template(String row) {
        return RowMapper.template(
                new JsonRow(ResourcePath.of("templates"), JsonMapper.shared().readTree(row)));
    }
}
