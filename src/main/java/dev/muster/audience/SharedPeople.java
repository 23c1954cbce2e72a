package dev.muster.audience;

import dev.muster.model.CampaignIdentity;
import java.util.Comparator;

/** How many people two campaigns have in common, at least one of them planned; the other may have been sent before. */
public record SharedPeople(CampaignIdentity planned, CampaignIdentity other, boolean otherWasSent, int people) {
    static final Comparator<SharedPeople> MOST_FIRST = Comparator.comparingInt(SharedPeople::people)
            .reversed()
            .thenComparing(SharedPeople::planned)
            .thenComparing(SharedPeople::other);
}
