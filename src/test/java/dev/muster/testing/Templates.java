package dev.muster.testing;

import dev.muster.model.Sha256;
import dev.muster.model.Template;
import dev.muster.model.TemplateContent;
import dev.muster.model.TemplateContent.Button;
import dev.muster.model.TemplateContent.Header;
import dev.muster.model.TemplateContent.Kind;
import dev.muster.model.TemplateMessage.MediaKind;
import dev.muster.model.text.TemplateText;
import java.util.List;
import java.util.Optional;

/** Templates as SeaX lists them, part by part: an approved one of the category MARKETING, in en_US, unless it says otherwise. */
public record Templates(
        String name,
        String language,
        String status,
        String category,
        boolean positional,
        Optional<Header> header,
        String body,
        Optional<String> footer,
        List<Button> buttons,
        Optional<String> unusable) {
    public static final Button STOP = new Button(Kind.QUICK_REPLY, "Stop promotions", Optional.empty(), false);
    public static final Button CODE = new Button(Kind.COPY_CODE, "Copy code", Optional.empty(), true);
    public static final Button CALL = new Button(Kind.PHONE_NUMBER, "Call us", Optional.empty(), false);

    /** With nothing but this text and a quick reply; slots with names. */
    public static Templates named(String name, String body) {
        return new Templates(
                name,
                "en_US",
                "APPROVED",
                "MARKETING",
                false,
                Optional.empty(),
                body,
                Optional.empty(),
                List.of(STOP),
                Optional.empty());
    }

    /** The same with slots that are counted. */
    public static Templates counted(String name, String body) {
        var named = named(name, body);
        return new Templates(
                name,
                named.language,
                named.status,
                named.category,
                true,
                named.header,
                body,
                named.footer,
                named.buttons,
                named.unusable);
    }

    /** A button to an address that begins so; with a slot each person has their own. */
    public static Button link(String address, boolean slot) {
        return new Button(Kind.URL, "Shop", Optional.of(address), slot);
    }

    public Templates in(String other) {
        return new Templates(name, other, status, category, positional, header, body, footer, buttons, unusable);
    }

    public Templates status(String other) {
        return new Templates(name, language, other, category, positional, header, body, footer, buttons, unusable);
    }

    public Templates category(String other) {
        return new Templates(name, language, status, other, positional, header, body, footer, buttons, unusable);
    }

    /** With this text above; it has one slot at most. */
    public Templates header(String text) {
        var slot = TemplateText.parse(text).names().stream().findFirst();
        return header(new Header.Text(text, slot));
    }

    public Templates header(MediaKind kind) {
        return header(new Header.Media(kind));
    }

    private Templates header(Header other) {
        return new Templates(
                name, language, status, category, positional, Optional.of(other), body, footer, buttons, unusable);
    }

    public Templates footer(String text) {
        return new Templates(
                name, language, status, category, positional, header, body, Optional.of(text), buttons, unusable);
    }

    public Templates buttons(Button... others) {
        return new Templates(
                name, language, status, category, positional, header, body, footer, List.of(others), unusable);
    }

    public Templates withoutButtons() {
        return buttons(new Button[0]);
    }

    public Templates unusable(String why) {
        return new Templates(
                name, language, status, category, positional, header, body, footer, buttons, Optional.of(why));
    }

    /** As it is read. */
    public Template listed() {
        return new Template(
                name + "-" + language,
                name,
                language,
                status,
                category,
                positional,
                Optional.of(body),
                Optional.of(content()));
    }

    private TemplateContent content() {
        var digest = Sha256.of(List.of(header, body, footer, buttons).toString());
        var slots = TemplateText.parse(body).names();
        return new TemplateContent(
                header, body, positional ? slots.stream().sorted().toList() : slots, footer, buttons, unusable, digest);
    }
}
