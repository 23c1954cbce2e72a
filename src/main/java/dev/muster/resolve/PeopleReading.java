package dev.muster.resolve;

import dev.muster.audience.ContactIndex;
import dev.muster.audience.ContactRows;
import dev.muster.audience.FieldIndex;
import dev.muster.audience.PersonValues;
import dev.muster.diagnostic.EnvironmentException;
import dev.muster.diagnostic.Place;
import dev.muster.model.Contact;
import dev.muster.model.Label;
import dev.muster.model.LabelId;
import dev.muster.model.LabelName;
import dev.muster.model.project.Policy;
import dev.muster.model.project.WorkspaceSettings;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The labels and the people of a workspace, read once. Whoever carries a label that the policy always excludes is read twice:
 * with all contacts, and afterwards by the label. Whoever is found in either carries it. Labels are read before and after, to
 * see that they are still the same.
 *
 * @param listed the labels as they were before
 * @param fields what contacts have for placeholders
 * @param persons what they have in the fields that fill templates
 * @param movement what changed meanwhile, relabelled contacts included as far as they can be seen
 * @param hasMoved whether anything was seen to change, in this reading or in one before
 * @param optedOut how many contacts got an excluded label between the two readings
 * @param suppression what was seen of each label that the policy always excludes
 */
record PeopleReading(
        List<Label> listed,
        LabelIndex labels,
        Optional<ContactIndex> contacts,
        Optional<FieldIndex> fields,
        PersonValues persons,
        Movement movement,
        boolean hasMoved,
        int optedOut,
        Map<LabelId, SuppressionLabels.Seen> suppression) {
    private static final int READINGS = 3;

    /** The same, after an earlier reading. */
    PeopleReading after(PeopleReading earlier) {
        var joined = new HashMap<>(suppression);
        earlier.suppression.forEach((label, seen) -> joined.computeIfPresent(
                label,
                (same, now) ->
                        new SuppressionLabels.Seen(Math.max(now.most(), seen.most()), now.last(), now.uncounted())));
        return new PeopleReading(
                listed,
                labels,
                contacts,
                fields,
                persons,
                movement,
                hasMoved || earlier.hasMoved,
                optedOut,
                Map.copyOf(joined));
    }

    /** Reads for messages with these texts, and for templates that these fields fill. */
    static PeopleReading of(
            Workspace workspace,
            WorkspaceSettings settings,
            Policy policy,
            Collection<String> texts,
            Collection<String> fields) {
        for (int readings = 1; ; readings++) {
            var reading = new Once(workspace, settings, policy, texts, new PersonValues(fields)).read();
            if (reading.isPresent()) {
                return reading.get();
            }
            if (readings == READINGS) {
                throw new EnvironmentException("the labels of the workspace changed each of the " + READINGS
                        + " times that its contacts were read: plan again when nobody edits them");
            }
        }
    }

    /** Labels as SeaX lists them; where it cannot, those that the project file names. */
    static List<Label> labels(Workspace workspace, WorkspaceSettings settings) {
        return workspace.capabilities().labels() ? workspace.labels() : settings.writtenLabels();
    }

    /** Those of the labels that the policy always excludes, as far as they are found. */
    static List<LabelId> suppression(Policy policy, LabelIndex labels) {
        return policy.alwaysExclude().stream()
                .flatMap(name -> labels.id(name, Place.NOWHERE).value().stream())
                .distinct()
                .toList();
    }

    /** One time through. */
    private static final class Once {
        private final Workspace workspace;
        private final WorkspaceSettings settings;
        private final Policy policy;
        private final List<Label> before;
        private final LabelIndex labels;
        private final ContactRows rows = new ContactRows();
        private final FieldIndex.Values values;
        private final PersonValues persons;
        private final Set<Integer> optedOut = new HashSet<>();
        private final Set<Integer> unlisted = new HashSet<>();

        Once(
                Workspace workspace,
                WorkspaceSettings settings,
                Policy policy,
                Collection<String> texts,
                PersonValues persons) {
            this.persons = persons;
            this.workspace = workspace;
            this.settings = settings;
            this.policy = policy;
            this.values = new FieldIndex.Values(texts);
            this.before = PeopleReading.labels(workspace, settings);
            this.labels = new LabelIndex(before, workspace.capabilities().labels());
        }

        /** Empty where a label went away or got another name: whom it means is looked up again. */
        Optional<PeopleReading> read() {
            var can = workspace.capabilities();
            var swept = can.contactLabels() ? workspace.contacts(this::put) : Movement.NONE;
            var excluded = suppression(policy, labels);
            var carriers = carriers(excluded, can);
            var after = PeopleReading.labels(workspace, settings);
            requireSuppression(new LabelIndex(after, can.labels()));
            if (!names(after).entrySet().containsAll(names(before).entrySet())) {
                return Optional.empty();
            }
            carriers.replaceAll((label, seen) -> counted(label, seen, after));
            var movement = movement(swept, after);
            var contacts = can.contactLabels() ? Optional.of(rows.index()) : Optional.<ContactIndex>empty();
            return Optional.of(new PeopleReading(
                    before,
                    labels,
                    contacts,
                    contacts.map(index -> values.over(index, policy.restrictions())),
                    persons,
                    movement,
                    movement.changes() > 0,
                    optedOut.size(),
                    contacts.isPresent() ? Map.copyOf(carriers) : Map.of()));
        }

        private void put(Contact contact) {
            int row = rows.put(contact);
            values.put(row, contact);
            persons.put(row, contact);
        }

        /** A label that is made anew excludes nobody, and a second reading would not know that it once did. */
        private void requireSuppression(LabelIndex after) {
            policy.alwaysExclude().forEach(name -> {
                var then = labels.id(name, Place.NOWHERE).value();
                if (then.isPresent()
                        && !then.equals(after.id(name, Place.NOWHERE).value())) {
                    throw new EnvironmentException("the label \"" + name
                            + "\", which is always excluded, was deleted, renamed or made anew while people were read: see in"
                            + " SeaX that everybody who carried it still does, then plan again");
                }
            });
        }

        /** Nobody loses a label by the second reading: whoever carried it in the first stays excluded. */
        private Map<LabelId, SuppressionLabels.Seen> carriers(List<LabelId> excluded, Capabilities can) {
            var seen = new HashMap<LabelId, SuppressionLabels.Seen>();
            excluded.forEach(
                    label -> seen.put(label, new SuppressionLabels.Seen(rows.count(label), rows.count(label), 0)));
            if (can.contactLabels() && can.filters()) {
                new CarrierReading(workspace, rows::count, this::readCarrier)
                        .of(excluded)
                        .forEach((label, found) -> seen.compute(
                                label,
                                (same, first) -> new SuppressionLabels.Seen(
                                        Math.max(first.most(), found.size()), found.size(), 0)));
            }
            return seen;
        }

        private int readCarrier(Contact contact, LabelId label) {
            boolean isListed = rows.find(contact.id()).isPresent();
            if (!isListed) {
                put(contact);
            }
            int row = rows.find(contact.id()).orElseThrow();
            if (!isListed) {
                unlisted.add(row);
                rows.mark(row, label);
            } else if (rows.mark(row, label) && !unlisted.contains(row)) {
                optedOut.add(row);
            }
            return row;
        }

        /** Contacts that only a label shows came meanwhile, or the list is not whole. */
        private Movement movement(Movement swept, List<Label> after) {
            int missing = swept.missing() + Math.max(0, unlisted.size() - swept.added());
            int relabelled = swept.contacts() == 0 ? changes(after) : 0;
            return swept.with(Math.max(relabelled, optedOut.size()), missing);
        }

        /** How many labels were given or taken meanwhile, at the least. */
        private int changes(List<Label> after) {
            var now = counts(after);
            return counts(before).entrySet().stream()
                    .mapToInt(then -> Math.abs(now.getOrDefault(then.getKey(), then.getValue()) - then.getValue()))
                    .sum();
        }

        private SuppressionLabels.Seen counted(LabelId label, SuppressionLabels.Seen seen, List<Label> after) {
            int then = counts(before).getOrDefault(label, 0);
            int now = counts(after).getOrDefault(label, 0);
            int uncounted = now - rows.count(label) - Math.abs(now - then);
            return new SuppressionLabels.Seen(seen.most(), seen.last(), Math.max(0, uncounted));
        }

        private static Map<LabelId, Integer> counts(List<Label> labels) {
            return labels.stream()
                    .filter(label -> label.count().isPresent())
                    .collect(Collectors.toMap(Label::id, label -> label.count().getAsInt(), (one, same) -> one));
        }

        private static Map<LabelId, LabelName> names(List<Label> labels) {
            return labels.stream().collect(Collectors.toMap(Label::id, Label::name, (one, same) -> one));
        }
    }
}
