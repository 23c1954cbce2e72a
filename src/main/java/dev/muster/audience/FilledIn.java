package dev.muster.audience;

import java.util.List;

/**
 * How a message reads once it is filled in for everybody of a roster, in numbers only: for how many people, how long it gets
 * for the one with the longest values (in the units of UTF-16 and in code points), what is wrong with the values, and
 * where they make links.
 */
public record FilledIn(int people, int longest, int longestInCodePoints, List<Gap> gaps, Links links) {
    public FilledIn {
        gaps = List.copyOf(gaps);
    }

    /** No value makes a link. */
    public FilledIn(int people, int longest, int longestInCodePoints, List<Gap> gaps) {
        this(people, longest, longestInCodePoints, gaps, Links.NONE);
    }

    /**
     * The links that values make: how many people would read one that leads where it must not, and the host of one of them,
     * masked.
     */
    public record Links(int people, String example) {
        static final Links NONE = new Links(0, "");
    }

    /**
     * One placeholder: how many people have no value for it, how many a blank one, and how many one that WhatsApp does not
     * take (a line break, a tab, more than four spaces in a row).
     */
    public record Gap(String placeholder, int missing, int blank, int unfit) {}
}
