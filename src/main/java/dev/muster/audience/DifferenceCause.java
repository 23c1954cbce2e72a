package dev.muster.audience;

import dev.muster.audience.AudienceDifference.Cause;
import dev.muster.audience.AudienceDifference.Part;
import dev.muster.model.Audience;
import dev.muster.model.LabelId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.roaringbitmap.RoaringBitmap;

/**
 * Why one audience reaches rows that another does not: the first part of the other that keeps a row out, in the order of
 * the funnel. Where {@code any} keeps it out, what is named is the label through which it is reached.
 */
final class DifferenceCause {
    private final Audience<LabelId> reaching;
    private final Audience<LabelId> other;
    private final Function<LabelId, String> names;
    private final ContactIndex contacts;
    private final List<Cause> causes = new ArrayList<>();

    DifferenceCause(
            Audience<LabelId> reaching,
            Audience<LabelId> other,
            Function<LabelId, String> names,
            ContactIndex contacts) {
        this.reaching = reaching;
        this.other = other;
        this.names = names;
        this.contacts = contacts;
    }

    /** The causes, which together count every row once. */
    List<Cause> of(RoaringBitmap rows) {
        var open = rows.clone();
        any(open);
        for (var label : other.all()) {
            take(Part.ALL, names.apply(label), RoaringBitmap.andNot(open, contacts.labelled(label)), open);
        }
        for (var label : other.exclude()) {
            take(Part.EXCLUDE, names.apply(label), contacts.labelled(label), open);
        }
        take(Part.EXCLUDE_CONTACTS, "", contacts.rows(other.excludeContacts()), open);
        if (!open.isEmpty()) {
            throw new IllegalStateException("nothing explains why " + open.getCardinality() + " rows differ");
        }
        return causes;
    }

    private void any(RoaringBitmap open) {
        if (other.any().isEmpty()) {
            return;
        }
        var outside = RoaringBitmap.andNot(open, contacts.labelledAny(other.any()));
        if (reaching.any().isEmpty()) {
            take(
                    Part.ANY_AT_ALL,
                    String.join(", ", other.any().stream().map(names).toList()),
                    outside,
                    open);
        }
        for (var label : reaching.any()) {
            take(Part.ANY, names.apply(label), RoaringBitmap.and(outside, contacts.labelled(label)), open);
        }
    }

    /** Counts those of the open rows that are decided here, and closes them. */
    private void take(Part part, String label, RoaringBitmap decided, RoaringBitmap open) {
        int people = RoaringBitmap.andCardinality(open, decided);
        if (people > 0) {
            causes.add(new Cause(part, label, people));
            open.andNot(decided);
        }
    }
}
