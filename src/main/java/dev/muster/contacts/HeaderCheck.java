package dev.muster.contacts;

import dev.muster.diagnostic.Diagnostic;
import dev.muster.diagnostic.Place;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** Whether a file's first row names its columns, each once, and a number among them. */
record HeaderCheck(String file, Tally tally) {
    Optional<Header> check(List<Cell> cells) {
        var header = Header.of(cells);
        if (!header.hasNumbers()) {
            tally.found(withoutNumbers());
            return Optional.empty();
        }
        checkNames(cells, header);
        return Optional.of(header);
    }

    private void checkNames(List<Cell> cells, Header header) {
        var seen = new HashSet<String>();
        for (int at = 0; at < cells.size(); at++) {
            var name = header.columns().get(at);
            if (!name.isEmpty() && !seen.add(name)) {
                tally.found(error(
                        cells.get(at),
                        "contacts/column-twice",
                        "there are two columns \"" + name + "\", and only one could be imported",
                        "rename one of them"));
            }
        }
    }

    private Diagnostic withoutNumbers() {
        return Diagnostic.error(
                "contacts/no-number-column",
                Place.of(file),
                "the first row names no column \"phone\" or \"whatsapp\"",
                "begin the file with a row of column names: name,phone,whatsapp,labels, and any field of your own");
    }

    private Diagnostic error(Cell cell, String rule, String message, String help) {
        return Diagnostic.error(rule, new Place(file, cell.line(), cell.column(), ""), message, help);
    }
}
