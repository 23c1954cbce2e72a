package dev.muster.template;

import java.util.Comparator;

/**
 * A place of a template that wants a value.
 *
 * @param name the slot's name or number in the text; of a button its place among all buttons, from 1
 */
public record Slot(Part part, String name) {
    public static final Slot HEADER_MEDIA = new Slot(Part.HEADER_MEDIA, "");
    public static final Slot FILENAME = new Slot(Part.FILENAME, "");

    /** In the order of a template, as far as names allow. */
    static final Comparator<Slot> ORDER =
            Comparator.comparing(Slot::part).thenComparingInt(Slot::number).thenComparing(Slot::name);

    private int number() {
        return !name.isEmpty() && name.length() < 9 && name.chars().allMatch(c -> c >= '0' && c <= '9')
                ? Integer.parseInt(name)
                : 0;
    }

    /** What the slot belongs to. */
    public enum Part {
        HEADER_TEXT,
        HEADER_MEDIA,
        FILENAME,
        BODY,
        URL_BUTTON,
        COUPON_BUTTON
    }

    static Slot header(String name) {
        return new Slot(Part.HEADER_TEXT, name);
    }

    static Slot body(String name) {
        return new Slot(Part.BODY, name);
    }

    /** The place of the button is counted from 1. */
    static Slot button(boolean coupon, int place) {
        return new Slot(coupon ? Part.COUPON_BUTTON : Part.URL_BUTTON, String.valueOf(place));
    }

    /** How people call it: {@code the body's `name`}, {@code button 2}. */
    public String words() {
        return switch (part) {
            case HEADER_TEXT -> "the header's `" + name + "`";
            case HEADER_MEDIA -> "the header's address";
            case FILENAME -> "the document's name";
            case BODY -> "the body's `" + name + "`";
            case URL_BUTTON -> "the address of button " + name;
            case COUPON_BUTTON -> "the code of button " + name;
        };
    }

    /** Where a campaign writes its value, such as {@code message.body.name}. */
    public String path() {
        return switch (part) {
            case HEADER_TEXT, HEADER_MEDIA -> "message.header";
            case FILENAME -> "message.header.filename";
            case BODY -> "message.body." + name;
            case URL_BUTTON, COUPON_BUTTON -> "message.buttons." + name;
        };
    }
}
