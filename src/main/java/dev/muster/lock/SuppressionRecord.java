package dev.muster.lock;

import dev.muster.model.LabelId;
import java.time.Instant;
import java.util.OptionalInt;

/**
 * A suppression label as a run that sent found it: its id, how many contacts carried it (where that can be known), and
 * when. A label that comes back under the same name with another id, or empty, protects nobody any more.
 */
public record SuppressionRecord(LabelId id, OptionalInt count, Instant at) {}
