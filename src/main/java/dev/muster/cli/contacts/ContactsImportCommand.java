package dev.muster.cli.contacts;

import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code muster contacts import}: checks a file, asks, uploads it once and follows it to its end. Messages nobody. */
@Command(
        name = "import",
        description = "Check a file of contacts, then import it. Messages nobody, but changes who campaigns reach.")
final class ContactsImportCommand implements Callable<Integer> {
    @ParentCommand
    private ContactsCommand contacts;

    @Mixin
    private final ContactFileOptions options = new ContactFileOptions();

    @Option(
            names = "--confirm",
            paramLabel = "ROWS",
            description = "Import without asking, if exactly this number of rows can be imported.")
    private @Nullable Integer confirm;

    @Option(names = "--again", description = "Import the very file once more that was imported before.")
    private boolean again;

    @Override
    public Integer call() {
        var session = contacts.session();
        var project = session.project();
        var settings = session.settings(project);
        var duplicates = options.duplicates(settings.api());
        try (var source = ContactSource.of(session.path(options.file()), options.file());
                var connection = session.connect(settings)) {
            var checking = new ContactCheckOperation(options, source.path(), duplicates);
            var log = new ImportLog(session.campaigns(), settings.name());
            return new ImportOperation(session, connection, checking, log)
                    .run(project.policy(), confirm == null ? OptionalInt.empty() : OptionalInt.of(confirm), again)
                    .number();
        }
    }
}
