package dev.muster.seax;

import java.util.OptionalInt;

/** Is told how far a long list was read. Always called by the thread that asked for the list. */
public interface ReadProgress {
    /** Nobody wants to know. */
    ReadProgress UNSEEN = new ReadProgress() {
        @Override
        public void read(String list, int rows, OptionalInt total) {}

        @Override
        public void end() {}
    };

    /** So many rows of a list were read, of so many if SeaX counts them. */
    void read(String list, int rows, OptionalInt total);

    /** The list was read. */
    void end();
}
