package dev.muster.cli.contacts;

import dev.muster.cli.command.CommandContext;
import dev.muster.cli.env.ProgressBar;
import dev.muster.cli.env.WorkspaceClient;
import dev.muster.contacts.ImportJob;
import dev.muster.diagnostic.EnvironmentException;
import java.time.Duration;

/** How an import that SeaX accepted was last seen, and how surely that is its end. */
record ImportProgress(ImportJob job, Sight sight, String why) {
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);

    /** A job may work for six hours (vendor's OpenAPI document); nobody waits longer than ten minutes for it. */
    private static final int MOST_LOOKS = 300;

    /** Where nobody sees a line that changes, one line a minute says that it goes on. */
    private static final int LOOKS_A_LINE = 30;

    /** How an import was last seen. */
    enum Sight {
        /** It is over. */
        ENDED,
        /** It goes on, longer than Muster waits. */
        AT_WORK,
        /** This API has no jobs to ask. */
        NOT_ASKED,
        /** SeaX does not know the job any more, or does not answer. */
        LOST
    }

    static ImportProgress follow(ImportJob started, WorkspaceClient connection, CommandContext session) {
        var line = new ProgressBar(session.surroundings());
        try {
            return started.isOver()
                    ? new ImportProgress(started, Sight.ENDED, "")
                    : look(started, connection, session, line);
        } catch (EnvironmentException unread) {
            return new ImportProgress(started, Sight.LOST, String.valueOf(unread.getMessage()));
        } finally {
            line.end();
        }
    }

    private static ImportProgress look(
            ImportJob started, WorkspaceClient connection, CommandContext session, ProgressBar line) {
        if (!connection.importer().hasJobs()) {
            return new ImportProgress(started, Sight.NOT_ASKED, "");
        }
        var job = started;
        for (int look = 1; look <= MOST_LOOKS; look++) {
            var now = connection.importer().job(started.id());
            if (now.isEmpty()) {
                return new ImportProgress(job, Sight.LOST, "SeaX does not know the job " + started.id() + " any more");
            }
            job = now.get();
            if (job.isOver()) {
                return new ImportProgress(job, Sight.ENDED, "");
            }
            show(job, look, session, line);
            connection.pause().take(BETWEEN_LOOKS, "interrupted; SeaX goes on with the import");
        }
        return new ImportProgress(job, Sight.AT_WORK, "");
    }

    private static void show(ImportJob job, int look, CommandContext session, ProgressBar line) {
        int done = job.processed().orElse(0);
        int all = job.total().orElse(0);
        line.show("importing", done, all);
        if (look % LOOKS_A_LINE == 0 && !session.surroundings().showsProgress()) {
            session.console().comment(String.format(java.util.Locale.ROOT, "importing: %,d of %,d rows", done, all));
        }
    }
}
