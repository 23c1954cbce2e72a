package dev.muster.resolve;

import dev.muster.audience.ContactIndex;
import dev.muster.audience.ContactRows;
import dev.muster.audience.FieldIndex;
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
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * The labels and the people of a workspace, read once. Whoever carries a label that the policy always excludes is read twice:
 * with all contacts, and afterwards by the label. Whoever is found in either carries it. Labels are read before and after, to
 * see that they are still the same.
 *
 * @param listed the labels as they were before
 * @param fields what contacts have for placeholders
 * @param movement what changed meanwhile, relabelled contacts included as far as they can be seen
 * @param foundLater how many contacts carry an excluded label by the second reading only
 * @param unread how many more contacts carry an excluded label by SeaX's own count than were read
 */
record PeopleReading(
        List<Label> listed,
        LabelIndex labels,
        Optional<ContactIndex> contacts,
        Optional<FieldIndex> fields,
        Movement movement,
        int foundLater,
        Map<LabelId, Integer> unread) {
    private static final int READINGS = 3;

    /** Reads for messages with these texts. */
    static PeopleReading of(Workspace workspace, WorkspaceSettings settings, Policy policy, Collection<String> texts) {
        for (int readings = 1; ; readings++) {
            var reading = new Once(workspace, settings, policy, texts).read();
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
        private final Set<Integer> foundLater = new HashSet<>();

        Once(Workspace workspace, WorkspaceSettings settings, Policy policy, Collection<String> texts) {
            this.workspace = workspace;
            this.settings = settings;
            this.policy = policy;
            this.values = new FieldIndex.Values(texts);
            this.before = PeopleReading.labels(workspace, settings);
            this.labels = new LabelIndex(before, workspace.capabilities().labels());
        }

        /** Empty where a label went away or got another name, and so would exclude nobody, and nothing would show it. */
        Optional<PeopleReading> read() {
            var can = workspace.capabilities();
            var movement = can.contactLabels() ? workspace.contacts(this::put) : Movement.NONE;
            var suppression = suppression(policy, labels);
            if (can.contactLabels() && can.filters()) {
                suppression.forEach(this::readCarriers);
            }
            var after = PeopleReading.labels(workspace, settings);
            if (!names(after).entrySet().containsAll(names(before).entrySet())) {
                return Optional.empty();
            }
            var contacts = can.contactLabels() ? Optional.of(rows.index()) : Optional.<ContactIndex>empty();
            return Optional.of(new PeopleReading(
                    before,
                    labels,
                    contacts,
                    contacts.map(index -> values.over(index, policy.restrictions())),
                    movement.relabelled(foundLater.size() + changes(after)),
                    foundLater.size(),
                    contacts.map(index -> unread(suppression, after, index)).orElse(Map.of())));
        }

        private void put(Contact contact) {
            values.put(rows.put(contact), contact);
        }

        /** Nobody loses a label by the second reading: whoever carried it in the first stays excluded. */
        private void readCarriers(LabelId label) {
            Consumer<Contact> found = contact -> {
                var known = rows.find(contact.id());
                if (known.isEmpty()) {
                    put(contact);
                }
                int row = rows.find(contact.id()).orElseThrow();
                if (rows.mark(row, label) || known.isEmpty()) {
                    foundLater.add(row);
                }
            };
            workspace.carriers(label, found);
        }

        /** How many labels were given or taken meanwhile, at the least. */
        private int changes(List<Label> after) {
            var now = counts(after);
            return counts(before).entrySet().stream()
                    .mapToInt(then -> Math.abs(now.getOrDefault(then.getKey(), then.getValue()) - then.getValue()))
                    .sum();
        }

        private static Map<LabelId, Integer> unread(
                List<LabelId> suppression, List<Label> after, ContactIndex contacts) {
            var counted = counts(after);
            var unread = new HashMap<LabelId, Integer>();
            suppression.forEach(label -> {
                int more = counted.getOrDefault(label, 0) - contacts.count(label);
                if (more > 0) {
                    unread.put(label, more);
                }
            });
            return unread;
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
