package dev.muster.apply;

import dev.muster.model.LabelId;
import dev.muster.model.ReceiptLabel;
import dev.muster.plan.Action;
import java.util.Optional;

/** The receipt label of a send, taken before its intent is recorded; or why it may not be sent. At most one is there. */
record ReceiptReservation(Optional<LabelId> receipt, Optional<String> refusal) {
    private static final ReceiptReservation NONE = new ReceiptReservation(Optional.empty(), Optional.empty());

    /** A campaign without a receipt label needs no fence. */
    static ReceiptReservation around(Action.Create create, ReceiptLabels labels, String lineage) {
        var identity = create.request().identity();
        var name = create.completion().receipt();
        if (name.isEmpty()) {
            return NONE;
        }
        var taken = labels.take(name.get(), ReceiptLabel.owner(lineage));
        if (taken instanceof ReceiptLabels.There there) {
            var refusal = ReceiptLabel.refusal(there.label(), Optional.of(lineage), identity);
            return refusal.map(ReceiptReservation::closed)
                    .orElseGet(() ->
                            new ReceiptReservation(Optional.of(there.label().id()), Optional.empty()));
        }
        return closed(((ReceiptLabels.Failed) taken).why());
    }

    private static ReceiptReservation closed(String why) {
        return new ReceiptReservation(Optional.empty(), Optional.of(why));
    }
}
