package dev.muster.plan;

import dev.muster.audience.EarlierSend;
import dev.muster.audience.MessagesPerPerson;
import dev.muster.audience.Roster;
import dev.muster.audience.SharedPairs;
import dev.muster.lock.SuppressionRecord;
import dev.muster.model.CampaignIdentity;
import dev.muster.model.LabelName;
import dev.muster.resolve.Reach;
import dev.muster.resolve.SuppressionLabels;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The people of a whole run seen together: who must not be in it, who is in several campaigns, and who got something lately.
 *
 * @param earlier sends of the last days, and those still to come, by today's labels
 * @param uncounted how many more of them there are whose audience is not known any more
 */
public record RunAudience(SuppressionLabels suppression, List<EarlierSend> earlier, int uncounted) {
    /** Nobody was looked at. */
    public static final RunAudience NOBODY = new RunAudience(SuppressionLabels.NONE, List.of(), 0);

    public RunAudience {
        earlier = List.copyOf(earlier);
    }

    /** What the lock keeps of the suppression labels of a run that sends at this time. */
    public SortedMap<LabelName, SuppressionRecord> suppressionAt(Instant at) {
        var found = new TreeMap<LabelName, SuppressionRecord>();
        suppression
                .labels()
                .forEach(label -> found.put(label.name(), new SuppressionRecord(label.id(), label.count(), at)));
        return found;
    }

    /** Pairs of campaigns that would reach the same people, with at least one of these creates in each. */
    SharedPairs sharedBy(List<Action.Create> creates, int atMost) {
        return SharedPairs.of(rosters(creates), earlier, atMost);
    }

    /** What the people of these creates get from them and got lately. */
    MessagesPerPerson messagesTo(List<Action.Create> creates) {
        return MessagesPerPerson.of(
                List.copyOf(rosters(creates).values()),
                earlier.stream().map(EarlierSend::roster).toList());
    }

    public static SortedMap<CampaignIdentity, Roster> rosters(List<Action.Create> creates) {
        var rosters = new TreeMap<CampaignIdentity, Roster>();
        creates.forEach(create -> {
            if (create.campaign().reach() instanceof Reach.Known known) {
                rosters.put(create.request().identity(), known.funnel().roster());
            }
        });
        return rosters;
    }
}
