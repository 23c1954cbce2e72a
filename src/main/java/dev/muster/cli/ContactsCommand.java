package dev.muster.cli;

import dev.muster.model.Contact;
import dev.muster.model.Label;
import dev.muster.model.LabelId;
import dev.muster.report.Listing;
import dev.muster.resolve.Workspace;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.ScopeType;

/** {@code muster contacts}: the people of the workspace, masked unless a person at a terminal asks otherwise. */
@Command(name = "contacts", description = "The workspace's people.", subcommands = ContactsCommand.ListContacts.class)
final class ContactsCommand implements Runnable {
    @ParentCommand
    private MusterCommand root;

    @Override
    public void run() {
        throw new UsageException("say what to do: muster contacts list");
    }

    /** {@code muster contacts list}. */
    @Command(name = "list", description = "List contacts, names and numbers masked.")
    static final class ListContacts implements Callable<Integer> {
        @ParentCommand
        private ContactsCommand contacts;

        @Option(names = "--label", paramLabel = "NAME", description = "Only contacts with this label.")
        private @Nullable String label;

        @Option(
                names = "--limit",
                paramLabel = "N",
                defaultValue = "20",
                description = "At most so many (default: 20).")
        private int limit;

        @Option(
                names = "--unmask",
                scope = ScopeType.LOCAL,
                description = "Show names and numbers; only on a terminal.")
        private boolean unmask;

        @Override
        public Integer call() {
            var session = contacts.root.session();
            if (unmask && !session.surroundings().terminal()) {
                throw new UsageException(
                        "--unmask works on a terminal only: names and numbers do not belong into files");
            }
            return Listings.print(session, this::listing);
        }

        private Listing listing(Workspace workspace) {
            var names = names(workspace);
            var rows = workspace.contacts().stream()
                    .filter(contact -> label == null || carries(contact, names))
                    .sorted(Comparator.comparing(Contact::id))
                    .limit(limit)
                    .map(contact -> row(contact, names))
                    .toList();
            return new Listing("contacts", List.of("id", "name", "whatsapp", "labels"), rows);
        }

        private static Map<LabelId, String> names(Workspace workspace) {
            return workspace.capabilities().labels()
                    ? workspace.labels().stream()
                            .collect(Collectors.toMap(Label::id, l -> l.name().value(), (one, same) -> one))
                    : Map.of();
        }

        private boolean carries(Contact contact, Map<LabelId, String> names) {
            return contact.labels().stream()
                    .anyMatch(id -> String.valueOf(label).equals(names.get(id)));
        }

        private List<String> row(Contact contact, Map<LabelId, String> names) {
            var labels = contact.labels().stream()
                    .map(id -> names.getOrDefault(id, id.value()))
                    .sorted()
                    .collect(Collectors.joining(", "));
            var number = contact.whatsapp().orElse("");
            return List.of(
                    contact.id().value(),
                    unmask ? contact.name() : Masked.name(contact.name()),
                    unmask ? number : Masked.number(number),
                    labels);
        }
    }
}
