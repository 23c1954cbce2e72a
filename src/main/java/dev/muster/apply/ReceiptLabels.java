package dev.muster.apply;

import dev.muster.model.Label;
import dev.muster.model.LabelName;

/**
 * The one port that makes labels, and only those by which a send is known to have reached somebody. Only {@code apply}, its
 * adapter and the place that wires them may know it.
 */
public interface ReceiptLabels {
    /**
     * Makes the label, or finds the one that is there; {@code owner} goes into its description. Making it twice is refused by
     * SeaX, so this may be asked again. Never throws for what happens on the wire.
     */
    Taken take(LabelName name, String owner);

    /** What came of it. */
    sealed interface Taken {}

    /** The label as SeaX has it now: new, or with whoever carries it and the owner that it was made by. */
    record There(Label label) implements Taken {}

    /** It could not be made, or nobody can tell. */
    record Failed(String why) implements Taken {}
}
