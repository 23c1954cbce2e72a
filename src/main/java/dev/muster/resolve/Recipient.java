package dev.muster.resolve;

import dev.muster.diagnostic.Diagnostic;
import dev.muster.diagnostic.Place;
import dev.muster.model.Contact;
import dev.muster.model.ContactId;
import dev.muster.model.LabelId;
import dev.muster.model.project.Policy;
import dev.muster.model.project.WorkspaceSettings;
import dev.muster.number.Account;
import dev.muster.number.NumberTail;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
        var book = new LabelIndex(PeopleReading.labels(workspace, settings), capabilities.labels());
        var found = policy.alwaysExclude().stream()
                .map(name -> book.id(name, Place.NOWHERE))
                .toList();
        var findings =
                found.stream().flatMap(label -> label.diagnostics().stream()).toList();
        if (!findings.isEmpty()) {
            return new Unclear(findings);
        }
        var excluded = found.stream()
                .flatMap(label -> label.value().stream())
                .filter(book::isAboutPeople)
                .toList();
        var carried = carried(person, workspace, excluded);
        return carried.values().stream().allMatch(Set::isEmpty)
                ? new Free(carried.size(), excluded.stream().map(book::name).toList())
                : new Excluded(carried.values().stream()
                        .flatMap(Set::stream)
                        .map(book::name)
                        .distinct()
                        .sorted()
                        .toList());
    }

    /** Which of the labels each contact of the person carries, by one of two readings. */
    private static Map<ContactId, Set<LabelId>> carried(Account person, Workspace workspace, List<LabelId> excluded) {
        var carried = new HashMap<ContactId, Set<LabelId>>();
        workspace.contacts(contact -> {
            if (isOf(person, contact)) {
                var labels = new HashSet<>(contact.labels());
                labels.retainAll(excluded);
                carried.put(contact.id(), labels);
            }
        });
        if (workspace.capabilities().filters()) {
            excluded.forEach(label -> workspace.carriers(List.of(label), contact -> {
                if (isOf(person, contact)) {
                    carried.computeIfAbsent(contact.id(), none -> new HashSet<>())
                            .add(label);
                }
            }));
        }
        return carried;
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
