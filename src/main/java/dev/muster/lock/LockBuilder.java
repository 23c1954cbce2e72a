package dev.muster.lock;

import dev.muster.model.CampaignIdentity;
import dev.muster.model.LabelName;
import dev.muster.model.RemoteId;
import dev.muster.model.Sha256;
import dev.muster.model.SingleIdentity;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A record while steps are added to it. A step and a question cost the same however long the record is; only {@link #lock}
 * copies it, and only the first question by an id of SeaX looks through it.
 */
public final class LockBuilder implements LockEvent.Cases<LockBuilder> {
    private final String lineage;
    private final WorkspaceIdentity workspace;
    private final TreeMap<CampaignIdentity, LockEntry> entries;
    private final TreeSet<Sha256> consumed;
    private final TreeMap<CampaignIdentity, String> answers;
    private final TreeMap<LabelName, SuppressionRecord> suppression;
    private final TreeMap<CampaignIdentity, Observation> seen;
    private final TreeMap<SingleIdentity, MessageEntry> singles;
    private Optional<SentIdIndex> sent = Optional.empty();
    private long observationSteps;
    private long singleSteps;
    private long serial;

    public LockBuilder(Lock lock) {
        this.lineage = lock.lineage();
        this.workspace = lock.workspace();
        this.entries = new TreeMap<>(lock.entries());
        this.consumed = new TreeSet<>(lock.consumed());
        this.answers = new TreeMap<>(lock.answers());
        this.suppression = new TreeMap<>(lock.suppression());
        this.seen = new TreeMap<>(lock.observations().last());
        this.observationSteps = lock.observations().steps();
        this.singles = new TreeMap<>(lock.singles().entries());
        this.singleSteps = lock.singles().steps();
        this.serial = lock.serial();
    }

    public String lineage() {
        return lineage;
    }

    public long serial() {
        return serial;
    }

    public Optional<LockEntry> entry(CampaignIdentity identity) {
        return Optional.ofNullable(entries.get(identity));
    }

    /** As {@link Lock#recordedWith}. */
    public List<String> recordedWith(RemoteId id) {
        var ids = sent.orElseGet(() -> SentIdIndex.of(entries.values()));
        sent = Optional.of(ids);
        return Stream.concat(ids.of(id).map(entries::get), singles.values().stream())
                .filter(entry -> entry.isSentAs(id))
                .map(entry -> entry.identity().toString())
                .toList();
    }

    /** What the record has of the same send. */
    public Optional<? extends Entry> current(Entry entry) {
        return entry instanceof LockEntry campaign
                ? entry(campaign.identity())
                : single(((MessageEntry) entry).identity());
    }

    private Optional<MessageEntry> single(SingleIdentity identity) {
        return Optional.ofNullable(singles.get(identity));
    }

    /** The suppression labels as they are recorded, and these in place of what is recorded of them. */
    public SortedMap<LabelName, SuppressionRecord> suppressionWith(SortedMap<LabelName, SuppressionRecord> labels) {
        var all = new TreeMap<>(suppression);
        all.putAll(labels);
        return all;
    }

    /** As {@link Lock#revision}. */
    public long revision() {
        return serial - observationSteps - singleSteps;
    }

    public Lock lock() {
        return new Lock(
                lineage,
                serial,
                workspace,
                entries,
                consumed,
                answers,
                suppression,
                new Observations(observationSteps, seen),
                new MessageEntries(singleSteps, singles));
    }

    public LockBuilder take(LockEvent step) {
        serial++;
        return step.match(this);
    }

    @Override
    public LockBuilder recorded(LockEvent.Recorded step) {
        put(step.entry());
        return this;
    }

    @Override
    public LockBuilder witnessed(LockEvent.Witnessed step) {
        answers.put(step.identity(), step.answer());
        return this;
    }

    @Override
    public LockBuilder observed(LockEvent.Observed step) {
        seen.put(step.identity(), step.seen());
        observationSteps++;
        return this;
    }

    @Override
    public LockBuilder messaged(LockEvent.Messaged step) {
        singles.put(step.entry().identity(), step.entry());
        singleSteps++;
        return this;
    }

    @Override
    public LockBuilder suppressing(LockEvent.Suppressing step) {
        suppression.putAll(step.labels());
        return this;
    }

    /** A plan was applied; its intent may be gone. */
    public void consume(Sha256 plan) {
        consumed.add(plan);
    }

    /** The same record with these counts of steps, for a reader that sees the current ones only. */
    public LockBuilder at(long steps, long observations, long messages) {
        serial = steps;
        observationSteps = observations;
        singleSteps = messages;
        return this;
    }

    private void put(LockEntry entry) {
        entries.put(entry.identity(), entry);
        sent.ifPresent(ids -> ids.add(entry));
        if (entry instanceof LockEntry.Intent intent) {
            intent.attempt().plan().ifPresent(consumed::add);
        }
        if (!entry.isOpen()) {
            answers.remove(entry.identity());
        }
    }
}
