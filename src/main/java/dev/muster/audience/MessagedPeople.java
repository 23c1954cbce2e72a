package dev.muster.audience;

import dev.muster.model.ContactId;
import dev.muster.model.KeyedHash;
import dev.muster.model.LabelId;
import dev.muster.number.Account;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.roaringbitmap.RoaringBitmap;

/**
 * The people whom a log names, gathered message by message and told apart by whether they were in the audience that was
 * approved. Of that audience there is a {@link AudienceSketch} at most; without one, whether somebody was approved is not
 * known. Of the people there are hashes and the places of their contacts, in memory only.
 */
public final class MessagedPeople {
    private final Optional<ContactIndex> contacts;
    private final Optional<AudienceSketch> approved;
    private final KeyedHash hash;
    private final NavigableSet<Long> planned;
    private final long reach;
    private final Set<Long> people = new HashSet<>();
    private final RoaringBitmap ofApproved = new RoaringBitmap();
    private final RoaringBitmap ofStrangers = new RoaringBitmap();
    private final RoaringBitmap ofUnknown = new RoaringBitmap();
    private int met;
    private int strangers;
    private int repeats;
    private int nameless;

    /** Whether somebody who was messaged had been approved. */
    public enum Group {
        APPROVED,
        NOT_APPROVED,
        NOT_KNOWN
    }

    /** With today's contacts and the approved audience, where they are known; the sketch was made with the same key. */
    public MessagedPeople(Optional<ContactIndex> contacts, Optional<AudienceSketch> approved, KeyedHash hash) {
        this.contacts = contacts;
        this.approved = approved;
        this.hash = hash;
        this.planned = approved.map(AudienceSketch::decoded).orElse(Collections.emptyNavigableSet());
        this.reach = approved.map(sketch -> sketch.reach(planned)).orElse(0L);
    }

    /** Adds whom one message went to; either may be missing in a log. */
    public void add(Optional<ContactId> contact, String number) {
        var row = row(contact);
        var reached = reached(Account.of(number), row);
        var key = reached.or(() -> contact.map(id -> "contact " + id));
        if (key.isEmpty()) {
            nameless++;
            return;
        }
        if (!people.add(hash.of(key.get()))) {
            repeats++;
            return;
        }
        var group = reached.map(text -> group(text, row)).orElse(Group.NOT_KNOWN);
        row.ifPresent(rows(group)::add);
    }

    /** A log may name the account in another spelling than the contact does. */
    private Optional<String> reached(Optional<Account> logged, OptionalInt row) {
        var own = number(row);
        return own.map(Account::new)
                .filter(account ->
                        logged.filter(other -> !other.isLikely(account)).isEmpty())
                .or(() -> logged)
                .map(Account::number);
    }

    /** The texts under which the person may have been approved. */
    private Stream<String> approvedAs(String number, OptionalInt row) {
        return contacts.map(index -> Stream.concat(
                        row.stream().mapToObj(index::person).flatMap(index::keptAs),
                        index.spellings().unusual(new Account(number)).stream().flatMap(index::keptAs)))
                .map(kept -> Stream.concat(
                        Stream.of(number, new Account(number).likely().number()), kept))
                .orElseGet(() -> Stream.of(number, new Account(number).likely().number()));
    }

    private RoaringBitmap rows(Group group) {
        return switch (group) {
            case APPROVED -> ofApproved;
            case NOT_APPROVED -> ofStrangers;
            case NOT_KNOWN -> ofUnknown;
        };
    }

    private OptionalInt row(Optional<ContactId> contact) {
        return contacts.isPresent() && contact.isPresent() ? contacts.get().find(contact.get()) : OptionalInt.empty();
    }

    private Optional<String> number(OptionalInt row) {
        return row.isPresent()
                ? contacts.map(index -> index.number(row.getAsInt())).filter(number -> !number.isEmpty())
                : Optional.empty();
    }

    /** Of somebody beyond the reach of a sample it is not known. */
    private Group group(String number, OptionalInt row) {
        if (approved.isEmpty()) {
            return Group.NOT_KNOWN;
        }
        boolean wasApproved = approvedAs(number, row)
                .map(text -> AudienceSketch.cut(text, hash))
                .anyMatch(planned::contains);
        if (!wasApproved && AudienceSketch.cut(number, hash) > reach) {
            return Group.NOT_KNOWN;
        }
        met += wasApproved ? 1 : 0;
        strangers += wasApproved ? 0 : 1;
        return wasApproved ? Group.APPROVED : Group.NOT_APPROVED;
    }

    /** Whether it is known who was approved. */
    public boolean knowsApproved() {
        return approved.isPresent();
    }

    /** Whether it is known of some people only, so that {@link #missing} and {@link #unexpected} are estimates. */
    public boolean isEstimate() {
        return approved.filter(sketch -> !sketch.isWhole()).isPresent();
    }

    /** How many different people were messaged. */
    public int people() {
        return people.size();
    }

    /** How many messages went to somebody who had one already. */
    public int repeats() {
        return repeats;
    }

    /** How many messages name nobody. */
    public int nameless() {
        return nameless;
    }

    /** How many of the approved people no message went to. */
    public int missing() {
        return scaled(planned.size() - met);
    }

    /** How many people were messaged who had not been approved. */
    public int unexpected() {
        return scaled(strangers);
    }

    private int scaled(int counted) {
        return isEstimate() ? (int) Math.round(counted * AudienceSketch.scale(reach)) : counted;
    }

    /** Whether labels of people can be asked for. */
    public boolean knowsLabels() {
        return contacts.isPresent();
    }

    /** How many people of a group carry one of the labels today, on the contact that was messaged. */
    public int carrying(List<LabelId> labels, Group group) {
        return contacts.map(index -> RoaringBitmap.andCardinality(index.labelledAny(labels), rows(group)))
                .orElse(0);
    }

    /** How many of those who had not been approved are in this audience. */
    public int unexpectedIn(Roster roster) {
        return RoaringBitmap.andCardinality(roster.contacts().people(ofStrangers), roster.peopleBits());
    }
}
