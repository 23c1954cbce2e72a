package dev.muster.report.html;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import java.util.Locale;

/**
 * A drawing as markup of our own; whatever text goes into it is escaped here. Horizontal places and widths are percentages,
 * vertical ones pixels: a drawing takes the width it is given and its letters keep their size.
 */
final class Svg implements Content {
    private final StringBuilder markup = new StringBuilder();

    private Svg() {}

    /** A drawing that is named and described for those who do not see it; {@code id} must be unique on its page. */
    static Svg figure(String id, String kind, int height, String title, String description) {
        var svg = new Svg();
        svg.markup.append(String.format(
                Locale.ROOT,
                "<svg class=\"%s\" role=\"img\" aria-labelledby=\"%s-t %s-d\" width=\"100%%\" height=\"%d\">",
                kind,
                id,
                id,
                height));
        return svg.element("title", id + "-t", title).element("desc", id + "-d", description);
    }

    private Svg element(String name, String id, String text) {
        markup.append('<').append(name).append(" id=\"").append(id).append("\">");
        markup.append(escaped(text)).append("</").append(name).append('>');
        return this;
    }

    /** A box from {@code x} percent on, {@code width} percent wide. */
    Svg box(String kind, double x, int y, double width, int height) {
        markup.append(String.format(
                Locale.ROOT,
                "<rect class=\"%s\" x=\"%s\" y=\"%d\" width=\"%s\" height=\"%d\"/>",
                kind,
                percent(x),
                y,
                percent(width),
                height));
        return this;
    }

    /** The same with round corners. */
    Svg pill(String kind, double x, int y, double width, int height) {
        markup.append(String.format(
                Locale.ROOT,
                "<rect class=\"%s\" x=\"%s\" y=\"%d\" width=\"%s\" height=\"%d\" rx=\"3\"/>",
                kind,
                percent(x),
                y,
                percent(width),
                height));
        return this;
    }

    /** Text that begins there. */
    Svg text(String kind, double x, int y, String text) {
        return text(kind, "start", x, y, text);
    }

    /** Text that ends there. */
    Svg textTo(String kind, double x, int y, String text) {
        return text(kind, "end", x, y, text);
    }

    /** Text around that place. */
    Svg textAround(String kind, double x, int y, String text) {
        return text(kind, "middle", x, y, text);
    }

    private Svg text(String kind, String anchor, double x, int y, String text) {
        markup.append(String.format(
                Locale.ROOT, "<text class=\"%s\" text-anchor=\"%s\" x=\"%s\" y=\"%d\">", kind, anchor, percent(x), y));
        markup.append(escaped(text)).append("</text>");
        return this;
    }

    /** The finished drawing. */
    String markup() {
        return markup + "</svg>";
    }

    @Override
    public void writeTo(TemplateOutput output) {
        output.writeContent(markup());
    }

    /** How much of the whole a part is, in percent. */
    static double share(long part, long whole) {
        return whole == 0 ? 0 : 100.0 * part / whole;
    }

    private static String percent(double value) {
        return String.format(Locale.ROOT, "%.2f%%", value);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&#34;")
                .replace("'", "&#39;");
    }
}
