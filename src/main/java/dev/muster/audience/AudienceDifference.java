package dev.muster.audience;

import dev.muster.model.Audience;
import dev.muster.model.LabelId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.roaringbitmap.RoaringBitmap;

/**
 * Who one audience reaches and another does not, both over today's contacts, and why: each person who joined or left is
 * counted once, at the first part of the audience that decides. People are counted, not contact rows, so that moving
 * from one row of a person to another changes nobody.
 */
public record AudienceDifference(int before, int after, List<Cause> joined, List<Cause> left) {
    public AudienceDifference {
        joined = List.copyOf(joined);
        left = List.copyOf(left);
        if (before + sum(joined) - sum(left) != after) {
            throw new IllegalArgumentException("who joined and who left does not lead from " + before + " to " + after);
        }
    }

    /** Why so many people joined or left: the part of the audience that decided, and the label in it. */
    public record Cause(Part part, String label, int people) {}

    /** A part of an audience that can decide about a person. */
    public enum Part {
        /** The campaign itself came or went. */
        CAMPAIGN,
        /** A label among {@code any}. */
        ANY,
        /** Whether one of {@code any} is asked for at all. */
        ANY_AT_ALL,
        ALL,
        EXCLUDE,
        EXCLUDE_CONTACTS
    }

    /**
     * The difference between two audiences, of which one may be absent because the campaign itself came or went;
     * {@code names} gives the label's name for display.
     */
    public static AudienceDifference between(
            Optional<Audience<LabelId>> before,
            Optional<Audience<LabelId>> after,
            Function<LabelId, String> names,
            ContactIndex contacts) {
        var old = roster(before, names, contacts);
        var now = roster(after, names, contacts);
        var joined = contacts.oneRowEach(now.rowBits(), RoaringBitmap.andNot(now.peopleBits(), old.peopleBits()));
        var left = contacts.oneRowEach(old.rowBits(), RoaringBitmap.andNot(old.peopleBits(), now.peopleBits()));
        return new AudienceDifference(
                old.people(),
                now.people(),
                causes(after, before, joined, names, contacts),
                causes(before, after, left, names, contacts));
    }

    private static Roster roster(
            Optional<Audience<LabelId>> audience, Function<LabelId, String> names, ContactIndex contacts) {
        return audience.map(defined -> Funnel.of(defined, names, contacts).roster())
                .orElseGet(() -> new Roster(new RoaringBitmap(), new RoaringBitmap(), contacts));
    }

    private static List<Cause> causes(
            Optional<Audience<LabelId>> reaching,
            Optional<Audience<LabelId>> other,
            RoaringBitmap rows,
            Function<LabelId, String> names,
            ContactIndex contacts) {
        if (reaching.isPresent() && other.isPresent()) {
            return new DifferenceCause(reaching.get(), other.get(), names, contacts).of(rows);
        }
        int people = rows.getCardinality();
        return people == 0 ? List.of() : List.of(new Cause(Part.CAMPAIGN, "", people));
    }

    public int peopleJoined() {
        return sum(joined);
    }

    public int peopleLeft() {
        return sum(left);
    }

    /** Whether the same people are reached. */
    public boolean isEmpty() {
        return joined.isEmpty() && left.isEmpty();
    }

    private static int sum(List<Cause> causes) {
        return causes.stream().mapToInt(Cause::people).sum();
    }
}
