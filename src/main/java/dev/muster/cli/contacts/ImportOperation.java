package dev.muster.cli.contacts;

import dev.muster.cli.command.CommandContext;
import dev.muster.cli.env.ExitCode;
import dev.muster.cli.env.WorkspaceClient;
import dev.muster.contacts.ContactReport;
import dev.muster.contacts.ContactWriter;
import dev.muster.contacts.Upload;
import dev.muster.diagnostic.EnvironmentException;
import dev.muster.model.Sha256;
import dev.muster.model.project.Policy;
import dev.muster.report.Json;
import dev.muster.report.Numbers;
import dev.muster.report.json.ContactReportJson;
import dev.muster.report.text.ContactReportText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Imports a file: checked whole, written anew in the form that SeaX documents, confirmed by the number of rows, uploaded
 * once, followed to its end. What is uploaded is exactly what was checked.
 */
record ImportOperation(
        CommandContext session, WorkspaceClient connection, ContactCheckOperation checking, ImportLog log) {
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
            var refusal = earlier(digest, again)
                    .or(() -> unconfirmed(report, confirmed).map(why -> new Refusal(why, ExitCode.REFUSED)));
            return refusal.map(no -> declined(report, no.why(), no.code()))
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

    /** Why the file is not uploaded. */
    private record Refusal(String why, ExitCode code) {}

    private Optional<Refusal> earlier(Sha256 digest, boolean again) {
        var last = log.last(digest);
        if (again || last.isEmpty()) {
            return Optional.empty();
        }
        var what = what(last.get());
        var answer = session.console().ask(what + ". Type again to import it once more: ");
        return answer.filter("again"::equals).isPresent()
                ? Optional.empty()
                : Optional.of(new Refusal(
                        what + "; to import it once more, give --again",
                        last.get().job().isEmpty() ? ExitCode.DOUBT : ExitCode.REFUSED));
    }

    private String what(ImportLog.Earlier last) {
        return last.job()
                .map(job -> "this very file was imported on " + last.at() + " as " + job + state(job))
                .orElse("this very file was handed to SeaX on " + last.at()
                        + ", and whether SeaX took it is unknown: look at its contacts");
    }

    /** How far an earlier import is, where SeaX says so. */
    private String state(String job) {
        try {
            return connection
                    .importer()
                    .job(job)
                    .map(now -> ", which is \"" + now.status() + "\" now")
                    .orElse("");
        } catch (EnvironmentException unread) {
            return "";
        }
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

    private ExitCode upload(ContactReport report, Path file, Sha256 digest) {
        var at = connection.clock().instant();
        log.begin(digest, at, report.usable());
        var upload = connection.importer().start(file, checking.duplicates());
        if (upload instanceof Upload.Accepted accepted) {
            log.add(digest, at, accepted.job().id(), report.usable());
            return told(report, ImportProgress.follow(accepted.job(), connection, session));
        }
        if (upload instanceof Upload.NotTaken not) {
            log.notTaken(digest, at, report.usable());
            throw new EnvironmentException(not.why());
        }
        return unknown(report, ((Upload.Unknown) upload).why());
    }

    /** It must not read as if nothing had happened, nor be uploaded again by itself. */
    private ExitCode unknown(ContactReport report, String why) {
        if (session.json()) {
            var document =
                    ContactReportJson.of(name(), report).put("success", false).put("why", why);
            session.console().product(Json.document(document));
        }
        session.console().error("Whether SeaX took the file is unknown (" + why + ").");
        session.console()
                .complain("Look at the contacts in its dashboard, or with `muster contacts list`. The same file is not"
                        + " uploaded again by itself; --again does it.");
        return ExitCode.DOUBT;
    }

    private ExitCode told(ContactReport report, ImportProgress seen) {
        var outcome = new ImportOutcome(report, checking.duplicates(), seen);
        session.console().product(session.json() ? Json.document(outcome.json(name())) : outcome.sentence() + "\n");
        if (outcome.code() == ExitCode.DOUBT) {
            session.console().error(seen.why());
            session.console()
                    .complain(
                            "What became of it is not known. SeaX's dashboard shows it; `muster contacts list` shows who is in.");
        }
        return outcome.code();
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
