package dev.muster.cli;

import dev.muster.contacts.ContactReport;
import dev.muster.contacts.ContactWriter;
import dev.muster.contacts.ImportJob;
import dev.muster.diagnostic.EnvironmentException;
import dev.muster.model.Policy;
import dev.muster.model.Sha256;
import dev.muster.report.ContactReportJson;
import dev.muster.report.ContactReportText;
import dev.muster.report.Json;
import dev.muster.report.Numbers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import tools.jackson.databind.node.ObjectNode;

/**
 * Imports a file: checked whole, written anew in the form that SeaX documents, confirmed by the number of rows, uploaded
 * once, followed to its end. What is uploaded is exactly what was checked.
 */
record Importing(Session session, Connection connection, ContactChecking checking, ImportLog log) {
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);

    /** A job may work for six hours (vendor's OpenAPI document); nobody watches it for longer than this. */
    private static final int MOST_LOOKS = 900;

    ExitCode run(Policy policy, OptionalInt confirmed, boolean again) {
        var upload = ContactSource.temporary();
        try {
            var report = checked(policy, upload);
            if (report.stops()) {
                return declined(report, "the file has errors", ExitCode.ERROR);
            }
            if (checking.isBlind(report)) {
                return declined(report, checking.blind(report), ExitCode.REFUSED);
            }
            if (report.changesNothing(checking.duplicates())) {
                return nothing(report);
            }
            var digest = ImportLog.digest(checking.file());
            var refusal = earlier(digest, again).or(() -> unconfirmed(report, confirmed));
            return refusal.map(why -> declined(report, why, ExitCode.REFUSED))
                    .orElseGet(() -> upload(report, upload, digest));
        } finally {
            ContactSource.delete(upload);
        }
    }

    private ContactReport checked(Policy policy, Path upload) {
        try (var writer = new ContactWriter(Files.newBufferedWriter(upload))) {
            return checking.check(Optional.of(connection.workspace()), policy, writer);
        } catch (IOException e) {
            throw new EnvironmentException("a temporary file cannot be written: " + e.getMessage(), e);
        }
    }

    private Optional<String> earlier(Sha256 digest, boolean again) {
        var last = log.last(digest);
        if (again || last.isEmpty()) {
            return Optional.empty();
        }
        var what = "this very file was imported on " + last.get().at() + " as "
                + last.get().job();
        var answer = session.console().ask(what + ". Type again to import it once more: ");
        return answer.filter("again"::equals).isPresent()
                ? Optional.empty()
                : Optional.of(what + "; to import it once more, give --again");
    }

    private Optional<String> unconfirmed(ContactReport report, OptionalInt confirmed) {
        if (confirmed.isPresent()) {
            if (!report.findings().isEmpty()) {
                show(report);
            }
            return confirmed.getAsInt() == report.usable()
                    ? Optional.empty()
                    : Optional.of("confirmed " + Numbers.of(confirmed.getAsInt(), "row") + ", but "
                            + Numbers.of(report.usable()) + " can be imported: look at it again");
        }
        show(report);
        var typed = session.console().ask("Type the number of rows to import them: ");
        return typed.filter(text -> text.replace(",", "").equals(String.valueOf(report.usable())))
                        .isPresent()
                ? Optional.empty()
                : Optional.of("nobody has confirmed the import: --confirm " + report.usable());
    }

    private void show(ContactReport report) {
        session.console().complain(ContactReportText.of(name(), report, checking.duplicates()));
    }

    private ExitCode upload(ContactReport report, Path upload, Sha256 digest) {
        var job = connection.importer().start(upload, checking.duplicates());
        log.add(digest, connection.clock().instant(), job.id(), report.usable());
        try {
            return told(report, followed(job));
        } catch (EnvironmentException unread) {
            return unfollowed(report, job, unread);
        }
    }

    private ImportJob followed(ImportJob started) {
        var line = new ProgressLine(session.surroundings());
        var job = started;
        for (int look = 0; look < MOST_LOOKS && !job.isOver(); look++) {
            var now = connection.importer().job(started.id());
            if (now.isEmpty()) {
                break;
            }
            job = now.get();
            if (!job.isOver()) {
                line.show("importing", job.processed().orElse(0), job.total().orElse(0));
                pause();
            }
        }
        line.end();
        return job;
    }

    /** SeaX has the file; that nobody can see how far it is must not read as if nothing had happened. */
    private ExitCode unfollowed(ContactReport report, ImportJob job, EnvironmentException why) {
        session.console().error(String.valueOf(why.getMessage()));
        told(report, job);
        session.console()
                .complain(
                        "What became of it is not known. SeaX's dashboard shows it; `muster contacts list` shows who is in.");
        return ExitCode.PARTLY;
    }

    private void pause() {
        try {
            connection.pause().take(BETWEEN_LOOKS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EnvironmentException("interrupted; SeaX goes on with the import", e);
        }
    }

    private ExitCode told(ContactReport report, ImportJob job) {
        boolean isWhole = job.isOver() ? job.isWhole() && sawAll(report, job) : sawAll(report, job);
        if (session.json()) {
            session.console().product(Json.document(imported(ContactReportJson.of(name(), report), job)));
        } else {
            session.console().product(sentence(report, job) + "\n");
        }
        return isWhole ? ExitCode.OK : ExitCode.PARTLY;
    }

    /** A file that arrived cut is an import of other people than those that were confirmed. */
    private static boolean sawAll(ContactReport report, ImportJob job) {
        return job.total().isEmpty() || job.total().getAsInt() == report.usable();
    }

    private static ObjectNode imported(ObjectNode document, ImportJob job) {
        var node = document.putObject("import").put("job", job.id()).put("status", job.status());
        job.processed().ifPresent(rows -> node.put("processed", rows));
        job.failed().ifPresent(rows -> node.put("failed", rows));
        return document;
    }

    private String sentence(ContactReport report, ImportJob job) {
        if (!job.isOver()) {
            return Numbers.of(report.usable(), "row") + " handed to SeaX as " + job.id()
                    + ", which is still at work: \"" + job.status() + "\"";
        }
        int failed = job.failed().orElse(0);
        return Numbers.of(job.processed().orElse(report.usable()) - failed, "row") + " imported as " + job.id()
                + (failed > 0 ? "; SeaX refused " + Numbers.of(failed, "row") + ", which its dashboard lists" : "")
                + (job.isWhole() || failed > 0 ? "" : "; SeaX says \"" + job.status() + "\"")
                + (sawAll(report, job)
                        ? ""
                        : "; it counted " + Numbers.of(job.total().orElse(0), "row") + " in the file, not "
                                + Numbers.of(report.usable()))
                + job.error().map(text -> ": " + text).orElse("")
                + (job.isWhole() && sawAll(report, job)
                        ? ContactReportText.changed(report, checking.duplicates())
                        : "");
    }

    private ExitCode nothing(ContactReport report) {
        if (session.json()) {
            session.console().product(Json.document(ContactReportJson.of(name(), report)));
        }
        session.console().comment(ContactReportText.changesNothing(report));
        return ExitCode.OK;
    }

    private ExitCode declined(ContactReport report, String why, ExitCode code) {
        if (session.json()) {
            var document =
                    ContactReportJson.of(name(), report).put("success", false).put("why", why);
            session.console().product(Json.document(document));
        } else if (report.stops()) {
            show(report);
        }
        session.console().error(why);
        session.console().complain("Nothing was imported.");
        return code;
    }

    private String name() {
        return checking.options().file().toString();
    }
}
