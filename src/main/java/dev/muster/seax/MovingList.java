package dev.muster.seax;

import dev.muster.outcome.SeenIds;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * Reads lists that change while they are read. Whoever is in a list during the whole reading is read; a row that is handed
 * over again takes the place of its earlier reading. What a list promises ends no reading. Only where SeaX counts more rows
 * than it gave is the list read again, three times at most.
 */
record MovingList(ListPages pages, ReadProgress progress) {
    private static final int READINGS = 3;

    /** Every row, in the order in which it was first read. */
    <T> List<T> all(SeaxList<T> listing) {
        var rows = new LinkedHashMap<String, T>();
        each(listing, row -> rows.put(listing.id().apply(row), row), maxRows());
        return List.copyOf(rows.values());
    }

    /** Hands over every row of a list of {@code maxRows} at most, as it is read. */
    <T> ListReading each(SeaxList<T> listing, Consumer<T> rows, int maxRows) {
        return read(walks(listing, maxRows, rows), 0, new SeenIds());
    }

    /** Hands over the rows that are not known, each once, from a place on where those before are known. */
    <T> void unknown(SeaxList<T> listing, int from, SeenIds known, Consumer<T> rows) {
        Consumer<T> sink = row -> {
            if (known.add(listing.id().apply(row))) {
                rows.accept(row);
            }
        };
        read(walks(listing, maxRows(), sink), from, from > 0 ? known.copy() : new SeenIds());
    }

    /**
     * How many rows the list has by SeaX's own count; empty where SeaX does not count it. A number that may be that of the
     * page is held against the next place.
     */
    OptionalInt count(SeaxList<?> listing) {
        var page = pages.page(listing, 0, 1);
        int rows = page.rows().size();
        int total = page.total().orElse(rows);
        boolean isCount = total > rows || (total == rows && (rows == 0 || isLast(listing, page)));
        return isCount ? OptionalInt.of(total) : OptionalInt.empty();
    }

    private boolean isLast(SeaxList<?> listing, SeaxPage<?> only) {
        return (only.total().isPresent() && pages.isCounted(listing.target()))
                || pages.page(listing, 1, 1).rows().isEmpty();
    }

    int maxRows() {
        return pages.reads().maxRows();
    }

    private <T> Walks<T> walks(SeaxList<T> listing, int maxRows, Consumer<T> sink) {
        return new Walks<>(listing, pages.source(listing), maxRows, progress, sink);
    }

    /** Ways through one list. */
    record Walks<T>(SeaxList<T> listing, PageSource<T> pages, int maxRows, ReadProgress progress, Consumer<T> sink) {
        /** The same, but the ids that are read are added here, too. */
        private Walks<T> addingTo(SeenIds read) {
            return new Walks<>(listing, pages, maxRows, progress, row -> {
                read.add(listing.id().apply(row));
                sink.accept(row);
            });
        }
    }

    /**
     * Reads again what is missing by SeaX's own count, and what moved too much; {@code read} has the ids of what need not be
     * read, and gets those of all rows that are.
     */
    static <T> ListReading read(Walks<T> walks, int from, SeenIds read) {
        var seen = new ListReading(0, 0, 0, OptionalInt.empty());
        for (int readings = 1; readings <= READINGS; readings++) {
            boolean isFirst = readings == 1;
            var walk = isFirst ? new ListWalk<>(walks, read) : new ListWalk<>(walks.addingTo(read), new SeenIds());
            try {
                seen = walk.walk(isFirst ? from : 0).reading(read.size(), walk.removed());
                if (seen.missing() == 0) {
                    return seen;
                }
            } catch (ListMovedException moved) {
                if (readings == READINGS) {
                    throw moved;
                }
            }
        }
        requireComplete(walks.listing(), seen);
        return seen;
    }

    private static void requireComplete(SeaxList<?> listing, ListReading seen) {
        if (seen.rows() == 0) {
            throw listing.target().unusable("it promises " + seen.missing() + " rows and gives none");
        }
        if (listing.kind() == SeaxList.Kind.COMPLETE) {
            throw listing.target()
                    .unusable("of the " + seen.total().orElse(0) + " rows that it promises it gave " + seen.rows()
                            + " in " + READINGS + " readings");
        }
    }
}
