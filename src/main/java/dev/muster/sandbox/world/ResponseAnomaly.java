package dev.muster.sandbox.world;

/** A way in which an answer can be well formed and still wrong. */
public enum ResponseAnomaly {
    /** The newest campaign is not in the list yet. */
    NEWEST_MISSING,
    /** The total differs from page to page. */
    TOTAL_CHANGES,
    /** Every page but the first begins with the last row of the page before. */
    REPEATED_IDS,
    /** The last row of each page but the last is gone by the time the next page is asked for. */
    VANISHING_IDS,
    /** No page has more than 50 rows, whatever the limit says. */
    PAGE_CAP,
    /** Every name carries terminal escapes, line breaks, a bidi override and commands to a CI runner. */
    HOSTILE_NAMES,
    /** The campaign is kept as a draft. */
    DRAFT
}
