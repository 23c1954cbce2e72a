package dev.muster.diff;

import dev.muster.lock.LockEntry;
import dev.muster.model.Campaign;
import dev.muster.model.CampaignKey;
import java.util.List;
import java.util.Optional;

/** How one campaign's definition differs from the record. Only {@link Added}, {@link Refused} and
 * {@link Partial} can lead to a send. */
public sealed interface Change {
    /** What a reader makes of the change. */
    <T> T match(Cases<T> cases);

    /** One answer for each kind: a new kind does not compile until every reader has its own. */
    interface Cases<T> {
        T added(Added change);

        T unchanged(Unchanged change);

        T edited(Edited change);

        T removed(Removed change);

        T interrupted(Interrupted change);

        T refused(Refused change);

        T givenUp(GivenUp change);

        T partial(Partial change);
    }

    CampaignKey key();

    /** What is defined now, if anything. */
    Optional<Campaign> definition();

    /** What is recorded, if anything. */
    Optional<LockEntry> recorded();

    /** Defined and recorded. */
    sealed interface Both extends Change {
        Campaign campaign();

        LockEntry entry();

        @Override
        default CampaignKey key() {
            return campaign().key();
        }

        @Override
        default Optional<Campaign> definition() {
            return Optional.of(campaign());
        }

        @Override
        default Optional<LockEntry> recorded() {
            return Optional.of(entry());
        }
    }

    /** Defined, and nothing of this generation is recorded. */
    record Added(Campaign campaign) implements Change {
        @Override
        public Optional<Campaign> definition() {
            return Optional.of(campaign);
        }

        @Override
        public Optional<LockEntry> recorded() {
            return Optional.empty();
        }

        @Override
        public CampaignKey key() {
            return campaign.key();
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.added(this);
        }
    }

    /** Sent as it is defined. */
    record Unchanged(Campaign campaign, LockEntry entry) implements Both {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.unchanged(this);
        }
    }

    /**
     * Sent, and defined otherwise since, in {@code parts}: the parts of {@link dev.muster.model.project.Fingerprint}, and
     * {@link #GENERATION} where the definition asks for a generation below the one that was sent. The edit has no effect.
     */
    record Edited(Campaign campaign, LockEntry entry, List<String> parts) implements Both {
        /** The part that names a lowered generation. */
        public static final String GENERATION = "generation";

        public Edited {
            parts = List.copyOf(parts);
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.edited(this);
        }
    }

    /** Recorded, and no longer defined; {@code entry} is the newest of its key. */
    record Removed(LockEntry entry) implements Change {
        @Override
        public Optional<Campaign> definition() {
            return Optional.empty();
        }

        @Override
        public Optional<LockEntry> recorded() {
            return Optional.of(entry);
        }

        @Override
        public CampaignKey key() {
            return entry.identity().key();
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.removed(this);
        }
    }

    /**
     * The outcome of {@code entry} is unknown. Nothing of its key may be sent before that is settled, whatever is defined;
     * {@code campaign} is what is defined now, if anything.
     */
    record Interrupted(Optional<Campaign> campaign, LockEntry entry) implements Change {
        public Interrupted {
            if (!entry.isOpen()) {
                throw new IllegalArgumentException(entry.identity() + " is settled");
            }
        }

        @Override
        public Optional<Campaign> definition() {
            return campaign;
        }

        @Override
        public Optional<LockEntry> recorded() {
            return Optional.of(entry);
        }

        @Override
        public CampaignKey key() {
            return entry.identity().key();
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.interrupted(this);
        }
    }

    /** Proved not sent before; {@code edited} when it is defined otherwise since. */
    record Refused(Campaign campaign, LockEntry.Rejected entry, boolean edited) implements Both {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.refused(this);
        }
    }

    /**
     * Some of its parts are sent or given up, as it is defined; others may be left. {@code entries} are the parts of this
     * generation that are recorded, at least one.
     */
    record Partial(Campaign campaign, List<LockEntry> entries) implements Both {
        public Partial {
            entries = List.copyOf(entries);
        }

        /** The last of them. */
        @Override
        public LockEntry entry() {
            return entries.get(entries.size() - 1);
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.partial(this);
        }
    }

    /** A person gave this generation up. Another send needs a raised generation. */
    record GivenUp(Campaign campaign, LockEntry.Abandoned entry) implements Both {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.givenUp(this);
        }
    }
}
