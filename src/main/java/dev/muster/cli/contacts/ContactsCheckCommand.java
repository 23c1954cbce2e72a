package dev.muster.cli.contacts;

import dev.muster.cli.command.CommandContext;
import dev.muster.cli.env.ExitCode;
import dev.muster.contacts.ContactReport;
import dev.muster.contacts.UsableRows;
import dev.muster.model.project.Policy;
import dev.muster.model.project.WorkspaceSettings;
import dev.muster.report.Json;
import dev.muster.report.json.ContactReportJson;
import dev.muster.report.text.ContactReportText;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code muster contacts check}: what an import would do, and everything that stands in its way. Changes nothing. */
@Command(
        name = "check",
        description = "Check a file of contacts and show what importing it would change; imports nothing.")
final class ContactsCheckCommand implements Callable<Integer> {
    @ParentCommand
    private ContactsCommand contacts;

    @Mixin
    private final ContactFileOptions options = new ContactFileOptions();

    @Option(names = "--offline", description = "Do not ask the workspace: labels and people are not checked.")
    private boolean offline;

    @Override
    public Integer call() {
        var session = contacts.session();
        var project = session.project();
        var settings = session.settings(project);
        var duplicates = options.duplicates(settings.api());
        try (var source = ContactSource.of(session.path(options.file()), options.file())) {
            var checking = new ContactCheckOperation(options, source.path(), duplicates);
            return print(session, checking, report(session, settings, checking, project.policy()));
        }
    }

    private ContactReport report(
            CommandContext session, WorkspaceSettings settings, ContactCheckOperation checking, Policy policy) {
        if (offline) {
            return checking.check(Optional.empty(), policy, UsableRows.UNSEEN);
        }
        try (var connection = session.connect(settings)) {
            return checking.check(Optional.of(connection.workspace()), policy, UsableRows.UNSEEN);
        }
    }

    private int print(CommandContext session, ContactCheckOperation checking, ContactReport report) {
        var file = options.file().toString();
        session.console()
                .product(
                        session.json()
                                ? Json.document(ContactReportJson.of(file, report))
                                : ContactReportText.of(file, report, checking.duplicates()));
        if (report.changesNothing(checking.duplicates())) {
            session.console().comment(ContactReportText.changesNothing(report));
        } else if (!report.stops() && !offline && checking.isBlind(report)) {
            session.console().error(checking.blind(report));
            return ExitCode.REFUSED.number();
        } else if (!report.stops()) {
            session.console()
                    .comment("Nothing was imported. To import it:  muster contacts import " + options.asTyped()
                            + " --confirm " + report.usable());
        }
        return (report.stops() ? ExitCode.ERROR : ExitCode.OK).number();
    }
}
