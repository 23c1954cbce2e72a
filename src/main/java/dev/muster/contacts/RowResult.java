package dev.muster.contacts;

import dev.muster.diagnostic.Place;
import dev.muster.diagnostic.Rule;
import dev.muster.diagnostic.Severity;

/** What is found in one row; after an error the row is refused. */
final class RowResult {
    private final String file;
    private final FileCounts tally;
    private boolean isRefused;
    private int rewritten;

    RowResult(String file, FileCounts tally) {
        this.file = file;
        this.tally = tally;
    }

    void refuse(Cell cell, Rule rule, String message, String help) {
        isRefused = true;
        add(Severity.ERROR, cell, rule, message, help);
    }

    void warn(Cell cell, Rule rule, String message, String help) {
        add(Severity.WARNING, cell, rule, message, help);
    }

    /** A number is brought to another form. */
    void rewrite() {
        rewritten++;
    }

    /** Whether the whole file could be decoded. */
    boolean isDecoded() {
        return tally.isDecoded();
    }

    int rewritten() {
        return rewritten;
    }

    boolean isRefused() {
        return isRefused;
    }

    private void add(Severity severity, Cell cell, Rule rule, String message, String help) {
        tally.found(rule.at(severity, new Place(file, cell.line(), cell.column(), ""), message, help));
    }
}
