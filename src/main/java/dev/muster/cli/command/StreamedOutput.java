package dev.muster.cli.command;

import java.io.IOException;
import java.io.Writer;

/** An output that writes itself piece by piece, because it may be too long to be held. */
@FunctionalInterface
public interface StreamedOutput {
    void to(Writer out) throws IOException;
}
