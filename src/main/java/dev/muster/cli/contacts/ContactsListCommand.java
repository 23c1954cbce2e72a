package dev.muster.cli.contacts;

import dev.muster.cli.command.CommandContext;
import dev.muster.cli.command.Masking;
import dev.muster.cli.env.ExitCode;
import dev.muster.diagnostic.EnvironmentException;
import dev.muster.diagnostic.UsageException;
import dev.muster.model.Contact;
import dev.muster.model.ContactId;
import dev.muster.model.Label;
import dev.muster.model.LabelId;
import dev.muster.report.Listing;
import dev.muster.report.Numbers;
import dev.muster.resolve.Workspace;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.ScopeType;

/** {@code muster contacts list}: people, masked unless a person at a terminal asks otherwise, and how many there are. */
@Command(name = "list", description = "List contacts, names and numbers masked, a page at a time.")
final class ContactsListCommand implements Callable<Integer> {
    private static final List<String> COLUMNS = List.of("id", "name", "whatsapp", "labels");

    @ParentCommand
    private ContactsCommand contacts;

    @Option(names = "--label", paramLabel = "NAME", description = "Only contacts with this label.")
    private @Nullable String label;

    @Option(
            names = "--keyword",
            paramLabel = "TEXT",
            description = "Only contacts with this in their name or number, in any case.")
    private @Nullable String keyword;

    @Option(names = "--limit", paramLabel = "N", defaultValue = "20", description = "At most so many (default: 20).")
    private int limit;

    @Option(
            names = "--offset",
            paramLabel = "N",
            defaultValue = "0",
            description = "Skip so many first, for the next page (default: 0).")
    private int offset;

    @Option(names = "--unmask", scope = ScopeType.LOCAL, description = "Show names and numbers; only on a terminal.")
    private boolean unmask;

    @Override
    public Integer call() {
        var session = contacts.session();
        if (unmask && !session.surroundings().terminal()) {
            throw new UsageException("--unmask works on a terminal only: names and numbers do not belong into files");
        }
        if (limit < 0 || offset < 0) {
            throw new UsageException("--limit and --offset are 0 or more");
        }
        var settings = session.settings(session.project());
        try (var connection = session.connect(settings)) {
            print(session, connection.workspace());
            return ExitCode.OK.number();
        }
    }

    private void print(CommandContext session, Workspace workspace) {
        var names = names(workspace);
        requireKnown(names);
        var wanted = new TreeMap<ContactId, Contact>();
        workspace.contacts(contact -> {
            wanted.remove(contact.id());
            if (isWanted(contact, names)) {
                wanted.put(contact.id(), contact);
            }
        });
        var found = List.copyOf(wanted.values());
        var page = found.stream().skip(offset).limit(limit).toList();
        var listing = new Listing(
                "contacts",
                COLUMNS,
                page.stream().map(contact -> row(contact, names)).toList());
        session.console().product(session.json() ? listing.json(found.size()) : listing.text());
        session.console().comment(shown(page.size(), found.size()));
    }

    private boolean isWanted(Contact contact, Map<LabelId, String> names) {
        return (label == null || carries(contact, names))
                && (keyword == null || mentions(contact, keyword.toLowerCase(Locale.ROOT)));
    }

    private String shown(int shown, int found) {
        return shown == 0
                ? Numbers.of(found, "contact") + " in all"
                : Numbers.of(offset + 1) + " to " + Numbers.of(offset + shown) + " of " + Numbers.of(found, "contact");
    }

    private static Map<LabelId, String> names(Workspace workspace) {
        return workspace.capabilities().labels()
                ? workspace.labels().stream()
                        .collect(Collectors.toMap(
                                Label::id, found -> found.name().value(), (one, same) -> one))
                : Map.of();
    }

    private void requireKnown(Map<LabelId, String> names) {
        if (label != null && !names.containsValue(label)) {
            throw new EnvironmentException(
                    names.isEmpty()
                            ? "this workspace's API cannot list labels, so --label cannot be answered"
                            : "the workspace has no label \"" + label + "\"; `muster labels` lists them");
        }
    }

    private boolean carries(Contact contact, Map<LabelId, String> names) {
        return contact.labels().stream().anyMatch(id -> String.valueOf(label).equals(names.get(id)));
    }

    private static boolean mentions(Contact contact, String lower) {
        return contact.name().toLowerCase(Locale.ROOT).contains(lower)
                || contact.phone().orElse("").contains(lower)
                || contact.whatsapp().orElse("").contains(lower);
    }

    private List<String> row(Contact contact, Map<LabelId, String> names) {
        var labels = contact.labels().stream()
                .map(id -> names.getOrDefault(id, id.value()))
                .sorted()
                .collect(Collectors.joining(", "));
        var number = contact.whatsapp().orElse("");
        return List.of(
                contact.id().value(),
                unmask ? contact.name() : Masking.name(contact.name()),
                unmask ? number : Masking.number(number),
                labels);
    }
}
