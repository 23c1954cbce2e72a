package dev.muster.audience;

import dev.muster.model.Audience;
import dev.muster.model.LabelId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.roaringbitmap.RoaringBitmap;

/**
 * Reach explained step by step: contact rows with any of the labels, with all of them, minus each exclusion in order, minus
 * single contacts, minus rows without a WhatsApp number, minus whom earlier waves reached, and last the rows that repeat a
 * person already counted.
 */
public record Funnel(List<Step> steps, Roster roster) {
    public Funnel {
        steps = List.copyOf(steps);
    }

    /** One step: what was applied, how many rows (at the last step: people) are left, and how many it took away. */
    public record Step(Kind kind, String label, int left, int removed) {}

    /** What a step does. */
    public enum Kind {
        ANY,
        ALL,
        EXCLUDE,
        EXCLUDE_CONTACTS,
        NO_WHATSAPP,
        EARLIER_WAVES,
        SAME_PERSON,
        /** By numbers: the number cannot be read. */
        UNREADABLE_NUMBER,
        /** By numbers: another contact with the number carries an excluded label, or likely does. */
        EXCLUDED_NUMBER,
        /** By numbers: one message a number. */
        SAME_NUMBER,
        /** By numbers: an earlier part of the campaign has the number. */
        EARLIER_PARTS,
        /** By numbers: a slot of the template has nothing that can be sent. */
        WITHOUT_VALUE,
        /** By numbers: the part that they belong to is sent already. */
        JOINED_TOO_LATE
    }

    /** Steps of which SeaX, which counts by labels, does not know. */
    private static final Set<Kind> OURS = EnumSet.of(
            Kind.EARLIER_WAVES,
            Kind.UNREADABLE_NUMBER,
            Kind.EXCLUDED_NUMBER,
            Kind.SAME_NUMBER,
            Kind.EARLIER_PARTS,
            Kind.WITHOUT_VALUE,
            Kind.JOINED_TOO_LATE);

    /** Evaluates the audience over the contacts; {@code names} gives the label's name for display. */
    public static Funnel of(Audience<LabelId> audience, Function<LabelId, String> names, ContactIndex contacts) {
        return new Evaluation(contacts, Optional.empty()).of(audience, names);
    }

    /** The same, without the people whom earlier sends reached. */
    public static Funnel of(
            Audience<LabelId> audience,
            Function<LabelId, String> names,
            ReachedPeople reached,
            List<LabelId> receipts) {
        Function<Roster, Roster> among = roster -> reached.among(roster, receipts);
        return new Evaluation(reached.contacts(), Optional.of(among)).of(audience, names);
    }

    /**
     * For a campaign by numbers: one row for each number that may be messaged.
     *
     * @param excluded labels that nobody may carry who is messaged, on whatever contact
     * @param listed the people of its earlier parts
     */
    public static Funnel byNumbers(
            Audience<LabelId> audience,
            Function<LabelId, String> names,
            ContactIndex contacts,
            List<LabelId> excluded,
            Optional<ReachedPeople> listed) {
        return new Evaluation(contacts, Optional.empty()).byNumbers(audience, names, excluded, listed);
    }

    /** The same without these rows, and a step that says why. */
    public Funnel without(Collection<Integer> rows, Kind why) {
        var gone = new RoaringBitmap();
        rows.forEach(gone::add);
        return new Evaluation(roster.contacts(), Optional.empty()).without(this, gone, why);
    }

    /** How many rows the exclusions of all kinds took away. */
    public int excluded() {
        return steps.stream()
                .filter(step -> step.kind() == Kind.EXCLUDE || step.kind() == Kind.EXCLUDE_CONTACTS)
                .mapToInt(Step::removed)
                .sum();
    }

    /** How many rows were taken away for reasons that SeaX, which counts by labels, does not know. */
    public int unknownToSeax() {
        return steps.stream()
                .filter(step -> OURS.contains(step.kind()))
                .mapToInt(Step::removed)
                .sum();
    }

    /** One walk through the steps; {@code rows} shrinks as it goes. */
    private static final class Evaluation {
        private final ContactIndex contacts;
        private final Optional<Function<Roster, Roster>> reached;
        private final List<Step> steps = new ArrayList<>();
        private final RoaringBitmap rows;

        Evaluation(ContactIndex contacts, Optional<Function<Roster, Roster>> reached) {
            this.contacts = contacts;
            this.reached = reached;
            this.rows = contacts.everyone();
        }

        Funnel of(Audience<LabelId> audience, Function<LabelId, String> names) {
            byLabels(audience, names);
            return result();
        }

        private void byLabels(Audience<LabelId> audience, Function<LabelId, String> names) {
            if (!audience.hasPositiveSelector()) {
                throw new IllegalArgumentException("an audience without a positive selector reaches nobody we know of");
            }
            include(audience, names);
            audience.exclude().forEach(label -> remove(Kind.EXCLUDE, names.apply(label), contacts.labelled(label)));
            if (!audience.excludeContacts().isEmpty()) {
                remove(Kind.EXCLUDE_CONTACTS, "", contacts.rows(audience.excludeContacts()));
            }
            keep(Kind.NO_WHATSAPP, "", contacts.withWhatsapp());
            reached.map(among -> among.apply(roster()).rowBits())
                    .ifPresent(gone -> remove(Kind.EARLIER_WAVES, "", gone));
        }

        Funnel byNumbers(
                Audience<LabelId> audience,
                Function<LabelId, String> names,
                List<LabelId> excluded,
                Optional<ReachedPeople> listed) {
            byLabels(audience, names);
            removePeople(Kind.EXCLUDED_NUMBER, contacts.surelyOrLikely(excluded));
            keep(Kind.UNREADABLE_NUMBER, "", contacts.readable(rows));
            keep(Kind.SAME_NUMBER, "", contacts.rowByNumber(rows));
            listed.map(people -> people.among(roster(), List.of()).rowBits())
                    .ifPresent(gone -> remove(Kind.EARLIER_PARTS, "", gone));
            return result();
        }

        Funnel without(Funnel before, RoaringBitmap gone, Kind why) {
            steps.addAll(before.steps());
            rows.and(before.roster().rowBits());
            remove(why, "", gone);
            return result();
        }

        private void removePeople(Kind kind, RoaringBitmap people) {
            var gone = new RoaringBitmap();
            rows.forEach((int row) -> {
                if (people.contains(contacts.person(row))) {
                    gone.add(row);
                }
            });
            remove(kind, "", gone);
        }

        private void include(Audience<LabelId> audience, Function<LabelId, String> names) {
            if (!audience.any().isEmpty()) {
                keep(Kind.ANY, joined(audience.any(), names), contacts.labelledAny(audience.any()));
            }
            if (!audience.all().isEmpty()) {
                var all = contacts.everyone();
                audience.all().forEach(label -> all.and(contacts.labelled(label)));
                keep(Kind.ALL, joined(audience.all(), names), all);
            }
        }

        private Funnel result() {
            var roster = roster();
            if (roster.surplus() > 0) {
                steps.add(new Step(Kind.SAME_PERSON, "", roster.people(), roster.surplus()));
            }
            return new Funnel(steps, roster);
        }

        private Roster roster() {
            return new Roster(rows, contacts.people(rows), contacts);
        }

        private void remove(Kind kind, String label, RoaringBitmap gone) {
            int before = rows.getCardinality();
            rows.andNot(gone);
            step(kind, label, before);
        }

        private void keep(Kind kind, String label, RoaringBitmap kept) {
            int before = rows.getCardinality();
            rows.and(kept);
            step(kind, label, before);
        }

        private void step(Kind kind, String label, int before) {
            int left = rows.getCardinality();
            if (left < before || !isSilent(kind)) {
                steps.add(new Step(kind, label, left, before - left));
            }
        }

        /** Told only where it takes somebody away. */
        private static boolean isSilent(Kind kind) {
            return kind == Kind.NO_WHATSAPP || OURS.contains(kind);
        }

        private static String joined(List<LabelId> labels, Function<LabelId, String> names) {
            return String.join(", ", labels.stream().map(names).toList());
        }
    }
}
