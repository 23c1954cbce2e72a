package dev.muster.seax;

import dev.muster.diagnostic.EnvironmentException;
import dev.muster.outcome.SeenIds;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * One way through a list that changes meanwhile, page by page. Whoever is in the list all the time is read; who is read again
 * is handed over again. It ends, or says why the list cannot be read.
 *
 * <p>It relies on one thing: rows keep their order. They may be added at one end, oldest or newest first, and may go anywhere.
 * Each page must begin with a row that was read before. Where it does not, rows before it went away, and the walk steps back
 * until a page joins on: so no row between two pages is missed.
 */
final class ListWalk<T> {
    /** So often nothing that was read may be found again. */
    private static final int MOST_RESTARTS = 3;

    /** So often both the last row and what follows it are asked for together. */
    private static final int MOST_ALONE = 3;

    /** So often in a row nothing may stand where a row was read. */
    private static final int MOST_HOLES = 8;

    /** A list may grow while it is read, and not to several times of what SeaX counts. */
    private static final int MOST_GROWTH = 3;

    private static final int SMALL_LIST = 10_000;

    /** Even of the longest list, in the largest pages. */
    private static final int MOST_PAGES = 30_000;

    private final SeaxList<T> listing;
    private final PageSource<T> pages;
    private final int maxRows;
    private final SeenIds read;
    private final Consumer<T> sink;
    private final ReadProgress progress;
    private final ListTail<T> tail;

    private int asked;
    private int restarts;
    private int pagesWithNews;
    private int removed;
    private int alone;
    private int holes;

    /** @param read the ids of rows that need not be handed over again; what is read is added to it */
    ListWalk(MovingList.Walks<T> walks, SeenIds read) {
        this.listing = walks.listing();
        this.pages = walks.pages();
        this.maxRows = walks.maxRows();
        this.sink = walks.sink();
        this.progress = walks.progress();
        this.read = read;
        this.tail = new ListTail<>(listing, pages);
    }

    /** Reads from a place to the end, and says how many rows were seen to go, and to come. */
    ListTail<T> walk(int from) {
        var page = from == 0 ? ask(0) : joined(from - 1);
        tail.begin(page);
        take(page);
        for (var next = after(page); next.isPresent(); next = after(next.get())) {
            take(next.get());
        }
        if (pagesWithNews > 1 && !tail.isOldestFirst()) {
            readFront();
        }
        progress.end();
        return tail;
    }

    /** How many rows were seen to go. */
    int removed() {
        return removed;
    }

    private SeaxPage<T> ask(int offset) {
        if (++asked > MOST_PAGES) {
            throw unusable("it has no end after " + MOST_PAGES + " pages");
        }
        var page = pages.page(offset);
        requireAllowed(page);
        tail.asked(page);
        return page;
    }

    private void requireAllowed(SeaxPage<T> page) {
        int total = page.total().orElse(0);
        int rows = Math.max(tail.mostRows(), page.rows().size());
        if (total > maxRows) {
            throw tooMany(total);
        }
        // a row at a time of a long list would take days
        if (rows > 0 && total / rows > MOST_PAGES) {
            throw unusable("it gives " + rows + " rows at once, of " + total);
        }
    }

    /** Hands over what a page has. */
    private void take(SeaxPage<T> page) {
        int known = read.size();
        page.rows().forEach(row -> {
            read.add(id(row));
            sink.accept(row);
        });
        int news = read.size() - known;
        pagesWithNews += news > 0 ? 1 : 0;
        tail.taken(page, news);
        progress.read(listing.target().name(), read.size(), page.total());
        if (read.size() > maxRows) {
            throw tooMany(read.size());
        }
        int total = page.total().orElse(0);
        if (pages.isCounted() && read.size() > SMALL_LIST + (long) MOST_GROWTH * total) {
            throw unusable("it gives " + read.size() + " rows where it promises " + total);
        }
    }

    private RuntimeException tooMany(int rows) {
        return listing.target().equals(SeaxWorkspace.CONTACTS.target())
                ? new EnvironmentException(String.format(
                        Locale.ROOT,
                        "The workspace has %,d contacts or more, and its setting `max_contacts` allows %,d. Raise it, or ask"
                                + " why there are so many.",
                        rows,
                        maxRows))
                : unusable("it has more than " + maxRows + " rows");
    }

    /** The page that goes on where one ends, or that shows what stands there now; nothing at the end of the list. */
    private Optional<SeaxPage<T>> after(SeaxPage<T> page) {
        if (tail.isEnd(page, read, restarts > 0)) {
            return Optional.empty();
        }
        if (page.rows().size() == 1 && page.offset() == 0) {
            return afterAlone(page);
        }
        var next = joined(page.last());
        boolean isNew = next.rows().stream().anyMatch(row -> !isRead(row));
        return isNew || next.rows().size() > 1 ? Optional.of(next) : afterAlone(next);
    }

    /** The page at a place, or one before it that begins with a row which was read; at the very beginning any page joins. */
    private SeaxPage<T> joined(int place) {
        var page = ask(place);
        boolean isEmpty = page.rows().isEmpty();
        for (int back = 1; page.offset() > 0 && !joins(page); back *= 2) {
            page = ask(Math.max(0, page.offset() - back));
        }
        requireNoHole(isEmpty && page.rows().stream().allMatch(this::isRead), place);
        noteShift(page, place);
        return page;
    }

    /** A list that loses rows is shorter than it was once or twice; one that goes on so gives nothing where it has rows. */
    private void requireNoHole(boolean isHole, int place) {
        holes = isHole ? holes + 1 : 0;
        if (holes > MOST_HOLES) {
            throw new ListMovedException(
                    listing.target(), "it gives no rows at place " + place + ", where it had some");
        }
    }

    private boolean joins(SeaxPage<T> page) {
        return !page.rows().isEmpty() && isRead(page.rows().get(0));
    }

    /** Where what was read last stands now shows how many rows before it went away. */
    private void noteShift(SeaxPage<T> page, int place) {
        if (page.offset() == 0 && place > 0 && !joins(page) && ++restarts > MOST_RESTARTS) {
            throw new ListMovedException(listing.target(), "no page of it has a row that was read before");
        }
        int known = 0;
        while (known < page.rows().size() && isRead(page.rows().get(known))) {
            known++;
        }
        if (page.offset() < place && known > 0) {
            removed += Math.max(0, place - (page.offset() + known - 1));
        }
    }

    /**
     * What follows a row that came alone, where it is the last one: nothing, if SeaX's count says so. Otherwise the next place
     * is looked at, and counts only if the row is in its place still. A server that can give several rows is asked for both
     * again, some times.
     */
    private Optional<SeaxPage<T>> afterAlone(SeaxPage<T> alone) {
        if (alone.rows().isEmpty() || (alone.offset() > 0 && alone.isPromisedEnd())) {
            return Optional.empty();
        }
        var next = ask(alone.end());
        boolean isEnd = next.rows().isEmpty() && isStill(alone);
        boolean mayFollow = tail.mostRows() == 1 || ++this.alone % MOST_ALONE == 0;
        boolean follows = mayFollow && !next.rows().isEmpty() && isStill(alone);
        return isEnd ? Optional.empty() : Optional.of(follows ? next : alone);
    }

    private boolean isStill(SeaxPage<T> page) {
        var now = ask(page.offset()).rows();
        return !now.isEmpty() && id(now.get(0)).equals(id(page.rows().get(0)));
    }

    /** Where rows may be added before the first page, those are read up to a row that was there. */
    private void readFront() {
        Set<String> added = new HashSet<>();
        for (var next = Optional.of(ask(0)); next.isPresent(); next = after(next.get())) {
            var ids = next.get().rows().stream().map(listing.id()).toList();
            boolean reached = ids.isEmpty() || ids.stream().anyMatch(id -> read.contains(id) && !added.contains(id));
            ids.stream().filter(id -> !read.contains(id)).forEach(added::add);
            take(next.get());
            if (reached) {
                return;
            }
        }
    }

    private boolean isRead(T row) {
        return read.contains(id(row));
    }

    private String id(T row) {
        return listing.id().apply(row);
    }

    private RuntimeException unusable(String why) {
        return listing.target().unusable(why);
    }
}
