package dev.muster.plan;

import dev.muster.audience.PersonValues;
import dev.muster.model.LabelId;
import dev.muster.model.TemplateMessage;
import dev.muster.part.PartMember;
import dev.muster.template.TemplateRenderer;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * How a campaign by numbers is posted: its parts in order, what fills its template, and until when it may go out.
 *
 * @param excluded labels that are read again before each part: nobody may carry one who is messaged
 * @param chunks into how many chunks the people of each language fall, as the first part records it
 * @param until from then on nothing more is posted
 */
public record NumbersPlan(
        TemplateMessage message,
        PersonValues values,
        String sender,
        List<PlannedPart> parts,
        List<LabelId> excluded,
        SortedMap<String, Integer> chunks,
        Optional<Instant> until) {
    public NumbersPlan {
        parts = List.copyOf(parts);
        excluded = List.copyOf(excluded);
        chunks = Collections.unmodifiableSortedMap(new TreeMap<>(chunks));
    }

    /** What is posted for a part: to nobody whom {@code leftOut} names by number; nothing where nobody is left. */
    public Optional<PartRequest> request(PlannedPart part, Predicate<String> leftOut) {
        var people = part.people().stream()
                .filter(person -> !leftOut.test(person.number()))
                .toList();
        return people.isEmpty()
                ? Optional.empty()
                : Optional.of(new PartRequest(
                        part, people.stream().map(PartMember::number).toList(), body(part, people)));
    }

    private String body(PlannedPart part, List<PartMember> people) {
        var renderer = new TemplateRenderer(message, part.template());
        var body = new PartBody(sender, part.name(), part.template());
        people.forEach(person -> body.add(
                person.number(),
                renderer.render(field -> values.value(person.row(), field)).components()));
        return body.text(people.size());
    }

    /** Personal data never gets into a log by way of an exception. */
    @Override
    public String toString() {
        return "NumbersPlan" + parts;
    }
}
