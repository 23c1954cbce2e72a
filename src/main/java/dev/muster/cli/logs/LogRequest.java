package dev.muster.cli.logs;

import dev.muster.cli.command.Masking;
import dev.muster.model.RemoteId;
import dev.muster.outcome.Delivery;
import dev.muster.report.LogFormat;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Which rows of a log are wanted, in which form, and where they go.
 *
 * @param statuses in lower case; none asks for all
 */
record LogRequest(List<String> statuses, Optional<LogFormat> named, Optional<Path> output, boolean unmask) {
    LogRequest {
        statuses = statuses.stream()
                .map(status -> status.strip().toLowerCase(Locale.ROOT))
                .filter(status -> !status.isEmpty())
                .toList();
    }

    boolean isForAll() {
        return statuses.isEmpty();
    }

    boolean asksFor(Delivery row) {
        return isForAll() || row.isIn(statuses);
    }

    /** The statuses in words. */
    String asked() {
        return String.join(" or ", statuses);
    }

    Delivery shown(Delivery row) {
        return unmask ? row : Masking.delivery(row);
    }

    /** The form that was named, else the one that the file's name ends with. */
    LogFormat format(boolean json) {
        return named.or(() -> output.flatMap(LogRequest::byName)).orElse(json ? LogFormat.JSONL : LogFormat.TABLE);
    }

    private static Optional<LogFormat> byName(Path file) {
        var name = file.toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".csv")) {
            return Optional.of(LogFormat.CSV);
        }
        return name.endsWith(".jsonl") ? Optional.of(LogFormat.JSONL) : Optional.empty();
    }

    /** Two requests of one kind write the same rows. */
    String kind(RemoteId campaign, LogFormat format) {
        return String.join("|", campaign.value(), format.name(), String.valueOf(statuses), String.valueOf(unmask));
    }
}
