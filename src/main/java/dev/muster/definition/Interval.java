package dev.muster.definition;

import java.time.Duration;

/** How often something happens: {@code PT0.1S} is ten times a second. */
public record Interval(Duration value) {
    /** What it looks like; the published schemas use the same expression. */
    public static final String FORM =
            "^P(?=.*[1-9])([0-9]{1,5}D)?" + "(T(?=[0-9])([0-9]{1,5}H)?([0-9]{1,5}M)?([0-9]{1,5}(\\.[0-9]{1,3})?S)?)?$";

    static Interval parse(String text) {
        return new Interval(Duration.parse(text));
    }
}
