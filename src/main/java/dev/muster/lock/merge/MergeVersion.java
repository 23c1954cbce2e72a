package dev.muster.lock.merge;

import dev.muster.lock.Entry;
import dev.muster.lock.History;
import dev.muster.lock.SendState;
import dev.muster.lock.Transition;
import dev.muster.model.RemoteId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One version of an entry, as a merge compares it.
 *
 * @param post what tells one post from another; two versions of the same post were sent at most once
 * @param knowledge what it says of a send: 2 for one that is known, 1 where nobody knows, 0 for a proof that there was none
 */
record MergeVersion(
        List<Transition> history, String post, int knowledge, Optional<RemoteId> id, List<String> anomalies) {
    static MergeVersion of(Entry entry) {
        int unknown = SendState.of(entry).mayHaveReachedPeople() ? 1 : 0;
        return new MergeVersion(
                entry.history(),
                entry.post(),
                entry.sentAs().isPresent() ? 2 : unknown,
                entry.sentAs(),
                entry.anomalies());
    }

    /** Whether nothing of the other version is missing: no step, and not the campaign that it was sent as. */
    boolean contains(MergeVersion other) {
        return History.contains(history, other.history) && other.id.stream().allMatch(this::knows);
    }

    private boolean knows(RemoteId campaign) {
        return id.equals(Optional.of(campaign))
                || anomalies.stream().anyMatch(anomaly -> anomaly.contains(campaign.toString()));
    }

    String said() {
        var last = History.last(history);
        return last.to() + " since " + last.at() + " by " + last.by() + ": " + last.evidence()
                + id.map(known -> " as " + known).orElse("");
    }

    /** What a person must look at when this version stays and the other one does not. */
    List<String> alarms(MergeVersion other) {
        return Stream.concat(other.anomalies.stream(), twice(other).stream())
                .distinct()
                .toList();
    }

    private Optional<String> twice(MergeVersion other) {
        boolean another = other.id.isPresent() ? !other.id.equals(id) : !other.post.equals(post);
        return other.knowledge > 0 && another
                ? Optional.of("another version of the lock says " + other.said() + "; people may have got it twice")
                : Optional.empty();
    }
}
