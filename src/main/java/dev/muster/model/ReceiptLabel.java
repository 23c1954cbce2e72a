package dev.muster.model;

import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The label by which one send is known to have reached somebody: the campaign excludes it and attaches it, so that a
 * repetition of the request, of whatever origin, finds nobody left once the labels are attached. SeaX makes a name only
 * once, so the label is a fence too: whoever did not make it does not send.
 */
public final class ReceiptLabel {
    private ReceiptLabel() {}

    /** {@code muster/<key>/<generation>}. */
    public static LabelName nameOf(CampaignIdentity identity) {
        return new LabelName("muster/" + identity.key() + "/" + identity.generation());
    }

    /** The names of all earlier generations, oldest first. */
    public static Stream<LabelName> earlierThan(CampaignIdentity identity) {
        return IntStream.range(1, identity.generation())
                .mapToObj(generation -> nameOf(new CampaignIdentity(identity.key(), generation)));
    }

    /** What stands in the label's description: it tells a label of this lock from one of somebody else. */
    public static String owner(String lineage) {
        return "Made by Muster, lock " + lineage;
    }

    /**
     * Why an existing label forbids the send, if it does. One that this lock made for a send that was never posted may be
     * used: without an intent in the lock there was no post.
     */
    public static Optional<String> refusal(Label label, Optional<String> lineage, CampaignIdentity identity) {
        if (lineage.map(ReceiptLabel::owner).filter(label.description()::equals).isEmpty()) {
            return Optional.of("SeaX has the receipt label " + nameOf(identity)
                    + ", which this lock did not make: somebody else sends this campaign");
        }
        return label.count().orElse(0) == 0
                ? Optional.empty()
                : Optional.of(label.count().getAsInt() + " contacts carry the receipt label " + nameOf(identity)
                        + ": it was sent, and the lock does not know");
    }
}
