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
    DRAFT,
    /** The answer to a campaign by numbers counts one destination too few. */
    ANOTHER_TOTAL,
    /** The answer to a campaign by numbers has another name. */
    ANOTHER_NAME,
    /** The first destination of a campaign by numbers is refused, and with it the whole request. */
    DESTINATION_REFUSED,
    /** The first destination of a campaign by numbers is refused, and everybody else was messaged. */
    OTHERS_SENT
}
