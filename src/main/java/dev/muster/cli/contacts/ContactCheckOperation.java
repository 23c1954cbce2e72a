package dev.muster.cli.contacts;

import dev.muster.contacts.ContactChecker;
import dev.muster.contacts.ContactFile;
import dev.muster.contacts.ContactReport;
import dev.muster.contacts.ContactRules;
import dev.muster.contacts.DuplicateStrategy;
import dev.muster.contacts.KnownPeople;
import dev.muster.contacts.UsableRows;
import dev.muster.diagnostic.EnvironmentException;
import dev.muster.model.Contact;
import dev.muster.model.Label;
import dev.muster.model.LabelId;
import dev.muster.model.LabelName;
import dev.muster.model.project.Policy;
import dev.muster.report.Numbers;
import dev.muster.resolve.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Holds a file of contacts against its own form and, where there is one within reach, against the workspace. */
record ContactCheckOperation(ContactFileOptions options, Path file, DuplicateStrategy duplicates) {
    /** Checks the file; without a workspace, labels and people are not judged. */
    ContactReport check(Optional<Workspace> workspace, Policy policy, UsableRows usable) {
        var rules = new ContactRules(
                options.country(),
                duplicates,
                workspace.flatMap(ContactCheckOperation::labels),
                options.createLabels(),
                policy.alwaysExclude().stream().map(LabelName::value).collect(Collectors.toSet()),
                options.columns(),
                options.encoding(),
                workspace.flatMap(reachable -> people(reachable, policy)));
        try {
            var content = new ContactFile(options.file().toString(), () -> Files.newInputStream(file));
            return ContactChecker.check(content, rules, usable);
        } catch (IOException | UncheckedIOException e) {
            throw new EnvironmentException("the file cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * Whether an import could take or withhold protection where nobody sees it: the API does not show who has opted out. A
     * file in which everybody opts out takes protection from nobody.
     */
    boolean isBlind(ContactReport report) {
        boolean mayLose = duplicates.mayDropLabels() || duplicates.makesSecondContact();
        return report.known().isEmpty()
                && (mayLose ? makesOthers(report) : report.optOuts() > 0 && !duplicates.changesContact());
    }

    private boolean makesOthers(ContactReport report) {
        return duplicates.makesSecondContact() || report.optOuts() < report.usable();
    }

    String blind(ContactReport report) {
        var why = "this workspace's API does not show who has opted out, so --duplicates " + duplicates.word();
        return duplicates.mayDropLabels() || duplicates.makesSecondContact()
                ? why + " could lose it: use skip or merge"
                : why + " could leave " + Numbers.of(report.optOuts(), "person", "people")
                        + " without the label that the file names: import those who opt out in a file of their own, with"
                        + " --duplicates update";
    }

    private static Optional<Set<String>> labels(Workspace workspace) {
        return workspace.capabilities().labels()
                ? Optional.of(workspace.labels().stream()
                        .map(label -> label.name().value())
                        .collect(Collectors.toSet()))
                : Optional.empty();
    }

    /** People without their labels would look as if nobody had opted out. */
    private static Optional<KnownPeople> people(Workspace workspace, Policy policy) {
        var capabilities = workspace.capabilities();
        if (!capabilities.labels() || !capabilities.contactLabels()) {
            return Optional.empty();
        }
        var suppression = suppression(workspace, policy);
        var people = new KnownPeople();
        workspace.contacts(contact -> add(contact, suppression, people));
        return Optional.of(people);
    }

    private static Map<LabelId, String> suppression(Workspace workspace, Policy policy) {
        var names = policy.alwaysExclude().stream().map(LabelName::value).collect(Collectors.toSet());
        return workspace.labels().stream()
                .filter(label -> names.contains(label.name().value()))
                .collect(Collectors.toMap(Label::id, label -> label.name().value()));
    }

    private static void add(Contact contact, Map<LabelId, String> suppression, KnownPeople people) {
        var carried = contact.labels().stream()
                .filter(suppression::containsKey)
                .map(suppression::get)
                .toList();
        Stream.concat(contact.phone().stream(), contact.whatsapp().stream())
                .distinct()
                .forEach(number -> people.add(number, carried));
    }
}
