package dev.muster.cli.env;

import dev.muster.seax.ReadProgress;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.LongSupplier;

/**
 * One line on a terminal that says how far a long list was read, and how long the rest takes. It is gone when the list is there.
 */
public final class ReadProgressLine implements ReadProgress {
    /** What is read in a moment needs no line. */
    private static final int LONG_LIST = 10_000;

    private final PrintStream err;
    private final int columns;
    private final LongSupplier nanos;
    private long began;
    private int width;

    ReadProgressLine(PrintStream err, int columns, LongSupplier nanos) {
        this.err = err;
        this.columns = columns;
        this.nanos = nanos;
    }

    /** A line where progress may be shown, else nothing. */
    public static ReadProgress on(ProgramEnvironment surroundings) {
        return surroundings.showsProgress()
                ? new ReadProgressLine(surroundings.err(), surroundings.drawnWidth(), System::nanoTime)
                : ReadProgress.UNSEEN;
    }

    @Override
    public void read(String list, int rows, OptionalInt total) {
        if (began == 0) {
            began = nanos.getAsLong();
        } else if (Math.max(rows, total.orElse(0)) >= LONG_LIST) {
            show(total.orElse(0) > rows ? line(list, rows, total.getAsInt()) : line(list, rows));
        }
    }

    private static String line(String list, int rows) {
        return String.format(Locale.ROOT, "reading %s: %,d", list, rows);
    }

    private String line(String list, int rows, int total) {
        var spent = Duration.ofNanos(nanos.getAsLong() - began);
        long seconds = 1 + spent.toMillis() * (total - rows) / rows / 1_000;
        var left = seconds < 120 ? seconds + " s" : (seconds + 30) / 60 + " min";
        return String.format(Locale.ROOT, "reading %s: %,d of %,d, about %s left", list, rows, total, left);
    }

    private void show(String whole) {
        var line = whole.substring(0, Math.min(whole.length(), columns - 1));
        err.print("\r" + line + " ".repeat(Math.max(0, width - line.length())));
        err.flush();
        width = line.length();
    }

    @Override
    public void end() {
        began = 0;
        if (width > 0) {
            err.print("\r" + " ".repeat(width) + "\r");
            err.flush();
            width = 0;
        }
    }
}
