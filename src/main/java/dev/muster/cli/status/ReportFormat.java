package dev.muster.cli.status;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** How a report of what became of campaigns is written. */
enum ReportFormat {
    HTML,
    JSON,
    MARKDOWN;

    /** The form that a file's name ends with. */
    static Optional<ReportFormat> of(Path file) {
        var name = file.toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".html")) {
            return Optional.of(HTML);
        }
        if (name.endsWith(".json")) {
            return Optional.of(JSON);
        }
        return name.endsWith(".md") ? Optional.of(MARKDOWN) : Optional.empty();
    }
}
