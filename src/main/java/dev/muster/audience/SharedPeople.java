package dev.muster.audience;

import dev.muster.model.CampaignIdentity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;

/** How many people two campaigns have in common, at least one of them planned; the other may have been sent before. */
public record SharedPeople(CampaignIdentity planned, CampaignIdentity other, boolean otherWasSent, int people) {
    private static final Comparator<SharedPeople> MOST_FIRST = Comparator.comparingInt(SharedPeople::people)
            .reversed()
            .thenComparing(SharedPeople::planned)
            .thenComparing(SharedPeople::other);

    /**
     * Every pair that shares somebody, most people first. All rosters must come from one {@link ContactIndex}.
     */
    public static List<SharedPeople> among(SortedMap<CampaignIdentity, Roster> planned, List<EarlierSend> earlier) {
        var pairs = new ArrayList<SharedPeople>();
        planned.forEach((identity, roster) -> {
            planned.tailMap(identity).forEach((other, others) -> {
                if (!other.equals(identity)) {
                    pairs.add(new SharedPeople(identity, other, false, roster.shared(others)));
                }
            });
            earlier.forEach(
                    send -> pairs.add(new SharedPeople(identity, send.identity(), true, roster.shared(send.roster()))));
        });
        return pairs.stream()
                .filter(pair -> pair.people() > 0)
                .sorted(MOST_FIRST)
                .toList();
    }
}
