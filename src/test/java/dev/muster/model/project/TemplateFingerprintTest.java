package dev.muster.model.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.model.Audience;
import dev.muster.model.Campaign;
import dev.muster.model.CampaignIdentity;
import dev.muster.model.CampaignKey;
import dev.muster.model.Expectation;
import dev.muster.model.LabelName;
import dev.muster.model.Message;
import dev.muster.model.Schedule;
import dev.muster.model.SenderName;
import dev.muster.model.Sha256;
import dev.muster.model.TemplateMessage;
import dev.muster.model.TemplateMessage.Body;
import dev.muster.model.TemplateMessage.Header;
import dev.muster.model.TemplateMessage.LanguageRule;
import dev.muster.model.TemplateMessage.MediaKind;
import dev.muster.model.text.ValueText;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What somebody gets by numbers is bound by its fingerprint; what somebody gets by labels keeps the one it had. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TemplateFingerprintTest {
    private static final LanguageRule ENGLISH = new LanguageRule.Fixed("en_US");
    private static final Optional<Header> NO_HEADER = Optional.empty();
    private static final Map<Integer, ValueText> NO_BUTTONS = Map.of();

    @Test
    void everything_that_decides_what_somebody_gets_changes_it() {
        var messages = List.of(
                message("a", ENGLISH, NO_HEADER, Body.Counted.NONE, NO_BUTTONS, false),
                message("b", ENGLISH, NO_HEADER, Body.Counted.NONE, NO_BUTTONS, false),
                message("a", new LanguageRule.Fixed("en"), NO_HEADER, Body.Counted.NONE, NO_BUTTONS, false),
                message("a", byField("language", "es", "es_MX"), NO_HEADER, Body.Counted.NONE, NO_BUTTONS, false),
                message("a", byField("tongue", "es", "es_MX"), NO_HEADER, Body.Counted.NONE, NO_BUTTONS, false),
                message("a", byField("language", "es", "es_ES"), NO_HEADER, Body.Counted.NONE, NO_BUTTONS, false),
                message("a", byLabel("language", "es"), NO_HEADER, Body.Counted.NONE, NO_BUTTONS, false),
                message("a", byLabel("es", "language"), NO_HEADER, Body.Counted.NONE, NO_BUTTONS, false),
                message("a", ENGLISH, text("x"), Body.Counted.NONE, NO_BUTTONS, false),
                message("a", ENGLISH, media(MediaKind.IMAGE, "x"), Body.Counted.NONE, NO_BUTTONS, false),
                message("a", ENGLISH, media(MediaKind.DOCUMENT, "x"), Body.Counted.NONE, NO_BUTTONS, false),
                message("a", ENGLISH, named("x", "y"), Body.Counted.NONE, NO_BUTTONS, false),
                message("a", ENGLISH, text("3;5:IMAGE1:x0:"), Body.Counted.NONE, NO_BUTTONS, false),
                message("a", ENGLISH, NO_HEADER, counted("x"), NO_BUTTONS, false),
                message("a", ENGLISH, NO_HEADER, counted("x", "y"), NO_BUTTONS, false),
                message("a", ENGLISH, NO_HEADER, counted("y", "x"), NO_BUTTONS, false),
                message("a", ENGLISH, NO_HEADER, new Body.Named(new TreeMap<>()), NO_BUTTONS, false),
                message("a", ENGLISH, NO_HEADER, named(Map.of("x", "y")), NO_BUTTONS, false),
                message("a", ENGLISH, NO_HEADER, named(Map.of("y", "x")), NO_BUTTONS, false),
                message("a", ENGLISH, NO_HEADER, Body.Counted.NONE, buttons(1, "x"), false),
                message("a", ENGLISH, NO_HEADER, Body.Counted.NONE, buttons(2, "x"), false),
                message("a", ENGLISH, NO_HEADER, Body.Counted.NONE, buttons(1, "{x}"), false),
                message("a", ENGLISH, NO_HEADER, Body.Counted.NONE, buttons(1, "{x|}"), false),
                message("a", ENGLISH, NO_HEADER, Body.Counted.NONE, NO_BUTTONS, true));

        var digests = new HashSet<Sha256>();
        assertThat(messages)
                .allSatisfy(message -> assertThat(digests.add(digest(Message.of(message))))
                        .as(message.toString())
                        .isTrue());
    }

    @Test
    void the_order_of_labels_decides_and_that_of_values_and_slots_does_not() {
        var one = byLabels("a", "b");
        var other = byLabels("b", "a");
        assertThat(digest(Message.of(message("t", one, NO_HEADER, Body.Counted.NONE, NO_BUTTONS, false))))
                .isNotEqualTo(digest(Message.of(message("t", other, NO_HEADER, Body.Counted.NONE, NO_BUTTONS, false))));

        var first = new LanguageRule.ByField("f", inOrder("a", "b"), "en");
        var second = new LanguageRule.ByField("f", inOrder("b", "a"), "en");
        assertThat(digest(Message.of(message("t", first, NO_HEADER, Body.Counted.NONE, NO_BUTTONS, false))))
                .isEqualTo(digest(Message.of(message("t", second, NO_HEADER, Body.Counted.NONE, NO_BUTTONS, false))));
    }

    @Test
    void two_campaigns_by_numbers_do_not_pass_for_copies_of_each_other() {
        var one = campaign(Message.of(message("a", ENGLISH, NO_HEADER, Body.Counted.NONE, NO_BUTTONS, false)));
        var other = campaign(Message.of(message("b", ENGLISH, NO_HEADER, Body.Counted.NONE, NO_BUTTONS, false)));

        assertThat(Fingerprint.shownMessages(one))
                .containsExactly(digest(one.message()))
                .doesNotContainAnyElementsOf(Fingerprint.shownMessages(other));
    }

    /** From the format of 0.1: {@code 4;} and each part behind its length: text, media, whether links are shortened, template. */
    @Test
    void by_labels_it_is_what_it_was() {
        var plain = new Message("Spring", List.of(), true, Optional.empty(), Map.of());
        var whole = new Message(
                "Spring",
                List.of("https://example.com/a.jpg"),
                false,
                Optional.of(new Message.Template("vip", "en_US")),
                Map.of("name", "Ana"));

        assertThat(digest(plain)).isEqualTo(Sha256.of("4;6:Spring2:0;4:true0:"));
        assertThat(digest(whole))
                .isEqualTo(Sha256.of("4;6:Spring30:1;25:https://example.com/a.jpg5:false14:2;3:vip5:en_US"));
        assertThat(Fingerprint.of(campaign(plain)).parts().keySet())
                .isEqualTo(Set.of("attach_labels", "audience", "message", "name", "schedule", "senders"));
    }

    private static Sha256 digest(Message message) {
        return Optional.ofNullable(Fingerprint.of(campaign(message)).parts().get(Fingerprint.MESSAGE))
                .orElseThrow();
    }

    private static TemplateMessage message(
            String template,
            LanguageRule language,
            Optional<Header> header,
            Body body,
            Map<Integer, ValueText> buttons,
            boolean leavesOut) {
        return new TemplateMessage(template, language, header, body, new TreeMap<>(buttons), leavesOut);
    }

    private static LanguageRule byField(String field, String value, String language) {
        return new LanguageRule.ByField(field, Map.of(value, language), "en_US");
    }

    private static LanguageRule byLabel(String label, String language) {
        return new LanguageRule.ByLabel(Map.of(new LabelName(label), language), "en_US");
    }

    private static LanguageRule byLabels(String first, String second) {
        var map = new LinkedHashMap<LabelName, String>();
        inOrder(first, second).forEach((label, language) -> map.put(new LabelName(label), language));
        return new LanguageRule.ByLabel(map, "en");
    }

    private static Map<String, String> inOrder(String first, String second) {
        var map = new LinkedHashMap<String, String>();
        map.put(first, "language of " + first);
        map.put(second, "language of " + second);
        return map;
    }

    private static Optional<Header> text(String value) {
        return Optional.of(new Header.Text(ValueText.parse(value)));
    }

    private static Optional<Header> media(MediaKind kind, String value) {
        return Optional.of(new Header.Media(kind, ValueText.parse(value), Optional.empty()));
    }

    private static Optional<Header> named(String value, String name) {
        return Optional.of(
                new Header.Media(MediaKind.DOCUMENT, ValueText.parse(value), Optional.of(ValueText.parse(name))));
    }

    private static Body named(Map<String, String> slots) {
        var values = new TreeMap<String, ValueText>();
        slots.forEach((name, value) -> values.put(name, ValueText.parse(value)));
        return new Body.Named(values);
    }

    private static Body counted(String... values) {
        return new Body.Counted(List.of(values).stream().map(ValueText::parse).toList());
    }

    private static Map<Integer, ValueText> buttons(int place, String value) {
        return Map.of(place, ValueText.parse(value));
    }

    private static Campaign campaign(Message message) {
        return new Campaign(
                new CampaignIdentity(new CampaignKey("spring"), 1),
                "Spring",
                Optional.empty(),
                List.of(new SenderName("Sales Line")),
                new Audience<>(List.of(), List.of(new LabelName("opt_in")), List.of(), List.of()),
                new Expectation(OptionalInt.empty(), OptionalInt.empty()),
                message,
                new Schedule.Immediately(),
                List.of(),
                Map.of(),
                List.of());
    }
}
