package dev.muster.cli.env;

import dev.muster.seax.ReadProgress;
import java.io.PrintStream;
import java.util.Locale;

/** One line on a terminal that says how far a long list was read; it is gone when the list is there. */
public final class ReadProgressLine implements ReadProgress {
    /** What is read in a moment needs no line. */
    private static final int LONG_LIST = 10_000;

    private final PrintStream err;

    private ReadProgressLine(PrintStream err) {
        this.err = err;
    }

    /** A line where progress may be shown, else nothing. */
    public static ReadProgress on(ProgramEnvironment surroundings) {
        return surroundings.showsProgress() ? new ReadProgressLine(surroundings.err()) : ReadProgress.UNSEEN;
    }

    @Override
    public void read(int rows, int total) {
        if (total >= LONG_LIST) {
            var line = String.format(Locale.ROOT, "reading %,d of %,d", rows, total);
            err.print("\r" + line + (rows < total ? "" : "\r" + " ".repeat(line.length()) + "\r"));
            err.flush();
        }
    }
}
