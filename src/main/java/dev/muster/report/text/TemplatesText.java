package dev.muster.report.text;

import dev.muster.diagnostic.Characters;
import dev.muster.report.Numbers;
import dev.muster.report.SenderTemplates;
import dev.muster.report.Wrap;
import dev.muster.template.Shown;
import dev.muster.template.Slot;
import dev.muster.template.TemplateCard;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The templates of senders, a few lines each: what a template wants, or why it cannot be used. For one that was asked for by
 * its name also what it looks like, and what to write in a campaign.
 */
public final class TemplatesText {
    private static final int WIDTH = 60;
    private static final String INDENT = "  ";
    private static final int COLUMN = INDENT.length() + "wants  ".length();

    private TemplatesText() {}

    public static String of(List<SenderTemplates> senders, boolean withSample) {
        return senders.isEmpty()
                ? "no senders\n"
                : senders.stream()
                        .filter(sender -> !withSample || !sender.cards().isEmpty())
                        .map(sender -> sender(sender, withSample))
                        .collect(Collectors.joining("\n"));
    }

    private static String sender(SenderTemplates sender, boolean withSample) {
        long usable = sender.cards().stream().filter(TemplateCard::isUsable).count();
        var head = Characters.visible(sender.sender().name()) + " ("
                + sender.sender().number() + "): " + Numbers.of(sender.cards().size(), "template") + ", " + usable
                + " can be used";
        return Wrap.of("", head, WIDTH)
                + sender.cards().stream()
                        .map(card -> "\n" + card(card, withSample))
                        .collect(Collectors.joining());
    }

    private static String card(TemplateCard card, boolean withSample) {
        var template = card.template();
        var head = Stream.of(template.name(), template.language(), template.category(), template.status())
                .map(word -> word.isEmpty() ? "(none)" : Characters.visible(word))
                .collect(Collectors.joining("  "));
        var text = new StringBuilder(head).append('\n');
        card.hindrance().ifPresent(why -> text.append(Wrap.of(INDENT, Characters.visible(why), WIDTH)));
        if (card.sample().isPresent()) {
            text.append(Wrap.of(INDENT + "wants  ", COLUMN, wants(card), WIDTH));
            if (withSample) {
                text.append(INDENT + "shows\n").append(sample(card.sample().get()));
            }
        }
        return text.append(withSample && card.isUsable() ? "  write\n" + yaml(card) : "")
                .toString();
    }

    private static String wants(TemplateCard card) {
        var wants = Stream.of(
                        part(card, Slot.Part.HEADER_MEDIA).map(slot -> article(media(card)) + " in the header"),
                        part(card, Slot.Part.HEADER_TEXT).map(slot -> "`" + slot.name() + "` in the header"),
                        body(card),
                        part(card, Slot.Part.URL_BUTTON).map(slot -> "the end of the address of button " + slot.name()),
                        part(card, Slot.Part.COUPON_BUTTON).map(slot -> "a code for button " + slot.name()))
                .flatMap(some -> some)
                .collect(Collectors.joining(", "));
        return wants.isEmpty() ? "nothing: it is the same for everybody" : wants;
    }

    private static Stream<String> body(TemplateCard card) {
        int slots = (int) part(card, Slot.Part.BODY).count();
        if (slots == 0 || card.template().positional()) {
            return Stream.of(Numbers.of(slots, "value") + " in the body").filter(words -> slots > 0);
        }
        var names =
                part(card, Slot.Part.BODY).map(slot -> "`" + slot.name() + "`").toList();
        return Stream.of(String.join(" and ", names) + " in the body");
    }

    private static String media(TemplateCard card) {
        return card.sample().flatMap(Shown::media).stream()
                .map(media -> media.kind().name().toLowerCase(Locale.ROOT))
                .findFirst()
                .orElse("file");
    }

    private static String article(String kind) {
        return (kind.equals("image") ? "an " : "a ") + kind;
    }

    private static String sample(Shown sample) {
        return bubble(sample)
                .map(line -> Wrap.of("  | ", Characters.visible(line), WIDTH))
                .collect(Collectors.joining());
    }

    /** The bubble, line by line. */
    static Stream<String> bubble(Shown sample) {
        return Stream.of(
                        sample.media().stream()
                                .map(media -> "[" + media.kind().name().toLowerCase(Locale.ROOT) + "]"),
                        sample.header().stream(),
                        sample.body().lines(),
                        sample.footer().stream(),
                        sample.buttons().stream().map(TemplatesText::button))
                .flatMap(some -> some);
    }

    private static String button(Shown.Button button) {
        var label = button.label().isEmpty() ? "" : button.label() + " ";
        var value = button.value().map(shown -> "→ " + shown).orElse("");
        return "[" + (label + value).strip() + "]";
    }

    /** What a campaign writes for it, with nothing filled in that its author must decide. */
    private static String yaml(TemplateCard card) {
        var template = card.template();
        var text = new StringBuilder("    message:\n      template: {name: " + template.name() + ", language: "
                + template.language() + "}\n");
        part(card, Slot.Part.HEADER_MEDIA)
                .forEach(slot -> text.append("      header: {" + media(card) + ": https://…}\n"));
        part(card, Slot.Part.HEADER_TEXT).forEach(slot -> text.append("      header: {text: \"…\"}\n"));
        body(text, part(card, Slot.Part.BODY).toList(), template.positional());
        var buttons = Stream.concat(part(card, Slot.Part.URL_BUTTON), part(card, Slot.Part.COUPON_BUTTON))
                .map(slot -> Integer.parseInt(slot.name()))
                .sorted()
                .map(place -> place + ": \"…\"")
                .collect(Collectors.joining(", "));
        return text.append(buttons.isEmpty() ? "" : "      buttons: {" + buttons + "}\n")
                .toString();
    }

    private static void body(StringBuilder text, List<Slot> slots, boolean positional) {
        if (!slots.isEmpty()) {
            text.append("      body:\n");
            slots.forEach(slot -> text.append("        " + (positional ? "- " : slot.name() + ": ") + "\"…\"\n"));
        }
    }

    private static Stream<Slot> part(TemplateCard card, Slot.Part part) {
        return card.slots().stream().filter(slot -> slot.part() == part);
    }
}
