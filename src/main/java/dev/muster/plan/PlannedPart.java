package dev.muster.plan;

import dev.muster.model.CampaignIdentity;
import dev.muster.model.Marker;
import dev.muster.model.Template;
import dev.muster.part.PartMember;
import java.util.List;

/** One part of a campaign by numbers that is to be posted: to whom, in one language, and under which name. */
public record PlannedPart(
        CampaignIdentity identity, Marker marker, String name, Template template, List<PartMember> people) {
    public PlannedPart {
        people = List.copyOf(people);
        if (people.isEmpty() || identity.part().isEmpty()) {
            throw new IllegalArgumentException("a part has people and a name: " + identity);
        }
        if (!name.endsWith(marker.suffix())) {
            throw new IllegalArgumentException("the name sent to SeaX ends with its marker: " + identity);
        }
    }

    /** Their numbers in E.164, in memory only. */
    public List<String> numbers() {
        return people.stream().map(PartMember::number).toList();
    }

    @Override
    public String toString() {
        return identity.toString();
    }
}
