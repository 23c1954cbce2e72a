package dev.muster.cli.logs;

import dev.muster.cli.command.CommandContext;
import dev.muster.cli.env.WorkspaceClient;
import dev.muster.diagnostic.Characters;
import dev.muster.lock.LockEntry;
import dev.muster.outcome.Delivery;
import dev.muster.outcome.FailureCauses;
import dev.muster.outcome.FailureCodes;
import dev.muster.outcome.SeenIds;
import dev.muster.report.CausesText;
import dev.muster.report.Numbers;
import java.nio.file.Path;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Reads the log of one campaign and passes each row on as it comes: to the screen or into a file. What the failed ones
 * failed for is counted on the way, over all rows, whichever are shown.
 */
final class LogExport {
    /** A server may have a status of its own for each row; the first ones say enough. */
    private static final int MOST_STATUSES = 20;

    private final CommandContext session;
    private final WorkspaceClient connection;
    private final LogRequest request;
    private final FailureCauses causes = new FailureCauses(FailureCodes.published());
    private final TreeSet<String> statuses = new TreeSet<>();
    private long shown;

    LogExport(CommandContext session, WorkspaceClient connection, LogRequest request) {
        this.session = session;
        this.connection = connection;
        this.request = request;
    }

    /** Only what the failed messages failed for. */
    void tellCauses(LockEntry.Confirmed entry) {
        read(entry, this::count);
        session.console().product(session.json() ? CausesText.json(causes) : CausesText.of(causes));
    }

    /** The rows that were asked for, then what the failed messages failed for. */
    void tellRows(LockEntry.Confirmed entry) {
        request.output().ifPresentOrElse(file -> save(entry, file), () -> print(entry));
        if (shown == 0) {
            session.console().comment(nothing());
        }
        if (causes.contradictory() > 0) {
            session.console()
                    .comment(Numbers.of(causes.contradictory(), "message")
                            + " logged as arrived and as failed, which cannot be: ask SeaX's support");
        }
        if (causes.failed() > 0) {
            session.console().comment("\n" + CausesText.of(causes).stripTrailing());
        }
    }

    private String nothing() {
        return causes.messages() == 0
                ? "SeaX has logged no message of it yet"
                : "None of " + Numbers.of(causes.messages(), "message") + " is " + request.asked() + "; there are: "
                        + String.join(", ", statuses);
    }

    private void read(LockEntry.Confirmed entry, Consumer<Delivery> rows) {
        connection.deliveries().each(entry.remote().id(), 0, new SeenIds(), rows);
    }

    private void count(Delivery row) {
        causes.take(row);
        if (statuses.size() < MOST_STATUSES) {
            statuses.add(Characters.visible(row.status().toLowerCase(Locale.ROOT)));
        }
    }

    private void print(LockEntry.Confirmed entry) {
        var format = request.format(session.json());
        session.console().piece(format.header());
        read(entry, row -> {
            count(row);
            if (request.asksFor(row)) {
                session.console().piece(format.row(request.shown(row)));
                shown++;
            }
        });
    }

    private void save(LockEntry.Confirmed entry, Path file) {
        var format = request.format(session.json());
        var what = request.kind(entry.remote().id(), format);
        try (var log = LogFile.open(session.output(file), format, what, this::count)) {
            int known = log.rows();
            if (known > 0) {
                session.console()
                        .comment("Going on after an interruption: " + Numbers.of(known, "row")
                                + " are there already, as they were then.");
            }
            // without a filter the rows of the file are the first ones of the log
            int from = request.isForAll() ? known : 0;
            connection.deliveries().each(entry.remote().id(), from, log.ids(), row -> {
                count(row);
                if (request.asksFor(row)) {
                    log.write(request.shown(row));
                }
            });
            log.finish();
            shown = log.rows();
            session.console().comment(Numbers.of(shown, "row") + " in " + file);
        }
    }
}
