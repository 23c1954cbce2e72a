package dev.muster.definition;

/** A share of a whole that is still good enough, which may be none of it: {@code 0%}, {@code 0.5%}, {@code 2%}. */
public record ToleratedShare(double value) {
    /** What it looks like; the published schemas use the same expression. */
    public static final String FORM = "^(100|[1-9]?[0-9](\\.[0-9]+)?)%$";

    static ToleratedShare parse(String text) {
        return new ToleratedShare(Share.parse(text).value());
    }
}
