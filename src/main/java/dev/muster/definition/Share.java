package dev.muster.definition;

/** A share of a whole, from one percent to all of it, written as {@code 60%}. */
public record Share(double value) {
    /** What a share looks like; the published schemas use the same expression. */
    public static final String FORM = "^(100|[1-9][0-9]?(\\.[0-9]+)?)%$";

    static Share parse(String text) {
        return new Share(Double.parseDouble(text.substring(0, text.length() - 1)) / 100);
    }
}
