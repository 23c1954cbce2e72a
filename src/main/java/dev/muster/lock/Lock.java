package dev.muster.lock;

import dev.muster.model.CampaignIdentity;
import dev.muster.model.CampaignKey;
import dev.muster.model.LabelName;
import dev.muster.model.RemoteId;
import dev.muster.model.Sha256;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The record of what was sent to one workspace. {@code lineage} is made once, when the record is first written, also when
 * it is still empty; {@code serial} grows with every durable step and never goes down; {@code consumed} holds the digests
 * of the plans that a send was made from; {@code answers} holds SeaX's raw answer for each open entry that has one, so that
 * a run that died before it understood the answer leaves the evidence behind; {@code suppression} holds each label that the
 * policy excludes from everything, as the last run that sent found it; {@code observations} holds what SeaX last said;
 * {@code singles} holds the messages that went to one person, outside any campaign.
 */
public record Lock(
        String lineage,
        long serial,
        WorkspaceIdentity workspace,
        SortedMap<CampaignIdentity, LockEntry> entries,
        SortedSet<Sha256> consumed,
        SortedMap<CampaignIdentity, String> answers,
        SortedMap<LabelName, SuppressionRecord> suppression,
        Observations observations,
        MessageEntries singles) {
    public Lock {
        entries = Collections.unmodifiableSortedMap(new TreeMap<>(entries));
        consumed = Collections.unmodifiableSortedSet(new TreeSet<>(consumed));
        answers = Collections.unmodifiableSortedMap(new TreeMap<>(answers));
        suppression = Collections.unmodifiableSortedMap(new TreeMap<>(suppression));
    }

    /** A record in which nothing has been sent yet. */
    public static Lock empty(String lineage, WorkspaceIdentity workspace) {
        return new Lock(
                lineage,
                0,
                workspace,
                new TreeMap<>(),
                new TreeSet<>(),
                new TreeMap<>(),
                new TreeMap<>(),
                Observations.NONE,
                MessageEntries.NONE);
    }

    public Optional<LockEntry> entry(CampaignIdentity identity) {
        return Optional.ofNullable(entries.get(identity));
    }

    /** The entries that are confirmed as this campaign of SeaX: one, unless SeaX gave its id twice. */
    public List<LockEntry> sentAs(RemoteId id) {
        return entries.values().stream().filter(entry -> entry.isSentAs(id)).toList();
    }

    /** What is recorded with this id of SeaX, campaigns and single messages, as they are called in the record. */
    public Stream<String> recordedWith(RemoteId id) {
        return all().filter(entry -> entry.isSentAs(id))
                .map(entry -> entry.identity().toString());
    }

    /** The entries of all campaigns, and then those of all single messages. */
    Stream<Entry> all() {
        return Stream.concat(entries.values().stream(), singles.entries().values().stream());
    }

    /** The sends that are recorded with one id of SeaX, though one campaign of SeaX is one send: a sentence for each id. */
    public List<String> sharedIds() {
        var sent = new TreeMap<String, List<String>>();
        entries.values()
                .forEach(entry -> entry.sentAs()
                        .ifPresent(id -> sent.computeIfAbsent(id.value(), first -> new ArrayList<>())
                                .add(entry.identity().toString())));
        return sent.entrySet().stream()
                .filter(shared -> shared.getValue().size() > 1)
                .map(shared -> String.join(" and ", shared.getValue()) + " are recorded with one id of SeaX, "
                        + shared.getKey() + ": one of them was sent as another campaign, or elsewhere")
                .toList();
    }

    /** All generations of a key, oldest first. */
    public Stream<LockEntry> generations(CampaignKey key) {
        var found = Stream.<LockEntry>builder();
        for (var entry : entries.tailMap(new CampaignIdentity(key, 1)).values()) {
            if (!entry.identity().key().equals(key)) {
                break;
            }
            found.add(entry);
        }
        return found.build();
    }

    /** This record after one more step, the serial raised. */
    public Lock with(LockEvent step) {
        return new LockBuilder(this).take(step).lock();
    }

    /** As it is with an entry put in its place, the plan of an intent consumed. */
    public Lock with(Entry entry) {
        return with(LockEvent.of(entry));
    }

    /** Whether nothing would be forgotten without this step; what was only seen can be seen again. */
    public boolean has(LockEvent step) {
        return step.match(new Kept(this));
    }

    /** Whether a record has a step. */
    private record Kept(Lock lock) implements LockEvent.Cases<Boolean> {
        @Override
        public Boolean recorded(LockEvent.Recorded step) {
            return follows(lock.entry(step.entry().identity()), step.entry());
        }

        @Override
        public Boolean witnessed(LockEvent.Witnessed step) {
            return step.answer().equals(lock.answers().get(step.identity()))
                    || lock.entry(step.identity()).filter(LockEntry::isOpen).isEmpty();
        }

        @Override
        public Boolean observed(LockEvent.Observed step) {
            return true;
        }

        @Override
        public Boolean messaged(LockEvent.Messaged step) {
            return follows(lock.singles().entry(step.entry().identity()), step.entry());
        }

        @Override
        public Boolean suppressing(LockEvent.Suppressing step) {
            return true;
        }

        private static boolean follows(Optional<? extends Entry> now, Entry step) {
            return now.filter(entry -> entry.follows(step)).isPresent();
        }
    }

    /** Grows with every step that a plan depends on: two records with the same one call for the same sends. */
    public long revision() {
        return serial - observations.steps() - singles.steps();
    }

    /** Whether some campaign was sent in parts. */
    public boolean hasParts() {
        return entries.keySet().stream().anyMatch(identity -> identity.part().isPresent());
    }

    /** Whether the key has an entry in any generation. */
    public boolean has(CampaignKey key) {
        return generations(key).findFirst().isPresent();
    }

    /** All entries of each key, the oldest generation first. */
    public SortedMap<CampaignKey, List<LockEntry>> byKey() {
        var byKey = new TreeMap<CampaignKey, List<LockEntry>>();
        for (var entry : entries.values()) {
            byKey.merge(entry.identity().key(), List.of(entry), Lock::joined);
        }
        return byKey;
    }

    private static List<LockEntry> joined(List<LockEntry> before, List<LockEntry> next) {
        return Stream.concat(before.stream(), next.stream()).toList();
    }
}
