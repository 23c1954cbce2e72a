package dev.muster.seax;

import dev.muster.outcome.SeenIds;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Judges where a list ends that changes while it is read, by the pages that came so far. */
final class ListTail<T> {
    /** So many pages in a row may tell nothing new. */
    private static final int MOST_FRUITLESS = 40;

    /** So many pages in a row come at the end of a list only: not full, and with next to nothing new. */
    private static final int MOST_AT_TAIL = 20;

    private static final int FEW_ROWS = 10;

    /** So often other places may have the rows of the first by chance. */
    private static final int MOST_REPEATS = 4;

    private final SeaxList<T> listing;
    private final PageSource<T> pages;
    private List<String> firstIds = List.of();
    private OptionalInt firstTotal = OptionalInt.empty();
    private OptionalInt lastTotal = OptionalInt.empty();
    private Optional<SeaxPage<T>> before = Optional.empty();
    private boolean isRising = true;
    private boolean isFalling = true;
    private boolean isUneven;
    private boolean isLeft;
    private boolean isFirstCounted;
    private int least = Integer.MAX_VALUE;
    private int limit;
    private int mostRows;
    private int fruitless;
    private int atTail;
    private int repeats;

    ListTail(SeaxList<T> listing, PageSource<T> pages) {
        this.listing = listing;
        this.pages = pages;
    }

    /** Notes the first page. */
    void begin(SeaxPage<T> page) {
        firstTotal = page.total();
        isFirstCounted = page.showsCount();
        firstIds = ids(page);
    }

    /** Notes any page that was asked for. */
    void asked(SeaxPage<T> page) {
        if (page.offset() > 0) {
            boolean isFirstAgain = !page.rows().isEmpty() && ids(page).equals(firstIds);
            repeats = isFirstAgain ? repeats + 1 : 0;
        }
    }

    /** Notes a page that was taken, with so many rows that are new. */
    void taken(SeaxPage<T> page, int news) {
        isRising &= before.map(last -> last.times().goesOnRising(page.times()))
                .orElse(page.times().isRising());
        isFalling &= before.map(last -> last.times().goesOnFalling(page.times()))
                .orElse(page.times().isFalling());
        before = Optional.of(page);
        lastTotal = page.total();
        least = Math.min(least, page.total().orElse(0));
        fruitless = news > 0 ? 0 : fruitless + 1;
        noteSize(page.rows().size(), news);
        if (fruitless > MOST_FRUITLESS) {
            throw new ListMovedException(listing.target(), "it repeats rows that were read, and does not end");
        }
    }

    /** A server whose pages are not equally large gives more after one that is not full. */
    private void noteSize(int rows, int news) {
        boolean isSameLimit = limit == pages.limit();
        limit = pages.limit();
        mostRows = isSameLimit ? Math.max(mostRows, rows) : rows;
        boolean isNextToNothing = news <= Math.min(FEW_ROWS, mostRows / 2);
        isUneven |= atTail > 0 && !isNextToNothing;
        atTail = rows < mostRows && isNextToNothing ? atTail + 1 : 0;
    }

    int mostRows() {
        return mostRows;
    }

    /** Whether the order in which the list was asked for is the one in which it came, with new rows at its end. */
    boolean isOldestFirst() {
        return isRising
                && listing.order().filter(order -> order.endsWith(":asc")).isPresent();
    }

    /**
     * Whether nothing follows this page, of what was there at the beginning.
     *
     * @param read what was read so far, in one stretch from the beginning unless {@code restarted}
     */
    boolean isEnd(SeaxPage<T> page, SeenIds read, boolean restarted) {
        return (page.rows().isEmpty() && page.offset() == 0)
                || isCountedEnd(page)
                || (!restarted && isAllCounted(page, read))
                || isOldEnough(page)
                || isRepeatedWhole(page)
                || isWornOut();
    }

    private boolean isCountedEnd(SeaxPage<T> page) {
        return pages.isCounted() && page.isPromisedEnd() && isPartial(page) && repeats == 0;
    }

    /** A list that grows faster than it is read would be followed for ever. */
    private boolean isAllCounted(SeaxPage<T> page, SeenIds read) {
        int then = firstTotal.orElse(0);
        return pages.isCounted() && isPartial(page) && page.offset() > 0 && then > 0 && read.size() >= then;
    }

    private boolean isPartial(SeaxPage<T> page) {
        return page.rows().size() < (page.offset() == 0 ? pages.limit() : mostRows);
    }

    /** Only a list that really is in order may be left before its end. */
    private boolean isOldEnough(SeaxPage<T> page) {
        isLeft |= isFalling
                && listing.since()
                        .filter(since ->
                                page.times().last().filter(since::isAfter).isPresent())
                        .isPresent();
        return isLeft;
    }

    /** Every place of the list has the same rows: then it comes at once, or it cannot be read. */
    private boolean isRepeatedWhole(SeaxPage<T> page) {
        if (repeats < MOST_REPEATS || !ids(pages.page(0)).equals(firstIds)) {
            return false;
        }
        boolean isAll = page.total().isPresent()
                ? page.total().getAsInt() == page.rows().size()
                : listing.kind() == SeaxList.Kind.UNPAGED;
        if (!isAll) {
            throw listing.target().unusable("it gives the same rows at every place");
        }
        return true;
    }

    private boolean isWornOut() {
        if (atTail >= MOST_AT_TAIL && isUneven) {
            throw new ListMovedException(listing.target(), "it grows as fast as it is read");
        }
        return atTail >= MOST_AT_TAIL;
    }

    /** What was seen, once {@code rows} were read and {@code removed} were seen to go. */
    ListReading reading(int rows, int removed) {
        if (isLeft || !pages.isCounted() || firstTotal.isEmpty() || lastTotal.isEmpty()) {
            return new ListReading(rows, 0, removed, OptionalInt.empty());
        }
        int added = isFirstCounted ? Math.max(0, lastTotal.getAsInt() - firstTotal.getAsInt() + removed) : 0;
        return new ListReading(rows, added, removed, OptionalInt.of(least));
    }

    private List<String> ids(SeaxPage<T> page) {
        return page.rows().stream().map(listing.id()).toList();
    }
}
