package dev.muster.cli.env;

import java.util.Locale;

/** One line on standard error with a bar that fills, where progress may be shown; elsewhere nothing. */
public final class ProgressBar {
    private static final int WIDTH = 24;

    private final ProgramEnvironment surroundings;
    private int length;

    public ProgressBar(ProgramEnvironment surroundings) {
        this.surroundings = surroundings;
    }

    public void show(String what, int done, int total) {
        if (surroundings.showsProgress()) {
            int filled = total > 0 ? (int) ((long) WIDTH * Math.min(done, total) / total) : 0;
            var line = String.format(
                    Locale.ROOT,
                    "%s %s%s %,d of %,d",
                    what,
                    "█".repeat(filled),
                    "░".repeat(WIDTH - filled),
                    done,
                    total);
            surroundings.err().print("\r" + line);
            surroundings.err().flush();
            length = line.length();
        }
    }

    /** Takes the line away. */
    public void end() {
        if (length > 0) {
            surroundings.err().print("\r" + " ".repeat(length) + "\r");
            surroundings.err().flush();
        }
    }
}
