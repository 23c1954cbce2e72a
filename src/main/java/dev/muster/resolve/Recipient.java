package dev.muster.resolve;

import dev.muster.diagnostic.Diagnostic;
import dev.muster.diagnostic.Place;
import dev.muster.model.Contact;
import dev.muster.model.Label;
import dev.muster.model.LabelId;
import dev.muster.model.project.Policy;
import dev.muster.model.project.WorkspaceSettings;
import dev.muster.number.Account;
import dev.muster.number.NumberTail;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What the workspace says of one person before a single message: whether any of the contacts with that number carries a label
 * that the policy excludes from everything.
 */
public sealed interface Recipient {
    /** None of the person's {@code contacts} carries one of {@code labels}; there may be no contact at all. */
    record Free(int contacts, List<String> labels) implements Recipient {
        public Free {
            labels = List.copyOf(labels);
        }
    }

    /** The person must not be contacted. */
    record Excluded(List<String> labels) implements Recipient {
        public Excluded {
            labels = List.copyOf(labels);
        }
    }

    /** This API does not show which labels a contact carries. */
    record Unseen() implements Recipient {}

    /** A label of the policy cannot be found, so nothing is known of anybody. */
    record Unclear(List<Diagnostic> findings) implements Recipient {
        public Unclear {
            findings = List.copyOf(findings);
        }
    }

    /** Fewer digits may end many people's numbers. */
    int LEAST_DIGITS = 8;

    /** Looks for the person through all contacts. */
    static Recipient of(Account person, Workspace workspace, WorkspaceSettings settings, Policy policy) {
        if (policy.alwaysExclude().isEmpty()) {
            return new Free(0, List.of());
        }
        var capabilities = workspace.capabilities();
        if (!capabilities.contactLabels()) {
            return new Unseen();
        }
        var book =
                new LabelIndex(capabilities.labels() ? workspace.labels() : written(settings), capabilities.labels());
        var found = policy.alwaysExclude().stream()
                .map(name -> book.id(name, Place.NOWHERE))
                .toList();
        var findings =
                found.stream().flatMap(label -> label.diagnostics().stream()).toList();
        if (!findings.isEmpty()) {
            return new Unclear(findings);
        }
        var ids = found.stream().flatMap(label -> label.value().stream()).toList();
        return judged(
                person,
                workspace.contacts(),
                ids.stream().filter(book::isAboutPeople).toList(),
                book);
    }

    private static List<Label> written(WorkspaceSettings settings) {
        return settings.labels().entrySet().stream()
                .map(label -> new Label(label.getValue(), label.getKey(), false, java.util.OptionalInt.empty()))
                .toList();
    }

    private static Recipient judged(
            Account person, Collection<Contact> contacts, List<LabelId> excluded, LabelIndex book) {
        var rows = contacts.stream().filter(contact -> isOf(person, contact)).toList();
        var carried = new TreeSet<String>();
        rows.stream()
                .flatMap(contact -> contact.labels().stream())
                .filter(excluded::contains)
                .map(book::name)
                .forEach(carried::add);
        return carried.isEmpty()
                ? new Free(rows.size(), excluded.stream().map(book::name).toList())
                : new Excluded(List.copyOf(carried));
    }

    /** Whoever is likely the same person is not messaged either, because nobody looks at a single message twice. */
    private static boolean isOf(Account person, Contact contact) {
        return Stream.of(contact.phone(), contact.whatsapp())
                .flatMap(Optional::stream)
                .anyMatch(written -> Account.of(written)
                        .map(person::isLikely)
                        .filter(same -> same)
                        .orElseGet(() -> endsLike(person, written)));
    }

    /** A contact may have its number without the country's code. */
    private static boolean endsLike(Account person, String written) {
        var digits = written.replaceAll("[^0-9]", "").replaceFirst("^0+", "");
        return (digits.length() >= LEAST_DIGITS && person.number().endsWith(digits)) || isUnsure(person, written);
    }

    /** What cannot be read may end in the person's digits all the same, as {@code +4915112345693.0} does. */
    private static boolean isUnsure(Account person, String written) {
        return Account.of(written)
                        .filter(read -> !NumberTail.mayLackCountry(written, read))
                        .isEmpty()
                && NumberTail.of(person.number()).stream().anyMatch(NumberTail.of(written)::contains);
    }
}
