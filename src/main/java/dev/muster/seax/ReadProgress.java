package dev.muster.seax;

/** Is told how far a long list was read. Always called by the thread that asked for the list. */
@FunctionalInterface
public interface ReadProgress {
    /** Nobody wants to know. */
    ReadProgress UNSEEN = (rows, total) -> {};

    void read(int rows, int total);
}
