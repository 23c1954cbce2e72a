package dev.muster.template;

import static dev.muster.testing.TemplateMessages.buttons;
import static dev.muster.testing.TemplateMessages.counted;
import static dev.muster.testing.TemplateMessages.document;
import static dev.muster.testing.TemplateMessages.header;
import static dev.muster.testing.TemplateMessages.in;
import static dev.muster.testing.TemplateMessages.media;
import static dev.muster.testing.TemplateMessages.named;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.diagnostic.Diagnostic;
import dev.muster.diagnostic.Place;
import dev.muster.diagnostic.Severity;
import dev.muster.model.Phone;
import dev.muster.model.PhoneId;
import dev.muster.model.Template;
import dev.muster.model.TemplateMessage;
import dev.muster.model.TemplateMessage.MediaKind;
import dev.muster.testing.TemplateMessages;
import dev.muster.testing.Templates;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateMatchTest {
    private static final Phone SENDER =
            new Phone(new PhoneId("p"), "Sales Line", "+15550100100", true, Optional.of(true));
    private static final TemplateMessage MESSAGE = named(TemplateMessages.of("vip"), "name", "{first_name|there}");
    private static final Templates VIP = Templates.named("vip", "Hi {{name}}");

    @Test
    void the_template_of_each_language_is_found() {
        var match = match(in(MESSAGE, "en_US", "es_MX"), VIP, VIP.in("es_MX"), VIP.in("es"), Templates.named("x", "y"));
        assertThat(match.diagnostics()).isEmpty();
        assertThat(match.templates().keySet()).containsExactly("en_US", "es_MX");
    }

    @Test
    void one_that_is_not_listed_is_unknown_and_the_nearest_are_named() {
        assertThat(said(MESSAGE, Templates.named("vip_preview", "a"), Templates.named("bye", "b")))
                .containsExactly("message.template: `vip` is no template of Sales Line"
                        + " (name one that SeaX lists, such as `vip_preview`, `bye`) [template/unknown]");
        assertThat(said(MESSAGE)).singleElement().asString().contains("SeaX lists no template for Sales Line");
    }

    @Test
    void a_full_list_proves_nothing() {
        var many = IntStream.range(0, 200)
                .mapToObj(i -> Templates.named("t" + i, "a"))
                .toArray(Templates[]::new);
        assertThat(said(MESSAGE, many))
                .singleElement()
                .asString()
                .contains("it lists no more than 200, so there may be one");
    }

    @Test
    void another_language_is_no_substitute() {
        assertThat(said(MESSAGE, VIP.in("en"), VIP.in("es").status("PAUSED")))
                .singleElement()
                .asString()
                .contains("`vip` of Sales Line is not there in en_US; SeaX lists it in en, es (PAUSED)")
                .endsWith("[template/other-language]");
    }

    @ParameterizedTest
    @CsvSource({
        "PAUSED, 3 hours",
        "PENDING, until WhatsApp has decided",
        "IN_APPEAL, until WhatsApp has decided",
        "REJECTED, submit it again",
        "DISABLED, name another",
        "DELETED, name another",
        "PENDING_DELETION, name another",
        "ARCHIVED, name another",
        "LIMIT_EXCEEDED, delete templates",
        "approved, name another"
    })
    void only_an_approved_one_is_sent(String status, String help) {
        assertThat(said(MESSAGE, VIP.status(status)))
                .singleElement()
                .asString()
                .contains("`vip` in en_US is " + status + "; only an APPROVED one is sent")
                .contains(help)
                .endsWith("[template/not-approved]");
    }

    @Test
    void of_two_rows_the_approved_one_counts_and_two_approved_ones_are_unclear() {
        assertThat(match(MESSAGE, VIP.status("DELETED"), VIP).diagnostics()).isEmpty();
        assertThat(said(MESSAGE, VIP, VIP)).singleElement().asString().endsWith("[template/twice]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"AUTHENTICATION", "TRANSACTIONAL", "", "marketing"})
    void only_marketing_and_utility_are_campaigns(String category) {
        assertThat(said(MESSAGE, VIP.category(category)))
                .singleElement()
                .asString()
                .endsWith("[template/category]");
        assertThat(match(MESSAGE, VIP.category("UTILITY").withoutButtons()).diagnostics())
                .isEmpty();
    }

    @Test
    void what_is_unusable_says_why() {
        assertThat(said(MESSAGE, VIP.unusable("it has a CAROUSEL, which is not known")))
                .singleElement()
                .asString()
                .contains("`vip` in en_US cannot be filled in: it has a CAROUSEL, which is not known");
        var bare = new Template("1", "vip", "en_US", "APPROVED", "MARKETING", false, Optional.empty());
        assertThat(TemplateMatch.of(MESSAGE, SENDER, List.of(bare), path -> Place.NOWHERE)
                        .diagnostics())
                .singleElement()
                .extracting(Diagnostic::message)
                .asString()
                .contains("SeaX does not list its parts");
    }

    @Test
    void marketing_without_a_quick_reply_is_a_warning_and_is_sent() {
        var match = match(MESSAGE, VIP.withoutButtons());
        assertThat(match.templates()).hasSize(1);
        assertThat(match.diagnostics()).extracting(Diagnostic::severity).containsExactly(Severity.WARNING);
    }

    @Test
    void slots_are_filled_exactly() {
        assertThat(said(TemplateMessages.of("vip"), VIP))
                .containsExactly("message.body: `vip` in en_US wants `name` in its body"
                        + " (write `name: \"…\"` under `body`) [template/slot-missing]");
        assertThat(said(named(MESSAGE, "name", "a", "day", "b"), VIP))
                .containsExactly("message.body.day: `vip` in en_US has no slot `day` in its body; it has `name`"
                        + " (remove the value, or name the template that has the slot) [template/slot-unknown]");
        assertThat(said(MESSAGE, Templates.named("vip", "Hi")))
                .singleElement()
                .asString()
                .contains("it has none");
    }

    @Test
    void counted_slots_are_filled_by_a_list() {
        var two = Templates.counted("vip", "{{1}} {{2}}");
        var message = TemplateMessages.of("vip");
        assertThat(match(counted(message, "a", "b"), two).diagnostics()).isEmpty();
        assertThat(said(counted(message, "a"), two))
                .singleElement()
                .asString()
                .contains("wants 2 values in its body, and the message has 1");
        assertThat(said(counted(message, "a", "b", "c"), two))
                .singleElement()
                .asString()
                .contains("wants 2 values in its body, and the message has 3")
                .endsWith("[template/slot-unknown]");
        assertThat(said(MESSAGE, two)).singleElement().asString().endsWith("[template/slot-form]");
        assertThat(said(counted(message, "a"), VIP))
                .singleElement()
                .asString()
                .contains("names its slots, and the message counts them");
    }

    @Test
    void a_header_gets_what_it_shows() {
        var image = VIP.header(MediaKind.IMAGE);
        assertThat(match(media(MESSAGE, MediaKind.IMAGE, "https://cdn.example.com/a.jpg"), image)
                        .diagnostics())
                .isEmpty();
        assertThat(said(MESSAGE, image))
                .singleElement()
                .asString()
                .contains("wants an image in its header (write `header: {image: https://…}`)");
        assertThat(said(media(MESSAGE, MediaKind.VIDEO, "https://cdn.example.com/a"), image))
                .singleElement()
                .asString()
                .contains("shows an image in its header, and the message gives it a video")
                .endsWith("[template/header-kind]");
        assertThat(said(header(MESSAGE, "a"), image)).singleElement().asString().endsWith("[template/header-kind]");
        assertThat(said(header(MESSAGE, "a"), VIP)).singleElement().asString().contains("has no header");
        assertThat(said(header(MESSAGE, "a"), VIP.header("News")))
                .singleElement()
                .asString()
                .contains("has no slot in its header");
        assertThat(said(MESSAGE, VIP.header("For {{who}}")))
                .singleElement()
                .asString()
                .endsWith("[template/slot-missing]");
        assertThat(said(media(MESSAGE, MediaKind.IMAGE, "https://cdn.example.com/a"), VIP.header("For {{who}}")))
                .singleElement()
                .asString()
                .endsWith("[template/header-kind]");
        assertThat(match(document(MESSAGE, "https://cdn.example.com/a", "A"), VIP.header(MediaKind.DOCUMENT))
                        .diagnostics())
                .isEmpty();
    }

    @Test
    void buttons_are_filled_at_their_place_among_all() {
        var shop = VIP.buttons(Templates.STOP, Templates.link("https://shop.example/", true), Templates.CODE);
        assertThat(match(buttons(MESSAGE, Map.of(2, "{id}", 3, "SAVE20")), shop).diagnostics())
                .isEmpty();
        assertThat(said(MESSAGE, shop)).hasSize(2).allMatch(said -> said.endsWith("[template/slot-missing]"));
        assertThat(said(buttons(MESSAGE, Map.of(1, "a", 2, "a", 3, "A", 4, "b", 0, "c")), shop))
                .satisfiesExactlyInAnyOrder(
                        said -> assertThat(said)
                                .startsWith("message.buttons.0:")
                                .contains("has no button 0; it has 3"),
                        said -> assertThat(said)
                                .startsWith("message.buttons.1:")
                                .contains("button 1, which is a quick reply"),
                        said -> assertThat(said)
                                .startsWith("message.buttons.4:")
                                .contains("has no button 4"));
        assertThat(said(buttons(MESSAGE, Map.of(1, "a")), VIP.withoutButtons()))
                .last()
                .asString()
                .contains("it has none");
    }

    @Test
    void what_is_the_same_for_everybody_is_judged_at_once() {
        assertThat(said(named(MESSAGE, "name", "a\tb"), VIP))
                .containsExactly(
                        "message.body.name: `vip` in en_US does not take what is written for the body's `name`:"
                                + " it has a line break or a tab (write another value) [template/value-unfit]");
        assertThat(said(named(MESSAGE, "name", "x".repeat(1022)), VIP))
                .singleElement()
                .asString()
                .contains("more than 1,024 characters");
        assertThat(said(named(MESSAGE, "name", "x".repeat(1022) + "{first_name}"), VIP))
                .singleElement()
                .asString()
                .contains("more than 1,024 characters");
    }

    @Test
    void languages_with_other_slots_are_told() {
        var match = match(in(MESSAGE, "en_US", "es"), VIP, VIP.in("es").header(MediaKind.IMAGE));
        assertThat(match.templates().keySet()).containsExactly("en_US");
        assertThat(match.diagnostics())
                .extracting(Diagnostic::id)
                .containsExactly("template/languages-differ", "template/slot-missing");
        assertThat(match.diagnostics().get(0).message())
                .isEqualTo("`vip` has other slots in some languages: en_US has the body's `name`;"
                        + " es has an image, the body's `name`");
    }

    private static TemplateMatch match(TemplateMessage message, Templates... listed) {
        var rows = Stream.of(listed).map(Templates::listed).toList();
        return TemplateMatch.of(message, SENDER, rows, Place::of);
    }

    private static List<String> said(TemplateMessage message, Templates... listed) {
        var match = match(message, listed);
        assertThat(match.templates().isEmpty())
                .isEqualTo(match.diagnostics().stream().anyMatch(Diagnostic::stops));
        return match.diagnostics().stream()
                .map(finding -> finding.place().file() + ": " + finding.message() + " ("
                        + finding.help().orElse("") + ") [" + finding.id() + "]")
                .toList();
    }
}
