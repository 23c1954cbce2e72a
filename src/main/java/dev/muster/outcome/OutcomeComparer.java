package dev.muster.outcome;

import dev.muster.audience.MessagedPeople;
import dev.muster.audience.MessagedPeople.Group;
import dev.muster.lock.LockEntry;
import dev.muster.lock.OutcomeComparison;
import dev.muster.lock.RequestSummary;
import dev.muster.model.LabelId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * The log of a campaign that is over, held against what was approved. What must not be is a danger: somebody messaged who
 * carries an excluded label and was not approved, a stranger, a second message. What may have a harmless reason, such as
 * who opted out after the message, is a remark. Where it is not known who was approved, only what the totals and the growth
 * of labels prove is said. The result has counts and names of labels, and nobody's name.
 */
public final class OutcomeComparer {
    private final LockEntry entry;
    private final MessagedPeople messaged;
    private final List<String> dangers = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private int received;
    private int failed;
    private int waiting;
    private int unknown;
    private int contradictory;

    public OutcomeComparer(LockEntry entry, MessagedPeople messaged) {
        this.entry = entry;
        this.messaged = messaged;
    }

    /** Adds one row of the log. */
    public void take(Delivery row) {
        var fate = row.fate();
        received += fate.isReceived() ? 1 : 0;
        failed += fate == DeliveryStatus.FAILED ? 1 : 0;
        waiting += fate == DeliveryStatus.WAITING ? 1 : 0;
        unknown += fate == DeliveryStatus.UNKNOWN ? 1 : 0;
        contradictory += row.isContradictory() ? 1 : 0;
        messaged.add(row.contact(), row.number());
    }

    /** What comes out when all rows were taken. */
    public OutcomeComparison compare(CurrentLabels today, Instant at) {
        int planned = entry.attempt().audience().messages();
        int logged = received + failed + waiting + unknown;
        boolean known = messaged.knowsApproved();
        int excluded = known ? excludedStrangers(today) : excludedByGrowth(today);
        if (known) {
            strangers(messaged.unexpected() - excluded, today);
        } else if (logged > planned) {
            dangers.add(String.format(Locale.ROOT, "SeaX logged %,d messages, approved were %,d", logged, planned));
        }
        repeated();
        remarks(known);
        return new OutcomeComparison(
                at,
                planned,
                received,
                failed,
                missing(planned - logged),
                OptionalInt.of(known ? messaged.unexpected() : Math.max(0, logged - planned)),
                messaged.knowsLabels() ? OptionalInt.of(excluded) : OptionalInt.empty(),
                dangers,
                remarks);
    }

    /** Where nobody's labels can be seen, what was approved is the most that it may be, and says nothing of who is missing. */
    private OptionalInt missing(int fewer) {
        if (messaged.knowsApproved()) {
            return OptionalInt.of(messaged.missing());
        }
        return messaged.knowsLabels() ? OptionalInt.of(Math.max(0, fewer)) : OptionalInt.empty();
    }

    /** The labels that nobody was to carry; one's own receipt is carried by all who got it. */
    private List<LabelId> exclusions() {
        var posted = entry.attempt().posted();
        return posted.map(RequestSummary::exclude).orElse(List.of()).stream()
                .filter(label -> !posted.flatMap(RequestSummary::receipt).equals(Optional.of(label)))
                .toList();
    }

    /** Who was not approved and carries an excluded label; who was approved got it since. */
    private int excludedStrangers(CurrentLabels today) {
        var labels = exclusions();
        int excluded = messaged.carrying(labels, Group.NOT_APPROVED);
        if (excluded > 0) {
            dangers.add(messaged(excluded) + " who " + carry(excluded) + " an excluded label and " + were(excluded)
                    + " not approved: " + byLabel(labels, Group.NOT_APPROVED, today));
        }
        int since = messaged.carrying(labels, Group.APPROVED);
        if (since > 0) {
            remarks.add(people(since) + " who " + were(since) + " approved " + carry(since)
                    + " an excluded label by now: " + byLabel(labels, Group.APPROVED, today));
        }
        return excluded;
    }

    /** More people than a label has won since the send cannot all have got it since. */
    private int excludedByGrowth(CurrentLabels today) {
        var proving = new ArrayList<LabelId>();
        var open = new ArrayList<LabelId>();
        for (var label : exclusions()) {
            (isMoreThanGrew(label, today) ? proving : open).add(label);
        }
        int excluded = messaged.carrying(proving, Group.NOT_KNOWN);
        if (excluded > 0) {
            dangers.add(messaged(excluded) + " who " + carry(excluded)
                    + " an excluded label, more than have got it since: "
                    + byLabel(proving, Group.NOT_KNOWN, today));
        }
        int perhaps = messaged.carrying(open, Group.NOT_KNOWN);
        if (perhaps > 0) {
            remarks.add(messaged(perhaps) + " who " + carry(perhaps)
                    + " an excluded label by now; whether they did when it was sent is not known: "
                    + byLabel(open, Group.NOT_KNOWN, today));
        }
        return excluded;
    }

    private boolean isMoreThanGrew(LabelId label, CurrentLabels today) {
        var growth = today.growth().apply(label);
        return growth.isPresent() && messaged.carrying(List.of(label), Group.NOT_KNOWN) > growth.getAsInt();
    }

    private void strangers(int others, CurrentLabels today) {
        int joined = messaged.isEstimate()
                ? 0
                : today.audience().map(messaged::unexpectedIn).orElse(0);
        if (joined > 0) {
            remarks.add(people(joined) + " joined the audience after the approval and " + were(joined) + " messaged");
        }
        if (others - joined > 0) {
            dangers.add((messaged.isEstimate() ? "about " : "") + messaged(others - joined) + " who "
                    + were(others - joined)
                    + " not approved and whom the audience does not have by today's labels either");
        }
    }

    private void repeated() {
        var counts = entry.attempt().audience();
        int repeated = messaged.repeats() - Math.max(0, counts.messages() - counts.people());
        if (repeated > 0) {
            dangers.add(String.format(
                    Locale.ROOT,
                    "%,d %s went to somebody who had got it already",
                    repeated,
                    repeated == 1 ? "message" : "messages"));
        }
    }

    private void remarks(boolean known) {
        if (!known) {
            remarks.add("who was approved is not known on this machine: missing and unexpected are what the totals"
                    + " differ by, the least that they can be");
        } else if (messaged.isEstimate()) {
            remarks.add("missing and unexpected are estimates: of so many people a sample is kept");
        }
        if (!messaged.knowsLabels()) {
            remarks.add("whether anybody carries an excluded label is not known: this API does not show labels");
        }
        count(waiting, "neither sent nor failed yet");
        count(unknown, "in a status that Muster does not know");
        count(contradictory, "logged as arrived and as failed, which cannot be");
        count(messaged.nameless(), "of nobody: the log names neither contact nor number");
    }

    private void count(int rows, String what) {
        if (rows > 0) {
            remarks.add(String.format(Locale.ROOT, "%,d %s %s", rows, rows == 1 ? "message" : "messages", what));
        }
    }

    private String byLabel(List<LabelId> labels, Group group, CurrentLabels today) {
        return labels.stream()
                .filter(label -> messaged.carrying(List.of(label), group) > 0)
                .map(label -> String.format(
                        Locale.ROOT, "%s %,d", today.name().apply(label), messaged.carrying(List.of(label), group)))
                .collect(Collectors.joining(", "));
    }

    private static String carry(int people) {
        return people == 1 ? "carries" : "carry";
    }

    private static String were(int people) {
        return people == 1 ? "was" : "were";
    }

    private static String messaged(int people) {
        return people(people) + " " + were(people) + " messaged";
    }

    private static String people(int count) {
        return String.format(Locale.ROOT, "%,d %s", count, count == 1 ? "person" : "people");
    }
}
