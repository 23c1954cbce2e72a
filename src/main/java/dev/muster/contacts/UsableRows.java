package dev.muster.contacts;

import java.util.List;

/** Takes the rows of a file that can be imported. */
public interface UsableRows {
    /** For who only wants to know what is in a file. */
    UsableRows UNSEEN = new UsableRows() {
        @Override
        public void begin(List<String> columns) {}

        @Override
        public void row(ContactLine line) {}
    };

    /** Called once, before the first row, with the file's columns. */
    void begin(List<String> columns);

    void row(ContactLine line);
}
