package dev.muster.template;

import dev.muster.diagnostic.Diagnostic;
import dev.muster.diagnostic.Place;
import dev.muster.diagnostic.Rule;
import dev.muster.diagnostic.TemplateRule;
import dev.muster.model.Template;
import dev.muster.model.TemplateContent;
import dev.muster.model.TemplateMessage;
import dev.muster.model.TemplateMessage.Body;
import dev.muster.model.TemplateMessage.Header;
import dev.muster.model.TemplateMessage.MediaKind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** What a message fills, against the slots that a template has: exactly these, or everybody's message is refused. */
final class SlotComparison {
    private final TemplateMessage message;
    private final Template template;
    private final TemplateContent content;
    private final Function<String, Place> places;
    private final List<Diagnostic> findings = new ArrayList<>();

    /** {@code template} is usable. */
    SlotComparison(TemplateMessage message, Template template, Function<String, Place> places) {
        this.message = message;
        this.template = template;
        this.places = places;
        content = template.content().orElseThrow();
    }

    /** Nothing where the message fits. */
    List<Diagnostic> findings() {
        header();
        body();
        buttons();
        if (findings.isEmpty()) {
            values();
        }
        return findings;
    }

    private void header() {
        var shown = content.header();
        if (shown.isPresent() && shown.get() instanceof TemplateContent.Header.Media media) {
            media(media.kind());
        } else {
            boolean hasSlot = shown.filter(SlotComparison::hasSlot).isPresent();
            text(hasSlot);
        }
    }

    private static boolean hasSlot(TemplateContent.Header header) {
        return header instanceof TemplateContent.Header.Text text && text.slot().isPresent();
    }

    private void media(MediaKind wanted) {
        if (message.header().isEmpty()) {
            find(
                    TemplateRule.SLOT_MISSING,
                    "message.header",
                    "wants " + SlotWords.media(wanted) + " in its header",
                    "write `header: {" + SlotWords.media(wanted).replaceFirst("an? ", "") + ": https://…}`");
        } else if (!given(message.header().get()).equals(SlotWords.media(wanted))) {
            find(
                    TemplateRule.HEADER_KIND,
                    "message.header",
                    "shows " + SlotWords.media(wanted) + " in its header, and the message gives it "
                            + given(message.header().get()),
                    TemplateRule.HEADER_KIND.mend());
        } else if (wanted != MediaKind.DOCUMENT && new SlotTexts(message).namesDocument()) {
            unknown("message.header.filename", "takes a file name for a document only");
        }
    }

    private void text(boolean hasSlot) {
        if (message.header().isEmpty()) {
            if (hasSlot) {
                find(
                        TemplateRule.SLOT_MISSING,
                        "message.header",
                        "wants a value in its header",
                        "write `header: {text: \"…\"}`");
            }
        } else if (!hasSlot) {
            unknown("message.header", content.header().isPresent() ? "has no slot in its header" : "has no header");
        } else if (!(message.header().get() instanceof Header.Text)) {
            find(
                    TemplateRule.HEADER_KIND,
                    "message.header",
                    "shows a text in its header, and the message gives it "
                            + given(message.header().get()),
                    TemplateRule.HEADER_KIND.mend());
        }
    }

    private static String given(Header header) {
        return header instanceof Header.Media media ? SlotWords.media(media.kind()) : "a text";
    }

    private void body() {
        var slots = content.bodySlots();
        if (message.body() instanceof Body.Named named && !named.slots().isEmpty()) {
            if (template.positional() && !slots.isEmpty()) {
                form("counts its slots, and the message names them", "write a list of " + slots.size() + " values");
            } else {
                named(named);
            }
        } else if (!template.positional() && !message.body().values().isEmpty() && !slots.isEmpty()) {
            form("names its slots, and the message counts them", "write a map with " + SlotWords.names(slots));
        } else {
            counted(message.body().values().size());
        }
    }

    private void form(String said, String help) {
        find(TemplateRule.SLOT_FORM, "message.body", said, help);
    }

    private void named(Body.Named named) {
        var slots = content.bodySlots();
        slots.stream().filter(name -> !named.slots().containsKey(name)).forEach(this::missing);
        named.slots().keySet().stream()
                .filter(name -> !slots.contains(name))
                .forEach(name -> unknown(
                        Slot.body(name).path(),
                        "has no slot `" + name + "` in its body; it has " + SlotWords.names(slots)));
    }

    private void missing(String name) {
        find(
                TemplateRule.SLOT_MISSING,
                "message.body",
                "wants `" + name + "` in its body",
                "write `" + name + ": \"…\"` under `body`");
    }

    private void counted(int values) {
        int slots = content.bodySlots().size();
        if (values < slots && !template.positional()) {
            content.bodySlots().forEach(this::missing);
        } else if (values < slots) {
            find(
                    TemplateRule.SLOT_MISSING,
                    "message.body",
                    "wants " + values(slots) + " in its body, and the message has " + values,
                    "write " + values(slots) + " under `body`");
        } else if (values > slots) {
            unknown("message.body", "wants " + values(slots) + " in its body, and the message has " + values);
        }
    }

    private static String values(int number) {
        return number == 1 ? "1 value" : number + " values";
    }

    private void buttons() {
        message.buttons().keySet().stream().filter(place -> !hasSlot(place)).forEach(this::unknownButton);
        for (int place = 1; place <= content.buttons().size(); place++) {
            if (hasSlot(place) && !message.buttons().containsKey(place)) {
                missingButton(place, content.buttons().get(place - 1));
            }
        }
    }

    private boolean hasSlot(int place) {
        return place >= 1
                && place <= content.buttons().size()
                && content.buttons().get(place - 1).slot();
    }

    private void unknownButton(int place) {
        int buttons = content.buttons().size();
        unknown(
                "message.buttons." + place,
                place < 1 || place > buttons
                        ? "has no button " + place + "; it has " + (buttons == 0 ? "none" : String.valueOf(buttons))
                        : "takes no value for button " + place + ", which is "
                                + SlotWords.button(content.buttons().get(place - 1)));
    }

    private void missingButton(int place, TemplateContent.Button button) {
        boolean isCoupon = button.kind() == TemplateContent.Kind.COPY_CODE;
        find(
                TemplateRule.SLOT_MISSING,
                "message.buttons",
                "wants " + (isCoupon ? "a code" : "the end of the web address") + " for button " + place,
                "write `" + place + ": \"…\"` under `buttons`");
    }

    /** What is the same for everybody can be judged before anybody's fields are read. */
    private void values() {
        new TemplateRenderer(message, template)
                .fixedFaults()
                .forEach(fault -> find(
                        TemplateRule.VALUE_UNFIT,
                        fault.slot().path(),
                        "does not take what is written for " + fault.slot().words() + ": it has "
                                + fault.kind().words(),
                        TemplateRule.VALUE_UNFIT.mend()));
    }

    private void unknown(String path, String said) {
        find(TemplateRule.SLOT_UNKNOWN, path, said, TemplateRule.SLOT_UNKNOWN.mend());
    }

    private void find(Rule rule, String path, String said, String help) {
        findings.add(
                rule.at(places.apply(path), "`" + template.name() + "` in " + template.language() + " " + said, help));
    }
}
