package dev.muster.cli.command;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Standard output or error, in UTF-8 whatever the locale says: the plan shows messages as they will be read. It remembers why
 * it could not be written.
 */
public final class StandardOutput extends PrintStream {
    private final Watched watched;

    private StandardOutput(Watched watched) {
        super(watched, false, StandardCharsets.UTF_8);
        this.watched = watched;
    }

    public static StandardOutput over(OutputStream stream) {
        return new StandardOutput(new Watched(stream));
    }

    /** What the system said when a write failed for the first time. */
    public Optional<String> failure() {
        return Optional.ofNullable(watched.failure);
    }

    private static final class Watched extends FilterOutputStream {
        private volatile @Nullable String failure;

        private Watched(OutputStream stream) {
            super(stream);
        }

        @Override
        public void write(byte[] bytes, int from, int count) throws IOException {
            try {
                out.write(bytes, from, count);
            } catch (IOException e) {
                failure = failure == null ? e.getMessage() : failure;
                throw e;
            }
        }
    }
}
