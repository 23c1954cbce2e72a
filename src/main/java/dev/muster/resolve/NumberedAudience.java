package dev.muster.resolve;

import dev.muster.audience.PersonValues;
import dev.muster.model.LabelId;
import dev.muster.model.Template;
import dev.muster.model.text.HostName;
import dev.muster.part.PartMember;
import dev.muster.template.RenderingTally;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Whom a campaign by numbers messages and with what. Numbers and values are in memory only.
 *
 * @param templates by the language of each person
 * @param members one for each number, in the order of the numbers; without those whom an earlier part has
 * @param text what people read in the first language, with the values as they are written
 * @param tally how the messages read, in numbers and masked samples
 * @param hosts where the template and the written values lead everybody
 * @param excluded labels that nobody may carry who is messaged, on whatever contact
 * @param chunks what the earlier parts recorded; empty before the first
 */
public record NumberedAudience(
        SortedMap<String, Template> templates,
        List<PartMember> members,
        PersonValues values,
        String text,
        RenderingTally tally,
        Set<HostName> hosts,
        List<LabelId> excluded,
        SortedMap<String, Integer> chunks) {
    public NumberedAudience {
        templates = Collections.unmodifiableSortedMap(new TreeMap<>(templates));
        hosts = Collections.unmodifiableSet(new LinkedHashSet<>(hosts));
        excluded = List.copyOf(excluded);
        members = List.copyOf(members);
        chunks = Collections.unmodifiableSortedMap(new TreeMap<>(chunks));
    }

    /** With these people only. */
    public NumberedAudience with(List<PartMember> some) {
        return new NumberedAudience(templates, some, values, text, tally, hosts, excluded, chunks);
    }

    /** Personal data never gets into a log by way of an exception. */
    @Override
    public String toString() {
        return "NumberedAudience";
    }
}
