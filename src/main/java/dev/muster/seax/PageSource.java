package dev.muster.seax;

/** Where the pages of one list come from. */
interface PageSource<T> {
    /** As many rows from {@code offset} on as come at once. */
    SeaxPage<T> page(int offset);

    /** How many rows are asked for at once; it may fall. */
    int limit();

    /** Whether SeaX was seen to count the rows of this list, and not those of a page. */
    boolean isCounted();
}
